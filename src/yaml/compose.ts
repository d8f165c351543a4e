import { COLLECTION_STYLE, type Document, DUMP_SCHEMA, dump, type Node, Schema, timestampTag, visit } from 'js-yaml';

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
    indent: habits.step,
    seqNoIndent: habits.flushLists,
    lineWidth: -1,
    quoteStyle: 'double',
    flowBracketPadding: false,
    noRefs: true,
    transform: shortListsInFlow,
  });
  return text.replace(/\n$/, '').split('\n');
}

/** A record as flow YAML on one line, `{…}`. */
export function flowText(item: object): string {
  return dump(written(item), { schema, flowLevel: 0, lineWidth: -1, quoteStyle: 'double', noRefs: true }).trimEnd();
}

/** Lists of scalars stand on one line, and so does each anchor. */
function shortListsInFlow(documents: Document[]): void {
  visit(documents, (node: Node) => {
    if (node.kind === 'sequence' && node.items.every((item) => item.kind === 'scalar')) {
      node.style = COLLECTION_STYLE.FLOW;
    }
    if (node.kind !== 'mapping') return;
    for (const { key, value } of node.items) {
      if (key.kind !== 'scalar' || key.value !== 'anchors' || value.kind !== 'sequence') continue;
      for (const item of value.items) if (item.kind === 'mapping') item.style = COLLECTION_STYLE.FLOW;
    }
  });
}

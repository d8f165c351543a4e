import { type Document, DUMP_SCHEMA, dump, type Node, SCALAR_STYLE, Schema, timestampTag, visit } from 'js-yaml';
import { escapeJson, hasHidden } from '../text/escape.ts';
import type { Quoting } from './hand.ts';

/**
 * Quotes whatever YAML 1.1 or 1.2 would take for something other than text (`007`, `no`, `2024`), but not full dates,
 * which a ledger writes plainly.
 */
const schema = new Schema(DUMP_SCHEMA.tags.filter((tag) => tag !== timestampTag));

/** Keys whose values are dates. */
export const DATE_KEYS: readonly string[] = ['date', 'said', 'due', 'published', 'added'];
const LIKE_DATE = /^\d{4}-\d{1,2}-\d{1,2}/;
/** What only double quotes can show: controls, and what is not seen or not kept raw. */
const NEEDS_ESCAPES = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

/**
 * A text or number as it stands after its key.
 * @param inFlow whether it stands in brackets or braces
 * @returns several lines for a block scalar, the further ones indented by two columns
 */
export function scalarText(key: string, value: unknown, { always, mark }: Quoting, inFlow: boolean): string {
  const style = (documents: Document[]) =>
    visit(documents, (node: Node) => {
      if (node.kind !== 'mapping') return;
      const scalar = node.items[0]?.value;
      if (scalar?.kind !== 'scalar' || typeof value !== 'string') return;
      const wanted = always || (LIKE_DATE.test(value) && !DATE_KEYS.includes(key));
      // White space at ends is what block scalars leave to the reader's chomping.
      if (/[ \t]$/m.test(value) || value.endsWith('\n') || hasHidden(value)) scalar.style = SCALAR_STYLE.DOUBLE_QUOTED;
      else if (wanted) scalar.style = quotesFor(value, mark);
    });
  const text = dump(
    { [key]: value },
    {
      schema,
      flowLevel: inFlow ? 0 : -1,
      indent: 2,
      lineWidth: -1,
      quoteStyle: mark === "'" ? 'single' : 'double',
      flowBracketPadding: false,
      noRefs: true,
      transform: style,
    },
  );
  const pair = escapeJson(text.replace(/\n$/, ''));
  return inFlow ? pair.slice(key.length + 3, -1) : pair.slice(key.length + 2);
}

const quotesFor = (value: string, mark: Quoting['mark']) =>
  mark === "'" && !NEEDS_ESCAPES.test(value) ? SCALAR_STYLE.SINGLE_QUOTED : SCALAR_STYLE.DOUBLE_QUOTED;

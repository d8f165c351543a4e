import { type Cut, type Span, without } from './cut.ts';
import type { Located } from './locate.ts';
import type { SourceText } from './source-text.ts';
import type { Splice } from './splice.ts';

/** Takes a pair out of braces, or an item out of brackets, with one comma; comments around it stay. */
export function removalInFlow(source: SourceText, located: Located): Cut {
  const { text } = source;
  const spans = spansOf(located);
  const own = spans[located.index];
  if (!own) throw new Error(`there is nothing at position ${located.index}`);
  const { start, end } = own;
  const cut = (...splices: readonly Splice[]): Cut => ({ splices, extents: [own] });
  const isBlank = (from: number, to: number) => !/\S/.test(text.slice(from, to));
  const next = source.afterTrivia(end);
  const before = spans[located.index - 1];
  if (text[next] === ',') {
    const comma = without(next, next + 1);
    const lineEnd = source.nextLine(next);
    const isOwnLine = source.indentBefore(start) !== null && !source.hasLineBreak(start, next);
    if (isBlank(end, next)) {
      if (isOwnLine && isBlank(next + 1, lineEnd)) return cut(without(source.lineStart(start), lineEnd));
      const following = spans[located.index + 1];
      if (following && isBlank(next + 1, following.start)) return cut(without(start, following.start));
      const comma = before ? source.afterTrivia(before.end) : -1;
      if (!following && before && isBlank(comma + 1, start)) return cut(without(comma + 1, next + 1));
    }
    return cut(without(start, end), comma);
  }
  if (!before) return cut(without(start, end));
  // Without a comma after it, the one before it goes.
  const comma = source.afterTrivia(before.end);
  if (isBlank(comma + 1, start) && !/#/.test(text.slice(end, next))) return cut(without(comma, end));
  return cut(without(comma, comma + 1), without(start, end));
}

function spansOf(located: Located): readonly Span[] {
  if (located.type === 'pair') {
    return located.holder.pairs.map(({ opening, keyEnd, value }) => ({
      start: opening,
      end: Math.max(keyEnd, value.end),
    }));
  }
  return located.holder.items.map(({ anchor, start, end }) => ({ start: anchor?.start ?? start, end }));
}

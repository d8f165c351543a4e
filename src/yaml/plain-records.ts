import type { Path } from '../change/change.ts';
import type { Ledger } from '../model/ledger.ts';
import { defined } from '../text/defined.ts';
import { commentsIn } from './comments-in.ts';
import type { Span } from './cut.ts';
import { excerptFor } from './excerpt.ts';
import { locate, nodeOf } from './locate.ts';
import { scan } from './scan.ts';
import { SourceText } from './source-text.ts';
import { type TreeNode, treeOf } from './tree.ts';

/**
 * Which records of a list hold nothing but the values of the format, so that they can be written anew without a loss:
 * no comment in them or between them and their neighbours, no keys of the user's own, nothing shared by aliases.
 * @param whole a sound ledger's text
 * @param ledger what it reads as
 * @param path leads to a list other than claims and events, and to none within them
 * @returns their positions in the list as written
 */
export function plainRecords(whole: string, ledger: Ledger, path: Path): ReadonlySet<number> {
  // Claims and events by the thousands need not be parsed for it.
  const text = excerptFor(whole, ledger, [])?.text ?? whole;
  const scanned = scan(text);
  const located = locate(treeOf(scanned), path);
  const list = located && nodeOf(located);
  if (list?.kind !== 'list') return new Set();
  const source = new SourceText(text);
  const comments = commentsIn(scanned);
  const isRemarked = ({ start, end }: Span) => comments.some((one) => start <= one.start && one.start < end);
  const ends = list.items.map((item) => source.endOf(item));
  const plain = list.items.flatMap((item, at) => {
    const nextLine = source.nextLine(defined(ends[at]) - 1);
    const below = list.items[at + 1]?.start ?? source.afterComments(nextLine, source.column(list.start));
    return isPlain(item) && !isRemarked({ start: ends[at - 1] ?? list.start, end: below }) ? [at] : [];
  });
  return new Set(plain);
}

function isPlain(node: TreeNode): boolean {
  if (node.anchor !== null || node.kind === 'alias') return false;
  if (node.kind === 'map') return node.pairs.every(({ key, value }) => !key.startsWith('x-') && isPlain(value));
  return (
    node.kind !== 'list' || node.items.every((item) => isPlain(item) && (item.kind !== 'scalar' || item.value !== null))
  );
}

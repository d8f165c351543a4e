import { anchorName } from '../article/anchor-name.ts';
import { anchorFinder, namesPlace } from '../article/anchors.ts';
import type { ArticleText } from '../article/article.ts';
import { removeAnchors } from '../change/add-anchor.ts';
import type { Anchor } from '../model/ledger.ts';
import { isWithin, type PlaceRange } from '../model/typed-place.ts';
import { changeOne } from './change.ts';
import type { Context } from './context.ts';
import { corrected, correctedOne } from './corrected.ts';
import type { ReadLedger } from './read-ledgers.ts';

/**
 * Takes anchors of a claim away.
 * @param where a place or a run, at any sentence of which an anchor is meant, `all`, or true for the only one
 * @param article where they are looked for besides what their hints say; null where it is not available
 */
export async function removeAnchorsOf(
  context: Context,
  target: ReadLedger,
  { id, name, where, article, isDryRun }: Removal,
) {
  const find = article && anchorFinder(article);
  const isAt = (range: PlaceRange, anchor: Anchor) => {
    const spans = find && namesPlace(anchor) ? find(anchor).spans : [];
    if (spans.length === 0 || !article) return isWithin(range, anchor);
    return spans.some(({ first, last }) =>
      article.sentences.slice(first, last + 1).some((one) => isWithin(range, one)),
    );
  };
  const isMeant = where === true ? null : where === 'all' ? () => true : (anchor: Anchor) => isAt(where, anchor);
  const made = await changeOne(context, target, isDryRun, ({ ledger }) => {
    const outcome = removeAnchors(ledger, id, isMeant, anchorName);
    return { changes: outcome.changes, outcome };
  });
  return corrected([made], correctedOne(target.name, id, name, made.outcome), { isDryRun });
}

interface Removal {
  readonly id: string;
  /** As the claim is named to the user. */
  readonly name: string;
  readonly where: PlaceRange | 'all' | true;
  readonly article: ArticleText | null;
  readonly isDryRun: boolean;
}

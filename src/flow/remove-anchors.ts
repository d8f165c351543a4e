import { anchorFinder } from '../article/anchors.ts';
import type { ArticleText } from '../article/article.ts';
import { removeAnchors } from '../change/add-anchor.ts';
import type { Anchor } from '../model/ledger.ts';
import type { SentencePlace } from '../model/typed-place.ts';
import { changeOne } from './change.ts';
import type { Context } from './context.ts';
import { corrected, correctedOne } from './corrected.ts';
import type { ReadLedger } from './read-ledgers.ts';

/**
 * Takes anchors of a claim away.
 * @param where a place, `all`, or true for the only one
 * @param article where they are looked for besides what their hints say; null where it is not available
 */
export async function removeAnchorsOf(
  context: Context,
  target: ReadLedger,
  { id, name, where, article, isDryRun }: Removal,
) {
  const find = article && anchorFinder(article);
  const isAt = ({ paragraph, sentence }: SentencePlace, anchor: Anchor) => {
    const isThere = (one: { readonly paragraph: number | null; readonly sentence: number | null }) =>
      one.paragraph === paragraph && (sentence === null || one.sentence === sentence);
    const spans = find?.(anchor).spans ?? [];
    if (spans.length === 0 || !article) return isThere(anchor);
    return spans.some(({ first, last }) => article.sentences.slice(first, last + 1).some(isThere));
  };
  const isMeant = where === true ? null : where === 'all' ? () => true : (anchor: Anchor) => isAt(where, anchor);
  const made = await changeOne(context, target, isDryRun, ({ ledger }) => {
    const outcome = removeAnchors(ledger, id, isMeant, placeOf);
    return { changes: outcome.changes, outcome };
  });
  return corrected([made], correctedOne(target.name, id, name, made.outcome), { isDryRun });
}

interface Removal {
  readonly id: string;
  /** As the claim is named to the user. */
  readonly name: string;
  readonly where: SentencePlace | 'all' | true;
  readonly article: ArticleText | null;
  readonly isDryRun: boolean;
}

const placeOf = ({ paragraph, sentence, quote, digest }: Anchor): string => {
  const hint = paragraph === null ? '' : sentence === null ? `${paragraph}` : `${paragraph}.${sentence}`;
  const words = quote === null ? (hint === '' ? (digest ?? '') : '') : `“${quote}”`;
  return [hint, words].filter(Boolean).join(' ');
};

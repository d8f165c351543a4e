import { anchorFinder, namesPlace } from '../article/anchors.ts';
import type { ArticleText, Sentence } from '../article/article.ts';
import type { Claim } from '../model/ledger.ts';
import { sentencesOfClaim } from '../rank/sentences-of-claim.ts';

/**
 * An article's sentences, those first that a claim is likeliest made in.
 * @param claims those of its ledger, the claim among them, in their order
 * @param paragraph the one to look in; where it is null, those that the claim's hints name, or else all
 */
export function likelySentences(
  claim: Claim,
  claims: readonly Claim[],
  article: ArticleText,
  paragraph: number | null = null,
): Sentence[] {
  const find = anchorFinder(article);
  const placed = claims.map(({ text, anchors }) => {
    const [span] = anchors.filter(namesPlace).flatMap((anchor) => find(anchor).spans);
    return { text, sentence: span?.first ?? null };
  });
  const ranked = sentencesOfClaim(claims.indexOf(claim), placed, article.sentences);
  const hints = claim.anchors.filter((one) => !namesPlace(one)).map((hint) => hint.paragraph);
  const wanted = paragraph === null ? hints : [paragraph];
  const within = ranked.filter((one) => one.paragraph !== null && wanted.includes(one.paragraph));
  return within.length > 0 ? within : ranked;
}

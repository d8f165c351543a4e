import type { LeftOut } from '../../article/article.ts';
import { type Coverage, type CoveredSentence, isAccountedFor, isCounted, type Share } from '../../article/coverage.ts';
import type { Status } from '../../model/shape.ts';
import { hang, line, type Page, prose, type Style, statusStyle, styled } from '../page.ts';

/** As wide as a text is read with ease, in columns. */
const WIDEST = 100;

/**
 * An article as one reads it, each sentence with the claims it makes and how they stand. What nothing accounts for is
 * marked with `?`, what is skipped with `-`, the rest with the first letter of its status, or `*` where claims differ.
 * @param onlyUncovered leaves out the sentences that are accounted for
 */
export function* coveragePage(
  coverage: Coverage,
  share: Share | null,
  leftOut: readonly LeftOut[],
  statusOf: (claim: string) => Status | null,
  onlyUncovered: boolean,
): Page {
  let last: number | null | undefined;
  for (const one of coverage.sentences) {
    const isHeading = one.paragraph === null && one.text !== null;
    if (onlyUncovered && (!isCounted(one) || isAccountedFor(one))) continue;
    if (!onlyUncovered && last !== undefined && one.paragraph !== last) yield line();
    last = one.paragraph;
    const { mark, style } = standing(one, statusOf);
    const place = isHeading ? '' : `${one.paragraph ?? '?'}.${one.sentence ?? '?'}`;
    const lead = isCounted(one) ? `${place} ${mark} `.padStart(7) : '';
    const words = one.text ?? one.digest ?? '(in no anchor)';
    yield { ...hang(0, lead, words, isHeading ? 'heading' : style), widest: WIDEST };
    if (one.claims.length === 0) continue;
    const claims = one.claims.map((id) => `${id} (${statusOf(id) ?? 'opinion'})`).join(', ');
    yield { ...hang(7, '', claims, 'quiet'), widest: WIDEST };
  }
  if (!onlyUncovered && last !== undefined) yield line();
  yield prose(0, summary(coverage, share, leftOut));
}

/** The lines of a page that are not taken for the article, under the reasons, in order. */
export function* leftOutPage(coverage: Coverage, share: Share | null, leftOut: readonly LeftOut[]): Page {
  for (const reason of new Set(leftOut.map(({ why }) => why))) {
    yield line(styled(reason, 'heading'));
    for (const { text, why } of leftOut) if (why === reason) yield { ...hang(2, '', text), widest: WIDEST };
    yield line();
  }
  yield prose(0, summary(coverage, share, leftOut));
}

function standing(
  { claims, skipped }: CoveredSentence,
  statusOf: (claim: string) => Status | null,
): { mark: string; style: Style } {
  if (claims.length === 0) return skipped ? { mark: '-', style: 'quiet' } : { mark: '?', style: 'name' };
  const [first, ...more] = new Set(claims.map(statusOf));
  if (more.length > 0) return { mark: '*', style: 'hunk' };
  return { mark: first?.charAt(0) ?? 'o', style: statusStyle(first ?? null) };
}

function summary(
  { sentences, total, covered, skipped, headings, anchors }: Coverage,
  share: Share | null,
  leftOut: readonly LeftOut[],
): string {
  const rounded = share === null ? '' : `: ${share.shown}% accounted for`;
  const isText = sentences.some(({ text }) => text !== null);
  const left = isText ? `; ${headings} ${headings === 1 ? 'heading' : 'headings'} not counted` : '';
  const around =
    leftOut.length === 0
      ? ''
      : `; ${leftOut.length} ${leftOut.length === 1 ? 'line' : 'lines'} around the article left out`;
  const states = (['moved', 'ambiguous', 'missing'] as const).flatMap((state) => {
    const count = anchors.filter((anchor) => anchor.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const wrong = states.length > 0 ? `; of ${anchors.length} anchors, ${states.join(', ')}` : '';
  return `${total} sentences, ${covered} with claims, ${skipped} skipped${rounded}${left}${around}${wrong}`;
}

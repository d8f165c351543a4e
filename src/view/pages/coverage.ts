import { type Coverage, type CoveredSentence, isAccountedFor } from '../../article/coverage.ts';
import type { Status } from '../../model/shape.ts';
import { hang, line, type Page, prose, type Style, statusStyle } from '../page.ts';

/** As wide as a text is read with ease, in columns. */
const WIDEST = 100;

/**
 * An article as one reads it, each sentence with the claims it makes and how they stand. What nothing accounts for is
 * marked with `?`, what is skipped with `-`, the rest with the first letter of its status, or `*` where claims differ.
 * @param share percent, not rounded
 * @param onlyUncovered leaves out the sentences that are accounted for
 */
export function* coveragePage(
  coverage: Coverage,
  share: number | null,
  statusOf: (claim: string) => Status | null,
  onlyUncovered: boolean,
): Page {
  let last: number | null | undefined;
  for (const one of coverage.sentences) {
    const isHeading = one.paragraph === null && one.text !== null;
    if (onlyUncovered && (isHeading || isAccountedFor(one))) continue;
    if (!onlyUncovered && last !== undefined && one.paragraph !== last) yield line();
    last = one.paragraph;
    const { mark, style } = standing(one, statusOf);
    const lead = isHeading ? '' : `${one.paragraph ?? '?'}.${one.sentence ?? '?'} ${mark} `.padStart(7);
    const words = one.text ?? one.digest ?? '(in no anchor)';
    yield { ...hang(0, lead, words, isHeading ? 'heading' : style), widest: WIDEST };
    if (one.claims.length === 0) continue;
    const claims = one.claims.map((id) => `${id} (${statusOf(id) ?? 'opinion'})`).join(', ');
    yield { ...hang(7, '', claims, 'quiet'), widest: WIDEST };
  }
  if (!onlyUncovered && last !== undefined) yield line();
  yield prose(0, summary(coverage, share));
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

function summary({ total, covered, skipped, anchors }: Coverage, share: number | null): string {
  const rounded = share === null ? '' : `: ${Math.floor(share * 10) / 10}% accounted for`;
  const states = (['moved', 'ambiguous', 'missing'] as const).flatMap((state) => {
    const count = anchors.filter((anchor) => anchor.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const wrong = states.length > 0 ? `; of ${anchors.length} anchors, ${states.join(', ')}` : '';
  return `${total} sentences, ${covered} with claims, ${skipped} skipped${rounded}${wrong}`;
}

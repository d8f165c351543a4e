import { type Coverage, type CoveredSentence, isAccountedFor } from '../article/coverage.ts';
import type { Status } from '../model/shape.ts';
import { oneLine } from '../text/escape.ts';
import { measureFor } from '../text/measure.ts';
import type { Palette } from './layout/palette.ts';
import { Writer } from './layout/writer.ts';

/**
 * An article as one reads it, each sentence with the claims it makes and how they stand. What nothing accounts for is
 * marked with `?`, what is skipped with `-`, the rest with the first letter of its status, or `*` where claims differ.
 * @param share percent, not rounded
 * @param onlyUncovered leaves out the sentences that are accounted for
 */
export async function renderCoverage(
  coverage: Coverage,
  share: number | null,
  statusOf: (claim: string) => Status | null,
  onlyUncovered: boolean,
  width: number | null,
  colors: Palette,
): Promise<string> {
  const measure = await measureFor(coverage.sentences.map(({ text }) => text ?? ''));
  const writer = new Writer(measure, width === null ? null : Math.min(width, 100));
  let last: number | null | undefined;
  for (const one of coverage.sentences) {
    const isHeading = one.paragraph === null && one.text !== null;
    if (onlyUncovered && (isHeading || isAccountedFor(one))) continue;
    if (!onlyUncovered && last !== undefined && one.paragraph !== last) writer.line('');
    last = one.paragraph;
    const { mark, paint } = standing(one, statusOf, colors);
    const lead = isHeading ? '' : `${one.paragraph ?? '?'}.${one.sentence ?? '?'} ${mark} `.padStart(7);
    const words = oneLine(one.text ?? one.digest ?? '(in no anchor)');
    writer.hang(0, lead, words, isHeading ? colors.heading : paint);
    if (one.claims.length > 0) {
      writer.hang(7, '', one.claims.map((id) => `${id} (${statusOf(id) ?? 'opinion'})`).join(', '), colors.quiet);
    }
  }
  if (!onlyUncovered) writer.line('');
  writer.line(summary(coverage, share));
  return writer.text;
}

function standing({ claims, skipped }: CoveredSentence, statusOf: (claim: string) => Status | null, colors: Palette) {
  if (claims.length === 0) return skipped ? { mark: '-', paint: colors.quiet } : { mark: '?', paint: colors.name };
  const [first, ...more] = new Set(claims.map(statusOf));
  if (more.length > 0) return { mark: '*', paint: colors.hunk };
  return { mark: first?.charAt(0) ?? 'o', paint: colors.status(first ?? null) };
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

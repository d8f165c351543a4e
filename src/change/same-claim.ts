import type { Claim, Ledger } from '../model/ledger.ts';
import { saidOn, speakersOf } from '../model/status.ts';
import { foldTypesetting } from '../text/fold.ts';

/** What makes a claim the same as another: what was said, by whom and when. */
export interface Saying {
  readonly text: string;
  /** The article's authors where it names none. */
  readonly speaker: readonly string[];
  /** The day of the article where there is none. */
  readonly said: string | null;
}

/**
 * The claim of a ledger in which the same people said the same on the same day, however it is typed; one that counts
 * before one that is withdrawn.
 */
export function sameClaim({ claims, article }: Ledger, saying: Saying): Claim | null {
  const text = foldTypesetting(saying.text);
  const speakers = (names: readonly string[]) => [...new Set(names.map(foldTypesetting))].sort().join('\n');
  const speaker = speakers(saying.speaker.length > 0 ? saying.speaker : (article.author ?? []));
  const said = saying.said ?? article.published;
  const same = claims.filter(
    (claim) =>
      foldTypesetting(claim.text) === text &&
      speakers(speakersOf(claim, article)) === speaker &&
      saidOn(claim, article) === said,
  );
  return same.find(({ withdrawn }) => withdrawn === null) ?? same[0] ?? null;
}

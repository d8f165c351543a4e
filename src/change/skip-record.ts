import { defined } from '../text/defined.ts';
import type { Change } from './change.ts';
import { type BodySentence, type Skip, type SkipUnit, sentencesIn } from './skips-in-article.ts';

/** A new skip of neighbouring sentences, at least one of them found: one by its digest, several by theirs. */
export function skipRecord(units: readonly SkipUnit[], body: readonly BodySentence[], reason: string | null): Change {
  const { paragraph, sentence } = defined(sentencesIn(units, body)[0]);
  const [digest, ...more] = units.map((one) => one.digest);
  const named = more.length > 0 ? { digests: [digest, ...more] } : { digest };
  const item = { paragraph, sentence, ...named, ...(reason !== null && { reason }) };
  return { kind: 'append', path: ['article', 'skips'], item };
}

/** What lets the hint of a skip say where it starts now. */
export function hintedAt({ place, ...hint }: Skip, start: BodySentence): Change[] {
  return (['paragraph', 'sentence'] as const).flatMap((key) =>
    hint[key] === start[key]
      ? []
      : [{ kind: 'set', path: ['article', 'skips', place.index, key], value: start[key] } as const],
  );
}

import type { Disable } from '../model/disable.ts';
import type { LineColumn } from '../model/place.ts';
import { type CommentOutcome, canBeSilenced, type RuleProblem } from './rule.ts';

/**
 * Leaves out what comments silence.
 * @returns what is left, and what became of each comment
 */
export function silence(
  found: readonly RuleProblem[],
  disables: readonly Disable[],
  placeOf: (offset: number) => LineColumn,
): { left: readonly RuleProblem[]; comments: readonly CommentOutcome[] } {
  if (disables.length === 0) return { left: found, comments: [] };
  const keyOf = (rule: string, line: number) => `${rule} ${line}`;
  const silencers = new Map(
    disables.filter(({ reason }) => reason !== '').map((disable) => [keyOf(disable.rule, disable.line), disable]),
  );
  const places = new Set<string>();
  const used = new Set<Disable>();
  const left = found.filter(({ rule, offset }) => {
    const key = keyOf(rule.id, placeOf(offset).line);
    places.add(key);
    if (!canBeSilenced(rule)) return true;
    const silencing = silencers.get(key);
    if (silencing) used.add(silencing);
    return !silencing;
  });
  const comments = disables.map((disable) => ({
    ...disable,
    silences: used.has(disable),
    isBehind: places.has(keyOf(disable.rule, placeOf(disable.offset).line)),
  }));
  return { left, comments };
}

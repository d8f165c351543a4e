import leven from 'leven';

/**
 * The words most like `word`: few edits away, or one within the other. Case counts little.
 * @param most how many to return at the most, best first
 */
export function nearest(word: string, among: Iterable<string>, most = 1): string[] {
  const wanted = word.toLowerCase();
  const scored: [score: number, candidate: string][] = [];
  for (const candidate of among) {
    const other = candidate.toLowerCase();
    const limit = Math.max(2, Math.floor(Math.min(wanted.length, 24) * 0.4));
    if (Math.abs(other.length - wanted.length) <= limit) {
      const edits = leven(wanted, other, { maxDistance: limit + 1 });
      if (edits <= limit) {
        scored.push([edits, candidate]);
        continue;
      }
    }
    if (wanted.length >= 3 && (other.includes(wanted) || (other.length >= 3 && wanted.includes(other)))) {
      scored.push([limit + 1, candidate]);
    }
  }
  scored.sort((a, b) => a[0] - b[0]);
  return scored.slice(0, most).map(([, candidate]) => candidate);
}

/** `; did you mean “x”?`, or nothing where no candidate is near. */
export function didYouMean(word: string, among: Iterable<string>): string {
  const [best] = nearest(word, among);
  return best === undefined ? '' : `; did you mean ${JSON.stringify(best)}?`;
}

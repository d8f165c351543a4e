/** How many first letters like words share at least, and from which likeness on they are taken for the same. */
const SHARED = 3;
const LEAST = 0.65;

/** The first letters that words have to share to be alike; null for a number, which is like itself alone. */
export const stemOf = (word: string): string | null =>
  word.length < SHARED || /^\d/.test(word) ? null : word.slice(0, SHARED);

/**
 * How alike two words are by their common beginning, so that an inflected or derived form counts for the word.
 * @returns 1 for the same word, 0 where they are too different
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const stem = stemOf(one);
  if (stem === null || stem !== stemOf(other)) return 0;
  const shorter = Math.min(one.length, other.length);
  let shared = SHARED;
  while (shared < shorter && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  const alike = (2 * shared) / (one.length + other.length);
  return alike >= LEAST ? alike : 0;
}

/** A place in the article as typed with options; null is what was not. */
export interface TypedPlace {
  readonly paragraph: number | null;
  readonly sentence: number | null;
  readonly quote: string | null;
}

/** Whether a place was typed at all. */
export const isTyped = ({ paragraph, sentence, quote }: TypedPlace): boolean =>
  paragraph !== null || sentence !== null || quote !== null;

/** A place in the article, as `2.1`; a whole paragraph where the sentence is null. */
export interface SentencePlace {
  readonly paragraph: number;
  readonly sentence: number | null;
}

/** A run of sentences, as `2.3-3.2`, or of paragraphs, as `5-9`; both ends are the same where only one is meant. */
export interface PlaceRange {
  readonly first: SentencePlace;
  readonly last: SentencePlace;
}

/** Whether a sentence, or what is known of its place, lies in a range. */
export function isWithin(
  { first, last }: PlaceRange,
  { paragraph, sentence }: { readonly paragraph: number | null; readonly sentence: number | null },
): boolean {
  if (paragraph === null || paragraph < first.paragraph || paragraph > last.paragraph) return false;
  const isAfterStart = paragraph > first.paragraph || first.sentence === null || (sentence ?? 0) >= first.sentence;
  // Of a hint at a paragraph, it is not known which sentence is meant.
  const isBeforeEnd =
    paragraph < last.paragraph || last.sentence === null || (sentence ?? Number.POSITIVE_INFINITY) <= last.sentence;
  return isAfterStart && isBeforeEnd;
}

/** As it is typed: `3`, `2.1`, `2.3-3.2`, `5-9`. */
export function describeRange({ first, last }: PlaceRange): string {
  const [start, end] = [first, last].map(({ paragraph, sentence }) =>
    sentence === null ? `${paragraph}` : `${paragraph}.${sentence}`,
  );
  return start === end ? `${start}` : `${start}-${end}`;
}

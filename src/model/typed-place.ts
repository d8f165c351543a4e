/** A place in the article as typed; null is what was not. */
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

/** A place in the article as typed; null is what was not. */
export interface TypedPlace {
  readonly paragraph: number | null;
  readonly sentence: number | null;
  readonly quote: string | null;
}

/** Whether a place was typed at all. */
export const isTyped = ({ paragraph, sentence, quote }: TypedPlace): boolean =>
  paragraph !== null || sentence !== null || quote !== null;

/** A piece of news: a headline, a paragraph or a page. */
export interface News {
  readonly text: string;
  readonly sentences: readonly string[];
  /** What an event of it can be called. */
  readonly headline: string;
  readonly url: string | null;
  readonly publisher: string | null;
  /** The day it was published, YYYY-MM-DD. */
  readonly published: string | null;
  /** What is to be said besides. */
  readonly notes: readonly string[];
}

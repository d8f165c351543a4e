/** A feed of news, whatever its format. */
export interface Feed {
  /** What it calls itself; null where it does not say. */
  readonly title: string | null;
  /** In the order of the feed. */
  readonly entries: readonly FeedEntry[];
}

/** One piece of news of a feed. */
export interface FeedEntry {
  /** On one line, without markup; the first words of its text where it has no title, its address where it has neither. */
  readonly title: string;
  /** What it says of its content, on one line, without markup; null for nothing. */
  readonly text: string | null;
  /** Absolute, http or https; null for none. */
  readonly url: string | null;
  /** The day it appeared, YYYY-MM-DD, in the zone that it is written in; null where none can be made out. */
  readonly date: string | null;
  /** What tells it from the feed's other entries. */
  readonly id: string;
}

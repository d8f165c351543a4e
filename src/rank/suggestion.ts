import type { Status } from '../model/shape.ts';
import type { Band } from './band.ts';
import type { WordMatch } from './word-matches.ts';

/** A claim that a piece of news may bear on, and why. */
export interface Suggestion {
  readonly ledger: string;
  readonly claim: string;
  readonly text: string;
  readonly status: Status | null;
  readonly strength: number;
  readonly band: Band;
  readonly words: readonly WordMatch[];
  /** The earlier evidence that the news is like. */
  readonly evidence: { readonly event: string; readonly title: string; readonly gain: number } | null;
  /** The part of a long text that bears on it most. */
  readonly passage: string | null;
}

/** What was found for one piece of news. */
export interface Suggestions {
  readonly query: string;
  /** The strength from which on something counts as found. */
  readonly threshold: number;
  /** How many texts the news was compared with: claims, and titles of what they rest on. */
  readonly documents: number;
  readonly suggestions: readonly Suggestion[];
}

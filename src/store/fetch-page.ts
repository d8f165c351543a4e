import { looksLikePage } from '../text/looks-like-page.ts';
import type { Reach } from './ask-server.ts';
import { fetchWanted } from './fetch.ts';
import { KINDS, PAGE } from './wanted.ts';

/** A page as it came. */
export interface FetchedPage {
  /** Where it was in the end. */
  readonly address: string;
  /** The addresses that it was redirected to, in order. */
  readonly redirects: readonly string[];
  readonly kind: 'html' | 'markdown' | 'plain';
  /** As sent, compression undone. */
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Fetches a page once, from an address that was typed. What is in the page is neither run nor fetched.
 * @param typed absolute, with its scheme
 * @throws Refusal that names the address where there is no page to be had
 */
export async function fetchPage(typed: string, reach: Partial<Reach> = {}): Promise<FetchedPage> {
  const { type, ...fetched } = await fetchWanted(typed, PAGE, reach);
  const said = KINDS.get(type);
  return { ...fetched, kind: said === 'html' || looksLikePage(fetched.text) ? 'html' : (said ?? 'plain') };
}

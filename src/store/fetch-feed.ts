import type { Reach } from './ask-server.ts';
import { fetchWanted } from './fetch.ts';
import { FEED } from './wanted.ts';

/** A feed as it came. */
interface FetchedFeed {
  /** Where it was in the end. */
  readonly address: string;
  /** The addresses that it was redirected to, in order. */
  readonly redirects: readonly string[];
  readonly text: string;
}

/**
 * Fetches a feed once, from an address that was typed.
 * @param typed absolute, with its scheme
 * @throws Refusal that names the address where it is not to be had
 */
export async function fetchFeed(typed: string, reach: Partial<Reach> = {}): Promise<FetchedFeed> {
  const { address, redirects, text } = await fetchWanted(typed, FEED, reach);
  return { address, redirects, text };
}

import type { FeedEntry } from '../feed/feed.ts';
import type { Suggestions } from '../rank/suggestion.ts';
import type { Context } from './context.ts';
import { newsOfFeed, sentencesOfEntry } from './feed-news.ts';
import type { SuggestionPool } from './suggestions.ts';

/** What was found for one entry of a feed. */
export interface EntrySuggestions extends Suggestions {
  readonly entry: Pick<FeedEntry, 'title' | 'url' | 'date'>;
}

/** What was found for a feed. */
interface FeedSuggestions {
  /** For each entry that was not left out, in the order of the feed. */
  readonly found: readonly EntrySuggestions[];
  /** How many entries were seen before, and left out. */
  readonly seen: number;
  /** What is to be said besides. */
  readonly notes: readonly string[];
  /** Remembers all entries of the feed as seen; null where they are not to be. */
  readonly remember: (() => Promise<void>) | null;
}

/** From which strength on a claim is shown for an entry: feeds hold much that bears on nothing. */
const LEAST = 3;
/** After so many entries it is told how far the work is. */
const STEP = 100;

/**
 * The claims that each entry of a feed bears on.
 * @param typed the feed, as a file or an address
 * @param unseen whether to leave out entries that were seen before
 * @param limit how many claims for an entry at most
 * @param least the strength from which on; null for the usual one
 * @throws Refusal if the feed cannot be read or fetched, is none, or nothing can be remembered
 */
export async function suggestForFeed(
  context: Context,
  pool: SuggestionPool,
  typed: string,
  unseen: boolean,
  limit: number,
  least: number | null,
): Promise<FeedSuggestions> {
  const { progress } = context;
  const { entries, ...rest } = await newsOfFeed(context, typed, unseen);
  const found: EntrySuggestions[] = [];
  for (const [at, entry] of entries.entries()) {
    if (at % STEP === STEP - 1) await progress?.(`entry ${at + 1} of ${entries.length} …`);
    const { title, url, date } = entry;
    const sentences = sentencesOfEntry(entry);
    found.push({
      ...pool.ask({ text: sentences.join(' '), sentences }, limit, least ?? LEAST),
      entry: { title, url, date },
    });
  }
  if (entries.length >= STEP) await progress?.(null);
  return { found, ...rest };
}

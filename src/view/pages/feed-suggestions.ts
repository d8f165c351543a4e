import type { FeedEntry } from '../../feed/feed.ts';
import type { Suggestion, Suggestions } from '../../rank/suggestion.ts';
import { line, type Page, prose, styled } from '../page.ts';
import { suggestionBlocks } from '../suggestion-blocks.ts';

/**
 * The entries of a feed that bear on claims, each with the claims, and how many they are.
 * @param entries all that were looked at
 * @param seen how many others were seen before
 * @param nameOf a claim's name as it is typed
 * @param markOf the command to type; null where there is none
 */
export function* feedSuggestionsPage<
  E extends Suggestions & { readonly entry: Pick<FeedEntry, 'title' | 'url' | 'date'> },
>(
  entries: readonly E[],
  seen: number,
  nameOf: (one: Suggestion) => string,
  markOf: (one: Suggestion, of: E) => string | null,
): Page {
  const bearing = entries.filter(({ suggestions }) => suggestions.length > 0);
  for (const one of bearing) {
    const { title, url, date } = one.entry;
    yield prose(0, styled(title, 'heading'));
    if (url !== null || date !== null)
      yield line(styled([date, url].filter((part) => part !== null).join('  '), 'quiet'));
    for (const suggestion of one.suggestions) {
      yield line();
      yield* suggestionBlocks(suggestion, 2, nameOf(suggestion), markOf(suggestion, one));
    }
    yield line();
  }
  yield prose(0, tallyOf(bearing.length, entries.length, seen));
}

/** @param all of those that were looked at @param seen of those that were not, for they were seen before */
function tallyOf(bearing: number, all: number, seen: number): string {
  if (all + seen === 0) return 'The feed has no entries.';
  if (all === 0) return `No new entries: ${seen === 1 ? 'the only one was' : `all ${seen} were`} seen before.`;
  const before = seen === 0 ? '' : `; ${seen} ${seen === 1 ? 'was' : 'were'} seen before`;
  const fresh = seen > 0 ? 'new ' : '';
  if (all === 1) return `The only ${fresh}entry bears on ${bearing === 1 ? 'a claim' : 'no claim'}${before}.`;
  const bears = bearing > 1 ? 'bear on claims' : 'bears on a claim';
  return `${bearing === 0 ? 'None' : bearing} of ${all} ${fresh}entries ${bears}${before}.`;
}

import type { Suggestion, Suggestions } from '../../rank/suggestion.ts';
import { line, type Page, prose } from '../page.ts';
import { suggestionBlocks } from '../suggestion-blocks.ts';

/**
 * The claims that a piece of news bears on, each with why, and with the command that records a verdict.
 * @param nameOf a claim's name as it is typed
 * @param markOf the command to type; null where there is none
 */
export function* suggestionsPage(
  { suggestions, threshold }: Suggestions,
  nameOf: (one: Suggestion) => string,
  markOf: (one: Suggestion) => string | null,
): Page {
  if (!suggestions.some(({ strength }) => strength >= threshold)) {
    const nearest = suggestions.length > 0 ? ' Nearest:' : '';
    yield prose(0, `Nothing clearly bears on the news.${nearest}`);
  }
  for (const [index, one] of suggestions.entries()) {
    if (index > 0) yield line();
    yield* suggestionBlocks(one, 0, nameOf(one), markOf(one));
  }
}

import type { Suggestion, Suggestions } from '../../rank/suggestion.ts';
import type { WordMatch } from '../../rank/word-matches.ts';
import { hang, line, type Page, prose, statusStyle, styled } from '../page.ts';

/** How many words in common are shown. */
const WORDS = 6;

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
    const { text, status, strength, band, words, evidence, passage } = one;
    const standing = styled(status ?? 'opinion', statusStyle(status));
    yield line(styled(nameOf(one), 'name'), '  ', standing, styled(`  ${band} ${strength.toFixed(1)}`, 'quiet'));
    yield hang(2, '', text);
    if (words.length > 0) yield hang(2, 'words    ', words.slice(0, WORDS).map(inCommon).join(', '));
    if (evidence) yield hang(2, 'like     ', `${evidence.title} (${evidence.event})`);
    if (passage !== null) yield hang(2, 'passage  ', passage);
    const mark = markOf(one);
    if (mark !== null) yield line(`  mark     ${mark}`);
  }
}

/** `constitution ~ constitutional`, or one word where they are the same. */
const inCommon = ({ query, claim }: WordMatch): string => (query === claim ? query : `${query} ~ ${claim}`);

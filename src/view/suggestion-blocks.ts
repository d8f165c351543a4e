import type { Suggestion } from '../rank/suggestion.ts';
import type { WordMatch } from '../rank/word-matches.ts';
import { hang, line, type Page, statusStyle, styled } from './page.ts';

/** How many words in common are shown. */
const WORDS = 6;

/**
 * A claim that a piece of news bears on, with why, and with the command that records a verdict.
 * @param margin in columns
 * @param name of the claim as it is typed
 * @param mark the command to type; null where there is none
 */
export function* suggestionBlocks(
  { text, status, strength, band, words, evidence, passage }: Suggestion,
  margin: number,
  name: string,
  mark: string | null,
): Page {
  const blanks = ' '.repeat(margin);
  const standing = styled(status ?? 'opinion', statusStyle(status));
  yield line(blanks, styled(name, 'name'), '  ', standing, styled(`  ${band} ${shownStrength(strength)}`, 'quiet'));
  yield hang(margin + 2, '', text);
  if (words.length > 0) yield hang(margin + 2, 'words    ', words.slice(0, WORDS).map(inCommon).join(', '));
  if (evidence) yield hang(margin + 2, 'like     ', `${evidence.title} (${evidence.event})`);
  if (passage !== null) yield hang(margin + 2, 'passage  ', passage);
  if (mark !== null) yield line(`${blanks}  mark     ${mark}`);
}

/** `constitution ~ constitutional`, or one word where they are the same. */
const inCommon = ({ query, claim }: WordMatch): string => (query === claim ? query : `${query} ~ ${claim}`);

/** A strength to one decimal, never rounded up: 3.496 is not likely yet, and 3.5 would say that it is. */
const shownStrength = (strength: number): string => (Math.floor(Math.round(strength * 1000) / 100) / 10).toFixed(1);

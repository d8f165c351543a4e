import { EVENT_ID, SCALAR_STYLE } from 'js-yaml';
import { lastAtOrBefore } from '../text/last-at-or-before.ts';
import { scan } from './scan.ts';

/** Words that YAML does not take for a part of a text, though their author may have. */
export interface CutShort {
  /** In UTF-16 units from the start of the ledger's text. */
  readonly offset: number;
  /** The words that are not read. */
  readonly words: string;
  readonly by: 'comment' | 'ampersand';
}

/** A hash that touches a word, with white space before it; with a blank after it, it is meant for a comment. */
const HASH = /(:?)[ \t]+#(?=[^\s#!])/g;
const QUICK = /[ \t]#[^\s#!]|[ \t]&[^\s]/;

/**
 * Finds where a sound ledger's text holds words that are not read: after ` #`, which starts a comment (YAML 1.2,
 * section 6.6), and after `&`, which names a value for later (section 6.9.2), where nothing asks for that name.
 */
export function cutShortIn(text: string): CutShort[] {
  if (!QUICK.test(text)) return [];
  const { events, faults } = scan(text);
  if (faults.length > 0) return [];
  const ends = new Set<number>();
  const ranges: [start: number, end: number][] = [];
  const asked = new Set<string>();
  const found: CutShort[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.ALIAS) asked.add(text.slice(event.anchorStart, event.anchorEnd));
    if (event.type !== EVENT_ID.SCALAR || event.valueStart === -1) continue;
    ranges.push([event.valueStart, event.valueEnd]);
    if (event.style === SCALAR_STYLE.PLAIN) ends.add(event.valueEnd);
  }
  const starts = ranges.map(([start]) => start);
  const isText = (offset: number) => offset < (ranges[lastAtOrBefore(starts, offset)]?.[1] ?? 0);
  for (const { 0: all, 1: colon = '', index } of text.matchAll(HASH)) {
    const offset = index + all.length - 1;
    const isBehindText = colon === '' && ends.has(index);
    if (isText(offset) || !(isBehindText || colon !== '')) continue;
    const line = text.indexOf('\n', offset);
    found.push({ offset, words: text.slice(offset, line === -1 ? undefined : line).trim(), by: 'comment' });
  }
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.anchorStart === -1 || event.style !== SCALAR_STYLE.PLAIN) continue;
    const name = text.slice(event.anchorStart, event.anchorEnd);
    if (asked.has(name) || !/[ \t]/.test(text.slice(event.valueStart, event.valueEnd))) continue;
    found.push({ offset: event.anchorStart - 1, words: `&${name}`, by: 'ampersand' });
  }
  return found.sort((a, b) => a.offset - b.offset);
}

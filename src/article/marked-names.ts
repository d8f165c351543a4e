import type { Customs } from './customs.ts';
import { type Following, startsSentence } from './following.ts';

/** Names that are written with an exclamation mark and are no words that people call out. */
const NAMES: ReadonlySet<string> = new Set(['Yahoo', 'Jeopardy', 'Joomla', 'Kahoot']);
/** What only follows the name of a company or paper. */
const KIND =
  /^(?:Inc|Corp|Ltd|LLC|LLP|plc|PLC|Co\.|GmbH|KG|S\.\s?A|S\.\s?p\.\s?A|SpA|Sp\.|B\.\s?V|N\.\s?V|Brands|Magazine|Entertainment|Holdings?)(?!\p{L})/u;
const LAST_WORD = /(?<!\p{L})\p{Lu}\p{L}{0,20}$/u;

/**
 * Whether an exclamation or question mark is a part of a name: "Yahoo! Inc."
 * @param before what comes before the mark, or its end
 */
export function isMarkOfName(before: string, next: Following, customs: Customs): boolean {
  const word = LAST_WORD.exec(before)?.[0];
  if (word === undefined) return false;
  return KIND.test(next.text) || (NAMES.has(word) && !startsSentence(next, customs));
}

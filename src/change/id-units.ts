import type { IdWord } from './id-words.ts';

/** Words that stand together in an id, or not at all. */
export interface IdUnit {
  readonly latin: readonly string[];
  readonly stems: readonly string[];
  /** How much it tells by itself, whether other records have it or not. */
  readonly weight: number;
  /** Where it stands in the text, from 0 to 1. */
  readonly place: number;
  readonly isNumber: boolean;
}

/** What a negation adds to the weight of what it denies: without it an id would say the contrary of its claim. */
const DENIES = 0.8;
const YEAR = /^(?:1[89]|20|25)\d\d$/;
const isShare = (latin: readonly string[]) => latin.at(-1) === 'percent';
const isYear = ({ latin }: IdWord) => latin.length === 1 && YEAR.test(latin[0] ?? '');

/**
 * Joins what would mislead alone: a number and what it counts, the last two words of a name, and a negation and what it
 * denies, so that no id says the contrary of its claim.
 */
export function idUnitsOf(words: readonly IdWord[]): readonly IdUnit[] {
  const units: IdUnit[] = [];
  let denials: readonly IdWord[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as IdWord;
    const count = countOf(words, at);
    // Of a name of three words and more, the last two tell most.
    const own = count === 0 ? [{ ...word, kind: 'word' as const }] : words.slice(at, at + count);
    at += own.length;
    if (word.kind === 'negation') denials = [word];
    else {
      units.push(unitOf([...denials, ...own], units.length === 0));
      denials = [];
    }
  }
  const [denial] = denials;
  const last = units.pop();
  // An id does not end in a negation: it stands before the last word.
  if (denial && last) units.push({ ...last, latin: [...denial.latin, ...last.latin], weight: last.weight + DENIES });
  else if (last) units.push(last);
  return units;
}

/** How many words from an index on belong together; none where the word is only the beginning of a long name. */
function countOf(words: readonly IdWord[], at: number): number {
  const [word, next, third] = words.slice(at, at + 3);
  if (!word || !next) return 1;
  if (word.kind === 'number') {
    const isCount = !isYear(word) && !isShare(word.latin);
    return isCount && next.gap === 0 && ['word', 'name'].includes(next.kind) && next.latin.length === 1 ? 2 : 1;
  }
  const isName = (one: IdWord | undefined) => one?.kind === 'name' && one.gap === 0;
  const opensName = word.kind === 'name' || word.place === 0;
  if (!opensName || !isName(next)) return 1;
  if (isName(third)) return 0;
  return word.latin.length === 1 && next.latin.length === 1 ? 2 : 1;
}

function unitOf(words: readonly IdWord[], isOpening: boolean): IdUnit {
  const latin = words.flatMap((word) => word.latin);
  const place = words[0]?.place ?? 0;
  const has = (kind: IdWord['kind']) => words.some((word) => word.kind === kind);
  const isNumber = words.every(({ kind }) => kind === 'number');
  const weight =
    (has('name') ? 0.5 : 0) +
    (has('number') ? numberWeight(latin, isNumber) : 0) +
    (has('negation') ? DENIES : 0) +
    (isOpening ? 0.2 : 0) +
    0.05 * Math.min(7, Math.max(...latin.map(({ length }) => length))) -
    0.4 * place;
  return { latin, stems: words.flatMap(({ stems }) => stems), weight, place, isNumber };
}

/** A number tells something with what it counts, as a year or as a share; without that it only stands in the way. */
function numberWeight(latin: readonly string[], isAlone: boolean): number {
  const isTelling = !isAlone || isShare(latin) || (latin.length === 1 && YEAR.test(latin[0] ?? ''));
  return isTelling ? 0.3 : -0.3;
}

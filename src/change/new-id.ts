import type { Claim, LedgerEvent } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { type IdUnit, idUnitsOf } from './id-units.ts';
import type { IdWord } from './id-words.ts';

const MOST_WORDS = 4;
const LONGEST = 48;
/** Room for the number of an id whose words are taken. */
const NUMBER = 4;

/**
 * A short id for a new record: up to four words of its text that tell it from the others, in their order; other words of
 * it where that id is taken, and a number where there are none.
 * @param words of its text (`idWordsOf`)
 * @param others the texts of the ledger's records of this type
 * @param taken ids that are in use
 * @param fallback what to count up where no word is left: `claim` gives `claim-1`
 */
export function newId(
  words: readonly IdWord[],
  others: readonly string[],
  taken: ReadonlySet<string>,
  fallback: string,
): string {
  const units = ranked(idUnitsOf(words), others);
  const chosen = pick(units, LONGEST);
  const plain = idOf(chosen);
  if (plain === null) return numbered(fallback, 1, taken);
  for (const id of [plain, ...variants(units, chosen)]) if (!taken.has(id)) return id;
  return numbered(idOf(pick(units, LONGEST - NUMBER)) ?? fallback, 2, taken);
}

function numbered(stem: string, first: number, taken: ReadonlySet<string>): string {
  for (let n = first; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** Units by how well they tell a record from others: the fewer of these have one of its words, the better. */
function ranked(units: readonly IdUnit[], others: readonly string[]): readonly IdUnit[] {
  const all = others.join('\n').toLowerCase();
  const rarity = ({ stems }: IdUnit) => {
    const having = Math.min(...stems.map((stem) => linesWith(stem, all)));
    return 1 - Math.sqrt(having / (others.length + 1));
  };
  const scored = units.map((unit) => ({ unit, score: unit.weight + 1.4 * rarity(unit) }));
  return scored.sort((one, other) => other.score - one.score).map(({ unit }) => unit);
}

/** How many lines of a text have a word; a number only where it is not part of another. */
function linesWith(word: string, text: string): number {
  const isNumber = isDigit(word);
  let count = 0;
  for (let at = text.indexOf(word); at !== -1; ) {
    const isPart = isNumber && (isDigit(text[at - 1]) || isDigit(text[at + word.length]));
    if (!isPart) count++;
    const end = isPart ? at + 1 : text.indexOf('\n', at);
    at = end === -1 ? -1 : text.indexOf(word, end);
  }
  return count;
}

const isDigit = (text: string | undefined) => text !== undefined && /^\d+$/.test(text);

/** The first units that fit; a second number only where words leave room for it. */
function pick(units: readonly IdUnit[], longest: number): readonly IdUnit[] {
  const chosen: IdUnit[] = [];
  const take = (unit: IdUnit) => {
    if (fits([...chosen, unit], longest)) chosen.push(unit);
  };
  for (const unit of units) if (!unit.isNumber || !chosen.some(({ isNumber }) => isNumber)) take(unit);
  for (const unit of units) take(unit);
  return chosen;
}

function fits(units: readonly IdUnit[], longest = LONGEST): boolean {
  const words = units.flatMap(({ latin }) => latin);
  return words.length <= MOST_WORDS && new Set(words).size === words.length && words.join('-').length <= longest;
}

/** The ids with one unit in the place of another, the least telling first. */
function* variants(units: readonly IdUnit[], chosen: readonly IdUnit[]): Iterable<string> {
  const spare = units.filter((unit) => !chosen.includes(unit));
  for (const out of [...chosen].reverse()) {
    const kept = chosen.filter((unit) => unit !== out);
    for (const one of spare) {
      const id = fits([...kept, one]) ? idOf([...kept, one]) : null;
      if (id !== null) yield id;
    }
  }
}

/** The id that units make, in the order of the text; null where no word is among them, only numbers. */
function idOf(units: readonly IdUnit[]): string | null {
  if (units.every(({ isNumber }) => isNumber)) return null;
  const inOrder = [...units].sort((one, other) => one.place - other.place);
  return inOrder.flatMap(({ latin }) => latin).join('-');
}
/** The ids that new records may not have: those of others, and those that these had. */
export const takenIds = (records: readonly Pick<Claim, 'id' | 'formerly'>[]): ReadonlySet<string> =>
  new Set(records.flatMap(({ id, formerly }) => [id, ...formerly]));

/**
 * Refuses an id that a record has, or had.
 * @param own the record that is to have it
 */
export function refuseTaken(
  type: 'claim' | 'event',
  wanted: string,
  records: readonly Claim[] | readonly LedgerEvent[],
  own: Claim | LedgerEvent | null = null,
): void {
  const other = records.find((one) => one !== own && [one.id, ...one.formerly].includes(wanted));
  if (other === undefined) return;
  const words = 'text' in other ? other.text : other.title;
  const how = other.id === wanted ? `is taken: ${words}` : `was that of ${other.id}: ${words}`;
  throw new Refusal(`the ${type} id "${wanted}" ${how}`, 'Choose another id.');
}

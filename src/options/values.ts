import { Refusal } from '../model/refusal.ts';
import { didYouMean } from '../text/nearest.ts';
import { idFault } from '../yaml/scalar-decoders.ts';

/** Parsers for what is typed after an option; each throws a Refusal that says what was expected. */

export function count(typed: string): number {
  if (!/^\d{1,15}$/.test(typed)) throw new Refusal(`expected a whole number, found ${JSON.stringify(typed)}`);
  return Number(typed);
}

/** A number from 1 up. */
export function ordinal(typed: string): number {
  const number = count(typed);
  if (number === 0) throw new Refusal('expected a number from 1 up, found 0');
  return number;
}

/** A number from 0 up, decimals allowed. */
export function decimal(typed: string): number {
  if (!/^\d{1,15}(\.\d{1,15})?$/.test(typed)) {
    throw new Refusal(`expected a number such as 2.5, found ${JSON.stringify(typed)}`);
  }
  return Number(typed);
}

export function id(typed: string): string {
  const fault = idFault(typed);
  if (fault !== null) throw new Refusal(fault);
  return typed;
}

export function text(typed: string): string {
  if (!/\S/.test(typed)) throw new Refusal('expected text, found only blanks');
  return typed;
}

/** A language tag (BCP 47), in its canonical form. */
export function language(typed: string): string {
  try {
    return Intl.getCanonicalLocales(typed)[0] ?? typed;
  } catch {
    throw new Refusal(`expected a language tag such as en, pl or zh-Hant, found ${JSON.stringify(typed)}`);
  }
}

/** A web address; it needs its scheme, so that whoever reads the ledger can open it. */
export function address(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:\S+$/i.test(typed)) return typed;
  const hint = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(typed) ? `; did you mean https://${typed}?` : '';
  throw new Refusal(`expected an address such as https://example.org/, found ${JSON.stringify(typed)}${hint}`);
}

/** A share in percent, 0 to 100, decimals allowed. */
export function percent(typed: string): number {
  if (/^\d+(\.\d+)?$/.test(typed) && Number(typed) <= 100) return Number(typed);
  throw new Refusal(`expected a percentage from 0 to 100, found ${JSON.stringify(typed)}`);
}

/** A value, or an empty text, which takes away what is there. */
export const orNothing =
  <T extends string>(parse: (typed: string, today: string) => T) =>
  (typed: string, today: string): T | '' =>
    /\S/.test(typed) ? parse(typed, today) : '';

/** One of some words. */
export function oneOf<W extends string>(words: readonly W[]): (typed: string) => W {
  return (typed) => {
    const found = words.find((word) => word === typed);
    if (found !== undefined) return found;
    throw new Refusal(`expected one of ${words.join(', ')}, found ${JSON.stringify(typed)}${didYouMean(typed, words)}`);
  };
}

import { dateFault } from '../model/dates.ts';
import { FORMAT, KINDS, type ScalarName, STATUSES } from '../model/shape.ts';
import { didYouMean } from '../text/nearest.ts';

/** A scalar decoded: its value, or what is wrong with it; `alone` where no other fault is worth naming beside it. */
export type Decoded = { readonly value: unknown } | { readonly fault: string; readonly alone?: true };

const INTEGER = /^[-+]?[0-9]+$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const DIGEST = /^sha256-[0-9a-f]{16}$/;

const show = (raw: string) => JSON.stringify(raw.length > 80 ? `${raw.slice(0, 79)}…` : raw);

function oneOf(raw: string, what: string, words: readonly string[]): Decoded {
  if (words.includes(raw)) return { value: raw };
  const list = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  return { fault: `unknown ${what} ${show(raw)}: expected ${list}${didYouMean(raw, words)}` };
}

function date(raw: string, full: boolean): Decoded {
  const fault = dateFault(raw, full);
  return fault === null ? { value: raw } : { fault };
}

/** What is wrong with a text as an id, or null. */
export function idFault(raw: string): string | null {
  if (raw.length > 64) return `an id of ${raw.length} characters: at most 64`;
  if (ID.test(raw)) return null;
  return `${show(raw)} is no id: expected ASCII letters, digits, "-", "_" and ".", starting with a letter or digit`;
}

/** One decoder for each scalar of the shape: from the text as written and whether it stands without quotes. */
export const decoders: Readonly<Record<Exclude<ScalarName, 'names'>, (raw: string, plain: boolean) => Decoded>> = {
  format(raw, plain) {
    if (plain && raw === String(FORMAT)) return { value: FORMAT };
    if (INTEGER.test(raw) && Number(raw) > FORMAT) {
      const fault = `the ledger has format ${raw}, and this factledger reads format ${FORMAT}: install a newer one`;
      return { fault, alone: true };
    }
    return { fault: `expected ${FORMAT}, the version of the ledger format, found ${plain ? raw : show(raw)}` };
  },
  text: (raw) => (/\S/.test(raw) ? { value: raw } : { fault: 'expected text, found only blanks' }),
  remark: (raw) => ({ value: raw }),
  id(raw) {
    const fault = idFault(raw);
    return fault === null ? { value: raw } : { fault };
  },
  day: (raw) => date(raw, true),
  date: (raw) => date(raw, false),
  status: (raw) => oneOf(raw, 'status', STATUSES),
  kind: (raw) => oneOf(raw, 'kind', KINDS),
  ordinal(raw, plain) {
    if (plain && INTEGER.test(raw) && Number(raw) >= 1 && Number.isSafeInteger(Number(raw))) {
      return { value: Number(raw) };
    }
    return { fault: `expected a number from 1 up, found ${plain ? raw : show(raw)}` };
  },
  digest(raw) {
    if (DIGEST.test(raw)) return { value: raw };
    return { fault: `expected "sha256-" and 16 hexadecimal digits in lower case, found ${show(raw)}` };
  },
};

/** What each scalar is called where something else stands in its place. */
export const scalarTitles: Readonly<Record<ScalarName, string>> = {
  format: 'the number 1',
  text: 'text',
  remark: 'text',
  names: 'a name or a list of names',
  id: 'an id',
  day: 'a day, YYYY-MM-DD',
  date: 'a date',
  status: 'a status',
  kind: 'a kind',
  ordinal: 'a number',
  digest: 'a digest',
};

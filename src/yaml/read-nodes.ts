import type { Fault } from '../model/fault.ts';
import type { Ledger, Reading } from '../model/ledger.ts';
import { compiledLedgerShape } from './compiled-ledger-shape.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { resolveFormerIds } from './former-ids.ts';
import { quoted } from './quoted.ts';
import type { Scanner } from './scanner.ts';
import { walk } from './walk.ts';

/**
 * Reads a ledger from the nodes of a text.
 * @param scanner null where the text could not be taken apart
 * @param found what is wrong with the text as YAML
 */
export function readNodes(scanner: Scanner | null, found: readonly Fault[]): Reading {
  const { value, faults, alone } = walk(scanner, compiledLedgerShape);
  const ledger = value as Ledger;
  if (alone) return { ledger, faults };
  const text = scanner?.text ?? '';
  const judged = faults.map((fault) => commentedAway(fault, text));
  const all = [...found, ...judged, ...earlyWithdrawals(ledger), ...duplicateIds(text, ledger)];
  return { ledger: resolveFormerIds(ledger), faults: all.sort((a, b) => a.offset - b.offset) };
}

/** Withdrawals from before there was anything to withdraw. */
function earlyWithdrawals({ claims }: Ledger): Fault[] {
  return claims.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ date, withdrawn }): Fault[] => {
      if (withdrawn === null || withdrawn.date === '' || withdrawn.date >= date) return [];
      const { date: written } = withdrawn.place.values;
      const offset = typeof written === 'number' ? written : withdrawn.place.start;
      return [{ rule: 'schema', offset, message: `withdrawn on ${withdrawn.date}, before the verdict of ${date}` }];
    }),
  );
}

/** How far into a record a key is looked for, in UTF-16 units. */
const RECORD = 2000;

/** Where a key that is missing stands there with a comment for its value, that is what is wrong. */
function commentedAway(fault: Fault, text: string): Fault {
  const key = /^an? \w+ needs the key "(\w+)"$/.exec(fault.message)?.[1];
  if (key === undefined) return fault;
  const line = text.lastIndexOf('\n', fault.offset - 1) + 1;
  const column = fault.offset - line;
  const record = text.slice(fault.offset, fault.offset + RECORD).split('\n');
  // The record's own lines stand as far in as its first key.
  const own = record.findIndex((one, at) => at > 0 && /\S/.test(one) && one.search(/\S/) < column);
  const lines = own === -1 ? record : record.slice(0, own);
  let offset = fault.offset;
  for (const one of lines) {
    const [, before = '', words = ''] = new RegExp(`^(\\s*${key}:\\s+)(#.*?)\\s*$`).exec(one) ?? [];
    if (words !== '') {
      const message = `${key} has no value, for # starts a comment; write: ${key}: ${quoted(words)}`;
      return { ...fault, offset: offset + before.length, message };
    }
    offset += one.length + 1;
  }
  return fault;
}

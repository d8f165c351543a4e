import type { Ledger, NamedLedger } from '../model/ledger.ts';
import { InvalidLedgers } from '../model/refusal.ts';
import { ledgerOf } from '../query/names.ts';
import { discover, type FoundLedger } from '../store/discover.ts';
import { openLedger } from '../store/input.ts';
import type { Opened } from '../store/open.ts';
import { faultLines } from '../text/fault-lines.ts';
import { readLedger } from '../yaml/read-ledger.ts';
import type { Context } from './context.ts';
import { progress } from './progress.ts';

/** How many errors of one run are shown; the rest is counted. */
const SHOWN = 100;

/** A sound ledger together with where it was found and its text. */
export interface ReadLedger extends NamedLedger {
  readonly found: FoundLedger;
  readonly text: string;
}

/** The ledgers that a command works on, not read yet. */
export const findLedgers = (context: Context): Promise<FoundLedger[]> => discover(context.world, context.globals.file);

/**
 * Of the ledgers found, those that names on the command line can mean: where every name says its ledger, only these
 * need to be read.
 */
export function needed(found: readonly FoundLedger[], names: readonly string[]): readonly FoundLedger[] {
  const meant = names.map((name) => ledgerOf(name, found));
  return names.length > 0 && meant.every((ledger) => ledger !== null) ? [...new Set(meant)] : found;
}

/**
 * Reads ledgers, all of them before anything is said.
 * @throws InvalidLedgers with every error of every one, if any is not sound
 */
export async function readLedgers(context: Context, found: readonly FoundLedger[]): Promise<ReadLedger[]> {
  const shown = progress(context);
  const ledgers: ReadLedger[] = [];
  const errors: string[] = [];
  for (const [index, one] of found.entries()) {
    await shown.step(one, index, found.length);
    const opened = await openLedger(context.world, one);
    const read = await readText(one, opened);
    if ('errors' in read) for (const error of read.errors) errors.push(error);
    else ledgers.push(read);
  }
  await shown.clear();
  if (errors.length > 0) throw invalid(errors);
  return ledgers;
}

/** Reads one opened ledger, or tells its errors as `file:line:col: message`. */
async function readText(found: FoundLedger, opened: Opened): Promise<ReadLedger | { errors: string[] }> {
  if ('fault' in opened) return { errors: [`${found.file}:${opened.line}:${opened.column}: ${opened.fault}`] };
  const { text } = opened;
  const { ledger, faults } = await readLedger(text);
  if (faults.length > 0) return { errors: faultLines(found.file, text, faults) };
  return { found, text, name: found.name, file: found.file, ledger };
}

function invalid(errors: readonly string[]): InvalidLedgers {
  const more = errors.length - SHOWN;
  const lines = more > 0 ? [...errors.slice(0, SHOWN), `… and ${more} more errors`] : errors;
  const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
  return new InvalidLedgers(lines, `The ledger has ${count}; nothing was done.`);
}

/** Reads a ledger's text again while it is being written. @throws InvalidLedgers if it is no longer sound */
export async function rereadLedger(file: string, text: string): Promise<Ledger> {
  const { ledger, faults } = await readLedger(text);
  if (faults.length > 0) throw invalid(faultLines(file, text, faults));
  return ledger;
}

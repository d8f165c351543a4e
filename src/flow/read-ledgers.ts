import type { Ledger, NamedLedger } from '../model/ledger.ts';
import { InvalidLedgers } from '../model/refusal.ts';
import { ledgerOf } from '../query/names.ts';
import { isWorthCaching } from '../store/cacheable.ts';
import { discover } from '../store/discover.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { openLedger } from '../store/input.ts';
import type { Opened } from '../store/open.ts';
import { faultLines } from '../text/fault-lines.ts';
import { readLedger } from '../yaml/read-ledger.ts';
import type { Context } from './context.ts';
import { progress } from './progress.ts';

/** How many errors of one run are shown; the rest is counted. */
const SHOWN = 100;

/** A sound ledger with all that is known of it: where it was found, its text, and what that reads as. */
export interface ReadLedger extends NamedLedger {
  readonly found: FoundLedger;
  readonly text: string;
  readonly ledger: Ledger;
}

/** The ledgers that a command works on, not read yet. */
export const findLedgers = ({ world, globals, config }: Context): Promise<FoundLedger[]> =>
  discover(world, globals.file, config);

/** The same, for those who look them up. */
export const findToLookUp = ({ world, globals, config }: Context): Promise<FoundLedger[]> =>
  discover(world, globals.file, config, world.cacheFolder !== null);

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
export function readLedgers(context: Context, found: readonly FoundLedger[]): Promise<ReadLedger[]> {
  return eachSound(context, found, async (one) => readOpened(one, await openLedger(context.world, one)));
}

/**
 * Looks ledgers up, all of them before anything is said: the same as `readLedgers` for those who look at claims and
 * events alone. Many or large ledgers come from the cache, as far as it holds what stands in their files.
 * @throws InvalidLedgers with every error of every one, if any is not sound
 */
export async function lookUpLedgers(context: Context, found: readonly FoundLedger[]): Promise<NamedLedger[]> {
  const { cacheFolder } = context.world;
  if (cacheFolder === null || !isWorthCaching(found)) return readLedgers(context, found);
  // Loaded for large ledgers only.
  const cache = (await import('../store/ledger-cache.ts')).LedgerCache.in(cacheFolder, found);
  try {
    return await eachSound<NamedLedger>(context, found, async (one) => {
      const known = cache.lookUp(one);
      if (known) return { name: one.name, file: one.file, ...known };
      const opened = await openLedger(context.world, one);
      const read = await readOpened(one, opened);
      if ('bytes' in opened && 'ledger' in read) cache.add(opened.bytes, read.ledger);
      return read;
    });
  } finally {
    // What is sound is kept, whatever is wrong with another one.
    cache.save();
  }
}

async function eachSound<L extends NamedLedger>(
  context: Context,
  found: readonly FoundLedger[],
  read: (one: FoundLedger) => Promise<L | { errors: string[] }>,
): Promise<L[]> {
  const shown = progress(context);
  const ledgers: L[] = [];
  const errors: string[] = [];
  for (const [index, one] of found.entries()) {
    await shown.step(one, index, found.length);
    const ledger = await read(one);
    if ('errors' in ledger) for (const error of ledger.errors) errors.push(error);
    else ledgers.push(ledger);
  }
  await shown.clear();
  if (errors.length > 0) throw invalid(errors);
  return ledgers;
}

/** Reads one opened ledger, or tells its errors as `file:line:col: message`. */
function readOpened(
  found: FoundLedger,
  opened: Opened,
): Promise<ReadLedger | { errors: string[] }> | { errors: string[] } {
  if ('fault' in opened) return { errors: [`${found.file}:${opened.line}:${opened.column}: ${opened.fault}`] };
  return readText(found, opened.text);
}

async function readText(found: FoundLedger, text: string): Promise<ReadLedger | { errors: string[] }> {
  const { ledger, faults } = await readLedger(text);
  if (faults.length > 0) return { errors: faultLines(found.file, text, faults) };
  return {
    found,
    text,
    ledger,
    name: found.name,
    file: found.file,
    article: ledger.article,
    claims: () => ledger.claims,
    events: () => ledger.events,
  };
}

function invalid(errors: readonly string[]): InvalidLedgers {
  const more = errors.length - SHOWN;
  const lines = more > 0 ? [...errors.slice(0, SHOWN), `… and ${more} more errors`] : errors;
  const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
  return new InvalidLedgers(lines, `The ledger has ${count}; nothing was done.`);
}

/** Reads a ledger's text again while it is being written. @throws InvalidLedgers if it is no longer sound */
export async function readAgain(found: FoundLedger, text: string): Promise<ReadLedger> {
  const read = await readText(found, text);
  if ('errors' in read) throw invalid(read.errors);
  return read;
}

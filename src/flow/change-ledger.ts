import type { Addition } from '../change/addition.ts';
import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { update } from '../store/save.ts';
import { nearest } from '../text/nearest.ts';
import { edit } from '../yaml/edit.ts';
import type { Context } from './context.ts';
import { type ReadLedger, readLedgers, rereadLedger } from './read-ledgers.ts';

/** What a change adds to a ledger, and what it tells of that. */
interface Planned<T> {
  readonly additions: readonly Addition[];
  readonly outcome: T;
}

/** From a ledger to what is to be added; called again on a fresh ledger if the file changed in between. */
export type Plan<T> = (ledger: Ledger) => Planned<T>;

/** A change made and proven on a ledger's text, not written yet. */
export interface Proven<T> {
  readonly before: string;
  readonly after: string;
  readonly outcome: T;
}

/** How long a write waits for another one to end, in milliseconds: a large ledger takes its time. */
const PATIENCE = { quiet: 3_000, most: 60_000 };

export function prove<T>(read: ReadLedger, plan: Plan<T>): Proven<T> {
  const { additions, outcome } = plan(read.ledger);
  return { before: read.text, after: edited(read.file, read.text, additions, read.ledger), outcome };
}

/** Edits a text, and says of which file what cannot be done. */
function edited(file: string, text: string, additions: readonly Addition[], ledger: Ledger): string {
  try {
    return edit(text, additions, ledger);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(`${file}: ${error.message}`, ...error.advice) : error;
  }
}

/**
 * Makes a change to a ledger's file. Made afresh on the text as it is at that moment.
 * @param proven the change as made before; taken as it is if the file still holds the text it was made on
 */
export async function write<T>(context: Context, found: FoundLedger, plan: Plan<T>, proven?: Proven<T>): Promise<T> {
  let outcome: T | undefined;
  const change = async (text: string) => {
    if (proven?.before === text) {
      outcome = proven.outcome;
      return proven.after;
    }
    const ledger = await rereadLedger(found.file, text);
    const planned = plan(ledger);
    outcome = planned.outcome;
    return edited(found.file, text, planned.additions, ledger);
  };
  await update(found.path, found.file, change, { ...PATIENCE, tell: context.note });
  return outcome as T;
}

/** Reads a ledger, with all its errors if it has any, and makes a change to it. */
export async function readAndWrite<T>(context: Context, found: FoundLedger, plan: Plan<T>): Promise<T> {
  const [read] = await readLedgers(context, [found]);
  return write(context, found, plan, prove(read as ReadLedger, plan));
}

/** Refuses what makes no sense for a command that writes: a view from another day, or standard input as the file. */
export function refuseUnwritable(context: Context, found: readonly FoundLedger[]): void {
  refuseAsOf(context);
  if (found.some(({ path }) => path === '-')) {
    throw new Refusal('standard input cannot be written to', 'Name the file in place of "-".');
  }
}

export function refuseAsOf({ globals }: Context): void {
  if (globals.asOf === null) return;
  throw new Refusal(
    '--as-of is for commands that read',
    'A verdict is dated with --date, an event with --on or --date.',
  );
}

/** The one ledger that a new record goes to. @throws Refusal where that is not clear */
export function ledgerFor(found: readonly FoundLedger[], wanted: string | undefined): FoundLedger {
  const names = found.map(({ name }) => name);
  if (wanted === undefined) {
    if (found.length === 1) return found[0] as FoundLedger;
    throw new Refusal('there are several ledgers: say which with --ledger NAME', `They are: ${names.join(', ')}`);
  }
  const ledger = found.find(({ name }) => name === wanted);
  if (ledger) return ledger;
  const near = nearest(wanted, names, 3);
  throw new Refusal(
    `there is no ledger "${wanted}"`,
    `${near.length > 0 ? 'Did you mean' : 'They are'}: ${(near.length > 0 ? near : names).join(', ')}`,
  );
}

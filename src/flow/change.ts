import type { Change } from '../change/change.ts';
import { Refusal } from '../model/refusal.ts';
import { slashed } from '../store/found-ledger.ts';
import { update } from '../store/save.ts';
import { shown } from '../view/found.ts';
import { type Page, piecesOf, type Text } from '../view/page.ts';
import { edit } from '../yaml/edit.ts';
import type { Context } from './context.ts';
import { noteOf } from './note-of.ts';
import { type ReadLedger, readAgain } from './read-ledgers.ts';

/** What a change does to a ledger, and what it tells of that. */
interface Planned<T> {
  readonly changes: readonly Change[];
  readonly outcome: T;
}

/** From a ledger to what is to be done to it; asked again about a fresh ledger if the file changed in between. */
type Plan<T> = (ledger: ReadLedger) => Planned<T>;

/** A change made and proven on a ledger's text, in its file only where `Done` says so. */
export interface Made<T> {
  readonly target: ReadLedger;
  readonly before: string;
  readonly after: string;
  readonly outcome: T;
}

/** What became of a change. */
export interface Done<T> {
  /** The ledgers that are as they were meant to be, in the order given. */
  readonly made: readonly Made<T>[];
  /** What kept the others from that, once something was written; null where nothing did. */
  readonly failure: unknown;
}

/** How long a write waits for another one to end, in milliseconds: a large ledger takes its time. */
export const PATIENCE = { quiet: 3_000, most: 60_000 };

/**
 * Changes ledgers: plans and proves all of it before the first is written, then writes them under the locks of all.
 * @param isDryRun whether to leave the files as they are
 * @param note takes down what is done, so that it can be undone
 * @throws Refusal if any of it cannot be done; nothing was written then
 */
export async function change<T>(
  context: Context,
  targets: readonly ReadLedger[],
  isDryRun: boolean,
  plan: Plan<T>,
  note = noteOf(context),
): Promise<Done<T>> {
  const proven = targets.map((target) => prove(target, plan));
  if (isDryRun) return { made: proven, failure: null };
  const made = new Map(proven.map((one) => [one.target.found, one]));
  const files = proven.map(({ target: { found }, before, after }) => ({
    path: found.path,
    file: found.file,
    async edit(text: string) {
      if (text === before) return after;
      const fresh = prove(await readAgain(found, text), plan);
      made.set(found, fresh);
      return fresh.after;
    },
  }));
  const { finished, failure } = await update(files, { ...PATIENCE, tell: context.note }, note);
  if (failure !== null && finished.length === 0) throw failure;
  const isFinished = new Set(finished.map(({ path }) => path));
  return { made: [...made.values()].filter(({ target }) => isFinished.has(target.found.path)), failure };
}

/** The same for one ledger. */
export async function changeOne<T>(
  context: Context,
  target: ReadLedger,
  isDryRun: boolean,
  plan: Plan<T>,
  note = noteOf(context),
): Promise<Made<T>> {
  const { made } = await change(context, [target], isDryRun, plan, note);
  const [one] = made;
  if (one === undefined) throw new Error('a change was neither made nor refused');
  return one;
}

/** Makes a change on a ledger's text, and says of which file what cannot be done. */
function prove<T>(target: ReadLedger, plan: Plan<T>): Made<T> {
  const { changes, outcome } = plan(target);
  const { text, file, ledger } = target;
  try {
    return { target, before: text, after: edit(text, changes, ledger), outcome };
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(`${file}: ${error.message}`, ...error.advice) : error;
  }
}

/** What a verb that writes has to say. */
interface Said {
  readonly isDryRun: boolean;
  /** What kept the command from going on to its end. */
  readonly failure?: unknown;
  /** For programs. */
  readonly data: unknown;
  /** For people: the result. */
  readonly lines: readonly Text[];
  /** What is worth knowing besides. */
  readonly notes?: readonly Text[];
}

/** What a verb that writes answers; in a dry run the result is the change itself, as a diff, and all else is said besides. */
export async function changed(
  made: readonly Made<unknown>[],
  { isDryRun, failure = null, data, lines, notes = [] }: Said,
) {
  const diffs = isDryRun ? await diffsOf(made) : null;
  const page = (): Page => diffs ?? lines.map((text) => ({ kind: 'line', text: piecesOf(text) }));
  const written = isDryRun ? [] : made.filter(({ before, after }) => before !== after).map(({ target }) => target.file);
  return { found: shown(data, page), notes: isDryRun ? [...lines, ...notes] : notes, written, failure };
}

async function diffsOf(made: readonly Made<unknown>[]): Promise<Page> {
  // Loaded where a diff is asked for only.
  const { diffPage } = await import('../view/pages/diff.ts');
  return made
    .filter(({ before, after }) => before !== after)
    .flatMap(({ target, before, after }) => [...diffPage(slashed(target.file), before, after)]);
}

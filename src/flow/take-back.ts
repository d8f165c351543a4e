import { removeUnchanged } from '../store/remove-file.ts';
import { update } from '../store/save.ts';
import type { UndoJournal } from '../store/undo-journal.ts';
import { PATIENCE } from './change.ts';
import type { Context } from './context.ts';
import type { FileToRestore, LastCommand } from './last-command.ts';

/** A file changed before its lock was taken: what the last command is must be asked again. */
class ChangedMeanwhile extends Error {}

/** What became of a command that was to be taken back. */
interface TakenBack {
  /** The files that are as they were before it. */
  readonly files: readonly FileToRestore[];
  /** What kept the others from that; null where nothing did. */
  readonly failure: unknown;
}

/**
 * Takes a command back under the locks of all its files, and forgets it then.
 * @returns null if a file changed meanwhile; nothing was written then
 * @throws Refusal if a file cannot be written; nothing was written then
 */
export async function takeBack(
  context: Context,
  journal: UndoJournal,
  { entry, files, empty }: LastCommand,
): Promise<TakenBack | null> {
  const forget = () => {
    // Of the empty ones, none was on its way: its writer would have had the locks.
    for (const { name } of [entry, ...empty]) journal.forget(name);
  };
  const patience = { ...PATIENCE, tell: context.note };
  const [first] = files;
  if (first?.restored === null) {
    const { found, digest } = first;
    if (!(await removeUnchanged(found.path, found.file, digest, patience))) return null;
    forget();
    return { files, failure: null };
  }
  const toWrite = files.map((one) => ({
    path: one.found.path,
    file: one.found.file,
    one,
    edit(text: string) {
      if (text !== one.text || one.restored === null) throw new ChangedMeanwhile();
      return one.restored;
    },
  }));
  const { finished, failure } = await update(toWrite, patience, null);
  if (failure === null) forget();
  else if (finished.length > 0) return { files: finished.map(({ one }) => one), failure };
  else if (failure instanceof ChangedMeanwhile) return null;
  else throw failure;
  return { files, failure };
}

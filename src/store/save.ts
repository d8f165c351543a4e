import { realpathSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../model/refusal.ts';
import { sha256OfFile } from './chunked-file.ts';
import { type LockedFile, lock, type Patience } from './lock.ts';
import { fileRefusal, openText } from './open.ts';
import { replace } from './replace-file.ts';
import { clearStrays } from './text-on-its-way.ts';
import type { Content, UndoNote } from './undo-note.ts';

/** How often a change is made again because somebody else saved the file in between. */
const MOST_ATTEMPTS = 50;

/** A file that is to be changed. */
export interface FileToChange {
  /** Absolute. */
  readonly path: string;
  /** As shown to people. */
  readonly file: string;
  /** What becomes of its text, in UTF-16; asked again about the fresh text if the file changed meanwhile. */
  readonly edit: (text: string) => string | Promise<string>;
}

/** What became of files that were to be changed. */
export interface Updated<F extends FileToChange> {
  /** Those that hold what they were to hold. */
  readonly finished: readonly F[];
  /** What kept the others from it: they are untouched. Null where nothing did. */
  readonly failure: unknown;
}

/**
 * Changes the texts of files under the kernel's locks: takes those of all files first, in the order of their real
 * paths, so that two writers never wait for each other; reads, hands all texts to their edits, and then puts each
 * result in its place in one step, so that at any moment the old text is there or the new one. Mode, owner and symbolic
 * links are kept. What programs without the lock, such as editors, save in between is found, and the change is made
 * again on it.
 * @param note takes down what is done, so that it can be undone; null for nothing
 * @param platform that of this process, or another one as Node calls it, for tests
 */
export async function update<F extends FileToChange>(
  files: readonly F[],
  patience: Patience,
  note: UndoNote | null,
  platform?: string,
): Promise<Updated<F>> {
  const finished: F[] = [];
  try {
    const ordered = inLockOrder(files);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      await updateOnce(
        ordered.filter((file) => !finished.includes(file)),
        patience,
        note,
        (file) => finished.push(file),
        platform,
      );
      if (finished.length === files.length) return { finished, failure: null };
      // Somebody may be in the middle of saving.
      await sleep(10 + attempt);
    }
    const changing = files.filter((file) => !finished.includes(file)).map(({ file }) => file);
    throw new Refusal(
      `${changing.join(', ')}: it keeps changing while it is being written`,
      'Nothing was written. Try again.',
    );
  } catch (failure) {
    return { finished, failure };
  }
}

function inLockOrder<F extends FileToChange>(files: readonly F[]): F[] {
  const keyed = files.map((file) => ({ file, real: realPath(file) }));
  return keyed.sort((a, b) => (a.real < b.real ? -1 : 1)).map(({ file }) => file);
}

function realPath({ path, file }: FileToChange): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw fileRefusal(file, error);
  }
}

interface OpenFile<F extends FileToChange> {
  readonly file: F;
  readonly locked: LockedFile;
}

interface EditedFile<F extends FileToChange> extends OpenFile<F> {
  readonly before: Content;
  /** The same object where nothing changes. */
  readonly after: Content;
}

/** @param onFinished told of each file once it holds what it was to hold */
async function updateOnce<F extends FileToChange>(
  files: readonly F[],
  patience: Patience,
  note: UndoNote | null,
  onFinished: (file: F) => void,
  platform: string | undefined,
): Promise<void> {
  const open: OpenFile<F>[] = [];
  try {
    for (const file of files) {
      refuseHardLinks(file, open);
      open.push({ file, locked: await lock(file.path, file.file, patience, platform) });
    }
    const edited: EditedFile<F>[] = [];
    for (const { file, locked } of open) {
      const before = await orRefuse(file, () => currentText(locked, file));
      const text = await file.edit(before.text);
      const after = text === before.text ? before : { text, bytes: Buffer.from(text, 'utf8') };
      edited.push({ file, locked, before, after });
    }
    // All were edited before the first is written: what cannot be done to one is done to none.
    await writeAll(edited, note, onFinished);
  } finally {
    for (const { locked } of open) locked.release();
  }
}

async function writeAll<F extends FileToChange>(
  edited: readonly EditedFile<F>[],
  note: UndoNote | null,
  onFinished: (file: F) => void,
): Promise<void> {
  const changed = edited.filter(({ before, after }) => before !== after);
  // Before the first is written: a kill in between leaves a note of nothing, which does no harm.
  note?.add(changed.map(({ locked: { target }, before, after }) => ({ path: target, before, after })));
  const unwritten = new Set(changed.map(({ locked }) => locked.target));
  try {
    for (const { file, locked, before, after } of edited) {
      const isWritten =
        before === after || (await orRefuse(file, () => replace(locked, file.file, before.bytes, after.bytes)));
      if (!isWritten) continue;
      unwritten.delete(locked.target);
      onFinished(file);
    }
  } finally {
    // What failed once its text was in place is written all the same.
    note?.drop([...unwritten].filter((path) => sha256OfFile(path) !== note.meant(path)));
  }
}

/** One file under two names would wait for its own lock. */
function refuseHardLinks({ path, file }: FileToChange, open: readonly OpenFile<FileToChange>[]): void {
  const now = statSync(path, { throwIfNoEntry: false });
  const same = open.find(
    ({ locked: { stat } }) => now && now.ino !== 0 && stat.ino === now.ino && stat.dev === now.dev,
  );
  if (same) throw new Refusal(`${file} and ${same.file.file} are one file (a hard link)`, 'Name only one of them.');
}

/** Tells in words what the system does not allow. */
async function orRefuse<T>({ file }: FileToChange, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof Refusal ? error : fileRefusal(file, error, 'Nothing was written.');
  }
}

function currentText(locked: LockedFile, { file }: FileToChange): Content {
  if (locked.isSole) clearStrays(locked.target);
  return soundText(locked.target, file);
}

function soundText(target: string, file: string): Content {
  const opened = openText(target);
  if ('fault' in opened) throw new Refusal(`${file}:${opened.line}:${opened.column}: ${opened.fault}`);
  return opened;
}

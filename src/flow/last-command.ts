import { Refusal } from '../model/refusal.ts';
import { sha256OfFile } from '../store/chunked-file.ts';
import { isFile } from '../store/disk.ts';
import { type FoundLedger, shown } from '../store/found-ledger.ts';
import { openText } from '../store/open.ts';
import { realOf } from '../store/repository.ts';
import { takenBack, type UndoEntry, type UndoFile } from '../store/undo-entry.ts';
import type { UndoJournal } from '../store/undo-journal.ts';
import { commandShown } from '../text/command-shown.ts';
import type { Context } from './context.ts';

/** A file that is to be as it was before a command. */
export interface FileToRestore {
  readonly found: FoundLedger;
  /** SHA-256 of what it holds. */
  readonly digest: string;
  readonly text: string;
  /** Null where it was not there. */
  readonly restored: string | null;
}

/** A command that can be taken back. */
export interface LastCommand {
  readonly entry: UndoEntry;
  /** The files that are as it left them; the others are as they were before it. */
  readonly files: readonly FileToRestore[];
  /** Newer entries of which nothing is there: what a kill has left, or what was put back by other means. */
  readonly empty: readonly UndoEntry[];
}

/** What became of a file that a command wrote, and which ledger in use it is; null for none. */
interface Fate {
  readonly file: UndoFile;
  readonly ledger: FoundLedger | null;
  readonly state: 'after' | 'before' | 'other' | 'elsewhere' | 'gone';
}

/** The entries of a journal seen from the ledgers in use: which of them wrote these, and what is there now. */
export class CommandsBefore {
  private readonly context: Context;
  private readonly journal: UndoJournal;
  private readonly byPath: ReadonlyMap<string, FoundLedger>;
  private readonly digests = new Map<string, string | null>();

  /** @param ledgers those in use, files all of them */
  constructor(context: Context, journal: UndoJournal, ledgers: readonly FoundLedger[]) {
    this.context = context;
    this.journal = journal;
    this.byPath = new Map(ledgers.map((found) => [realOf(found.path) ?? found.path, found]));
  }

  /** Those that wrote a ledger in use, newest first. */
  *all(): Iterable<UndoEntry> {
    for (const entry of this.journal.entries()) {
      if (this.fatesOf(entry).some(({ ledger }) => ledger !== null)) yield entry;
    }
  }

  /**
   * Null where a ledger changes while this is found out, so that it must be asked again.
   * @throws Refusal if there is none, or a file changed since
   */
  last(): LastCommand | null {
    let refusal: Refusal | null = null;
    // What entries that are left out wrote and is there, or is something else now.
    const unexplained = new Set<string>();
    const empty: UndoEntry[] = [];
    for (const entry of this.journal.entries()) {
      const fates = this.fatesOf(entry);
      const inUse = fates.filter(({ ledger }) => ledger !== null);
      // Of other ledgers; or nothing of it is there, as after a kill between its note and its write.
      if (inUse.every(({ state }) => state === 'before')) {
        if (inUse.length === fates.length) empty.push(entry);
        continue;
      }
      const obstacle = fates.find(({ state }) => state !== 'after' && state !== 'before');
      const last = obstacle === undefined ? this.restorable(entry, fates) : null;
      if (obstacle === undefined && last === null) continue;
      if (last !== null) {
        const paths = new Set(last.files.map(({ found }) => found.path));
        // An older command is the last one only if it tells how the files came to be as they are.
        if ([...unexplained].every((path) => paths.has(path))) return { ...last, empty };
      }
      if (obstacle) refusal ??= this.refusalFor(entry, obstacle);
      for (const { ledger, state } of inUse) if (ledger && state !== 'before') unexplained.add(ledger.path);
    }
    const isOld = [...this.digests].some(([path, digest]) => sha256OfFile(path) !== digest);
    if (isOld) return null;
    throw refusal ?? this.nothing();
  }

  /** Null where the entry does not lead back to what it says. */
  private restorable(entry: UndoEntry, fates: readonly Fate[]): Omit<LastCommand, 'empty'> | null {
    const files: FileToRestore[] = [];
    for (const { file, ledger, state } of fates) {
      if (state !== 'after' || ledger === null) continue;
      const opened = openText(ledger.path);
      if (!('text' in opened)) return null;
      const restored = file.before === null ? null : takenBack(opened.text, file);
      if (file.before !== null && restored === null) return null;
      files.push({ found: ledger, digest: file.after, text: opened.text, restored });
    }
    return { entry, files };
  }

  /** A file is found by its path, and by what it holds only where nothing is there: a copy is not the original. */
  private fatesOf({ files }: UndoEntry): Fate[] {
    const taken = new Set<FoundLedger>();
    return files.map((file): Fate => {
      const named = this.byPath.get(file.path);
      const isThere = named !== undefined || isThereAt(file.path);
      const ledger = named ?? (isThere ? null : this.movedFrom(file, taken));
      if (ledger === null) return { file, ledger, state: isThere ? 'elsewhere' : 'gone' };
      taken.add(ledger);
      const digest = this.digestOf(ledger);
      const state = digest === file.after ? 'after' : digest === file.before ? 'before' : 'other';
      return { file, ledger, state };
    });
  }

  private movedFrom({ path, before, after }: UndoFile, taken: ReadonlySet<FoundLedger>): FoundLedger | null {
    const alike = [...this.byPath.values()].filter((found) => {
      const digest = taken.has(found) ? null : this.digestOf(found);
      return digest !== null && (digest === after || digest === before);
    });
    const near = (found: FoundLedger) => sameEnd(found.path, path);
    return alike.reduce<FoundLedger | null>(
      (best, one) => (best === null || near(one) > near(best) ? one : best),
      null,
    );
  }

  private digestOf({ path }: FoundLedger): string | null {
    let digest = this.digests.get(path);
    if (digest === undefined) {
      digest = sha256OfFile(path);
      this.digests.set(path, digest);
    }
    return digest;
  }

  private refusalFor({ words, files }: UndoEntry, { file, ledger, state }: Fate): Refusal {
    const { world } = this.context;
    const name = ledger?.file ?? shown(world, file.path);
    const that = `That was: ${commandShown(words)}`;
    const all = 'A command is taken back in all the ledgers that it wrote, or in none.';
    if (state === 'elsewhere') {
      const named = files.map(({ path }) => `-f ${shown(world, path)}`).join(' ');
      return new Refusal(
        `the last command wrote ${name} as well, which is not among the ledgers in use`,
        that,
        `${all} Name them: factledger undo ${named}`,
      );
    }
    if (state === 'gone') return new Refusal(`the last command wrote ${name} as well, which is gone`, that, all);
    return new Refusal(
      `${name} is neither as the last command left it nor as it was before`,
      that,
      'Nothing was undone: undo takes back only what is still as a command left it.',
    );
  }

  private nothing(): Refusal {
    const files = [...this.byPath.values()].map(({ file }) => file);
    const [first = '', ...others] = files;
    const why = this.journal.whyNot();
    return new Refusal(
      `there is nothing to undo in ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`,
      why === null
        ? 'The last 20 commands that changed a ledger can be undone; not what an editor or git changed.'
        : `No note can be kept of what commands do: ${why}.`,
    );
  }
}

/** Whether anything is at a path; where that cannot be told, something may be. */
function isThereAt(path: string): boolean {
  try {
    return isFile(path);
  } catch {
    return true;
  }
}

/** How many characters two paths have in common at their ends. */
function sameEnd(a: string, b: string): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a.at(-count - 1) === b.at(-count - 1)) count++;
  return count;
}

import { sha256 } from '../text/digest.ts';
import { splicesBack } from './splices-back.ts';
import type { UndoFile } from './undo-entry.ts';
import type { UndoJournal } from './undo-journal.ts';

/** What a file holds: its text, and the same in UTF-8. */
export interface Content {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** A file as it is changed. */
interface NotedChange {
  /** Absolute, links resolved. */
  readonly path: string;
  /** Null where there was none. */
  readonly before: Content | null;
  readonly after: Content;
}

/** Notes what one command does to files, as it does it. What cannot be noted is no harm: it cannot be undone. */
export class UndoNote {
  private readonly journal: UndoJournal;
  private readonly words: readonly string[];
  private readonly time: string;
  private readonly files = new Map<string, UndoFile>();
  private name: string | null = null;

  /** @param words of the command, after the program's name */
  constructor(journal: UndoJournal, words: readonly string[], now: Date) {
    this.journal = journal;
    this.words = words;
    this.time = now.toISOString();
  }

  /** To be called under the locks of all, before the first is written. */
  add(changes: readonly NotedChange[]): void {
    if (changes.length === 0) return;
    for (const { path, before, after } of changes) {
      this.files.set(path, {
        path,
        before: before && sha256(before.bytes),
        after: sha256(after.bytes),
        splices: before === null ? [] : splicesBack(before.text, after.text),
      });
    }
    this.put();
  }

  /** Takes out what was not written after all. @param paths as they were added */
  drop(paths: readonly string[]): void {
    const dropped = paths.filter((path) => this.files.delete(path));
    if (dropped.length > 0) this.put();
  }

  /** Takes all of it out: what was done was taken back by other means. */
  forget(): void {
    this.drop([...this.files.keys()]);
  }

  /** SHA-256 of what a file is to hold; null for one that is not noted. */
  meant(path: string): string | null {
    return this.files.get(path)?.after ?? null;
  }

  private put(): void {
    const { journal, words, time, name } = this;
    if (this.files.size > 0) this.name = journal.put(name, { time, words, files: [...this.files.values()] });
    else if (name !== null) {
      journal.forget(name);
      this.name = null;
    }
  }
}

import { lstatSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../text/digest.ts';
import { readOwn } from './own-file.ts';
import { isOwn, makeOwn, whyNotOwn } from './own-folder.ts';
import { remove } from './text-on-its-way.ts';
import { entryOf, type UndoEntry } from './undo-entry.ts';

/** How many entries are kept for each ledger. */
const KEPT = 20;
/** How many are kept in all, for ledgers that are long gone. */
const MOST = 1_000;
/** How large an entry may be, in bytes. */
const LARGEST = 64 * 2 ** 20;
/** After how long a file on its way was surely left by a killed run, in milliseconds. */
const STRAY = 3_600_000;

/** `<time>-<pid>-<random>.json`, the random part followed by the ledger's key where the command wrote one alone. */
const NAME = /^(\d{1,15})-\d+-[0-9a-z]+(?:-([0-9a-f]{16}))?\.json$/;

/** The name of an entry, taken apart. */
interface EntryName {
  readonly name: string;
  /** Milliseconds since 1970, later than those of all entries before it. */
  readonly time: number;
  /** Which ledger it is of; null where it is of several. */
  readonly key: string | null;
}

/**
 * What commands did, so that it can be taken back: a file for each command, in a folder that its user alone can read.
 * What is damaged, or belongs to somebody else, is ignored. Nothing is flushed to the disk: a lost note costs an undo.
 */
export class UndoJournal {
  private readonly folder: string | null;

  /** @param folder absolute; null where there is none */
  constructor(folder: string | null) {
    this.folder = folder;
  }

  /** Why nothing can be kept; null where it can. */
  whyNot(): string | null {
    return whyNotOwn(this.folder);
  }

  /** The entries, newest first, each read when it is due. */
  *entries(): Iterable<UndoEntry> {
    for (const { name } of this.names()) {
      const entry = this.read(name);
      if (entry) yield entry;
    }
  }

  /**
   * Puts an entry in its place, whole or not at all, and forgets those that are too many. To be called under the locks
   * of its ledgers: then their entries are named in the order of their writes, whatever the clock says.
   * @param name of the entry whose place it takes; null for a new one
   * @returns its name; null where it cannot be kept
   */
  put(name: string | null, { time, words, files }: Omit<UndoEntry, 'name'>): string | null {
    const { folder } = this;
    if (folder === null) return null;
    const text = `${JSON.stringify({ version: 1, time, words, files })}\n`;
    // A UTF-16 unit takes up to three bytes.
    if (text.length > LARGEST / 3) return null;
    try {
      if (!makeOwn(folder)) return null;
      const paths = files.map(({ path }) => path);
      const given = name ?? nameFor(Date.parse(time), paths, this.names());
      const temporary = join(folder, `.${given}.tmp`);
      try {
        writeFileSync(temporary, text, { mode: 0o600, flag: 'wx' });
        renameSync(temporary, join(folder, given));
      } catch (error) {
        remove(temporary);
        throw error;
      }
      if (name === null) this.prune(paths);
      return given;
    } catch {
      return null;
    }
  }

  forget(name: string): void {
    if (this.folder !== null) remove(join(this.folder, name));
  }

  /** Newest first. */
  private names(): readonly EntryName[] {
    const { folder } = this;
    if (folder === null) return [];
    try {
      if (!isOwn(lstatSync(folder))) return [];
      return readdirSync(folder)
        .map((name) => NAME.exec(name))
        .filter((match) => match !== null)
        .map(([name, time, key = null]) => ({ name, time: Number(time), key }))
        .sort((a, b) => b.time - a.time || (a.name < b.name ? 1 : -1));
    } catch {
      return [];
    }
  }

  private read(name: string): UndoEntry | null {
    const { folder } = this;
    if (folder === null) return null;
    const text = readOwn(join(folder, name), LARGEST);
    return text === null ? null : entryOf(name, text);
  }

  /** @param paths the ledgers of the newest entry */
  private prune(paths: readonly string[]): void {
    const names = this.names();
    const shared = names
      .filter(({ key }) => key === null)
      .map(({ name }) => this.read(name))
      .filter((one) => one !== null);
    const isOf = ({ name, key }: EntryName, path: string) =>
      key === keyOf(path) ||
      shared.some((entry) => entry.name === name && entry.files.some((file) => file.path === path));
    const beyond = (path: string) => new Set(names.filter((one) => isOf(one, path)).slice(KEPT));
    for (const path of paths) {
      for (const one of beyond(path)) {
        const others = shared.find(({ name }) => name === one.name)?.files ?? [];
        if (others.every((file) => file.path === path || beyond(file.path).has(one))) this.forget(one.name);
      }
    }
    for (const { name } of names.slice(MOST)) this.forget(name);
    this.clearStrays();
  }

  private clearStrays(): void {
    for (const name of readdirSync(this.folder ?? '')) {
      if (!name.endsWith('.tmp')) continue;
      const path = join(this.folder ?? '', name);
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat && Date.now() - stat.mtimeMs > STRAY) remove(path);
    }
  }
}

/** The ledger that an entry is of, in its name, so that it need not be read to be counted. */
const keyOf = (path: string): string => sha256(path).slice(0, 16);

/** @param names those there are, newest first */
function nameFor(now: number, paths: readonly string[], names: readonly EntryName[]): string {
  const time = Math.max(now, (names[0]?.time ?? 0) + 1);
  const random = Math.random().toString(36).slice(2, 10);
  const [only, ...others] = paths;
  const key = only !== undefined && others.length === 0 ? `-${keyOf(only)}` : '';
  return `${time}-${process.pid}-${random}${key}.json`;
}

import { closeSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import { sha256 } from '../text/digest.ts';
import type { Patience } from './lock.ts';
import { fileRefusal } from './open.ts';
import { readOwn } from './own-file.ts';
import { makeOwn, whyNotOwn } from './own-folder.ts';
import { update } from './save.ts';
import { remove } from './text-on-its-way.ts';

/** How many entries are kept that the feed no longer holds: some leave entries out and bring them back. */
const GONE = 1_000;
/** How many are kept of a feed in all. */
const MOST = 100_000;
/** How many feeds are remembered, those first forgotten that were read longest ago. */
const FEEDS = 1_000;

const NAME = /^[0-9a-f]{32}$/;
const UNSOUND = /[^0-9a-f\n]/;
/** Of a feed or an entry: what feeds hold is never kept as it is. */
const keyOf = (text: string): string => sha256(text).slice(0, 32);
const LARGEST = MOST * 33;

/**
 * Which entries of a feed were seen: a file for each feed, in a folder that its user alone can read, with a line for
 * each entry, those of the feed as it was last in their order, then those that it held before. It is changed under a
 * lock and replaced in one step, so that any number of processes lose nothing.
 */
export class SeenEntries {
  private readonly folders: readonly string[];
  private readonly folder: string;
  private readonly path: string;
  private readonly known: ReadonlySet<string>;

  /**
   * @param state the folder for what a user has done, absolute; null where there is none
   * @param feed its address or path
   * @throws Refusal if nothing can be kept
   */
  constructor(state: string | null, feed: string) {
    const why = whyNotOwn(state);
    if (state === null || why !== null) throw new Refusal(`--unseen: nothing can be remembered: ${why}`);
    this.folder = join(state, 'feeds');
    this.folders = [state, this.folder];
    this.path = join(this.folder, keyOf(feed));
    const text = readOwn(this.path, LARGEST) ?? '';
    this.known = new Set(UNSOUND.test(text) ? [] : text.split('\n'));
  }

  /** Whether an entry was seen when this was made. */
  has(id: string): boolean {
    return this.known.has(keyOf(id));
  }

  /** Remembers entries as seen. @param ids of all entries that the feed holds @throws Refusal if that cannot be done */
  async add(ids: readonly string[], patience: Patience): Promise<void> {
    const now = new Set(ids.map(keyOf));
    this.prepare();
    const edit = (text: string) => {
      const before = text.split('\n').filter((key) => key !== '' && !now.has(key));
      return [...now, ...before.slice(0, GONE)]
        .slice(0, MOST)
        .map((key) => `${key}\n`)
        .join('');
    };
    const { failure } = await update([{ path: this.path, file: this.path, edit }], patience, null);
    if (failure !== null) throw failure;
  }

  /** Sees to it that the file is there, and is one that can be changed. */
  private prepare(): void {
    try {
      for (const folder of this.folders) {
        if (!makeOwn(folder)) throw new Refusal(`--unseen: ${folder} is no folder of your own`);
      }
      const stat = lstatSync(this.path, { throwIfNoEntry: false });
      if (!stat) this.forgetOldest();
      else if (UNSOUND.test(readOwn(this.path, LARGEST) ?? 'none')) remove(this.path);
      closeSync(openSync(this.path, 'a', 0o600));
    } catch (error) {
      throw error instanceof Refusal ? error : fileRefusal(this.path, error);
    }
  }

  private forgetOldest(): void {
    const times = readdirSync(this.folder)
      .filter((name) => NAME.test(name))
      .map((name) => join(this.folder, name))
      .map((path) => ({ path, time: lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .sort((a, b) => b.time - a.time);
    for (const { path } of times.slice(FEEDS - 1)) remove(path);
  }
}

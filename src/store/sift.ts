import { resolve } from 'node:path';
import { NothingFound, Refusal } from '../model/refusal.ts';
import type { Files } from './files.ts';
import type { LedgerPlace } from './found-ledger.ts';
import type { Search } from './globs.ts';
import { ledgersAmong } from './ledger-mark.ts';
import { fileRefusal } from './open.ts';
import { systemError } from './system-error.ts';
import { filesBelow, isHidden, type Place, type Scope } from './walk.ts';

/** Where to look, and what to call it in a message. */
export interface Asked {
  readonly path: string;
  readonly how: string;
}

/** What was come upon where it was looked for. */
interface Looked {
  /** What to call it in a message; null where nothing need be there. */
  readonly how: string | null;
  /** Null where nothing is. */
  readonly places: readonly Place[] | null;
  /** Whether they are the files of a folder: not all of them need be ledgers. */
  readonly isFolder: boolean;
}

/**
 * What a path that was named leads to; a folder is searched.
 * @throws Refusal if it cannot be looked at
 */
export function lookAt(files: Files, cwd: string, { path, how }: Asked): Looked {
  if (path === '-') return { how, places: [{ path, real: path }], isFolder: false };
  if (path === '') throw new Refusal(`${how}: expected a path, found nothing`);
  const absolute = resolve(cwd, path);
  const kind = told(
    () => how,
    () => files.stat(absolute),
  );
  if (!kind) return { how, places: null, isFolder: false };
  if (!kind.isDirectory()) return { how, places: [{ path: absolute, real: files.real(absolute) }], isFolder: false };
  const places = told(
    (error) => systemError(error).path ?? absolute,
    () => filesBelow(files, absolute, FOLDER),
  );
  return { how, places, isFolder: true };
}

/** What is looked for in a folder that was named: what is hidden is ignored. */
const FOLDER: Scope = {
  enters: (path) => !isHidden(path),
  takes: (path) => /\.ya?ml$/i.test(path) && !isHidden(path),
  isByPath: false,
};

/** What a glob matches; where there is nothing to look in, that is nothing. */
export const lookFor = (files: Files, { folder, scope }: Search): Looked => ({
  how: null,
  places: filesBelow(files, folder, scope),
  isFolder: true,
});

/** @throws Refusal in place of the system's error */
function told<T>(path: (error: unknown) => string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw fileRefusal(path(error), error);
  }
}

/** Of the files that were come upon, the ledgers, and what yields none. */
export async function sift(
  files: Files,
  looked: readonly Looked[],
  wantsDigests: boolean,
): Promise<{ places: LedgerPlace[]; missing: NothingFound[] }> {
  const inFolders = looked.filter((one) => one.isFolder).flatMap(({ places }) => places ?? []);
  const digests = await ledgersAmong(files, [...new Set(inFolders.map(({ real }) => real))], wantsDigests);
  const places: LedgerPlace[] = [];
  const missing: NothingFound[] = [];
  for (const { how, places: all, isFolder: isSifted } of looked) {
    const ledgers = isSifted ? all?.filter(({ real }) => digests.has(real)) : all;
    for (const place of ledgers ?? []) places.push({ ...place, digest: digests.get(place.real) ?? null });
    if (how === null) continue;
    if (!ledgers) missing.push(new NothingFound(`${how}: no such file or folder`));
    else if (ledgers.length === 0) missing.push(noLedgerIn(how));
  }
  return { places, missing };
}

const noLedgerIn = (how: string) =>
  new NothingFound(
    `${how}: no ledger in this folder`,
    'A ledger is a .yaml or .yml file with a top-level "factledger" key.',
  );

/** Each file once, whatever path leads to it; the first path stands. */
export function distinct(places: readonly LedgerPlace[]): LedgerPlace[] {
  const byFile = new Map<string, LedgerPlace>();
  for (const place of places) if (!byFile.has(place.real)) byFile.set(place.real, place);
  return [...byFile.values()];
}

import { relative, resolve } from 'node:path';
import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { Settable } from '../model/rule-option.ts';
import type { World } from '../model/world.ts';
import { readLedger } from '../yaml/read-ledger.ts';
import { Config, type ConfiguredChecks, type ConfiguredGlobs } from './config.ts';
import { search, typed } from './discover.ts';
import type { Files } from './files.ts';
import { type FoundLedger, slashed } from './found-ledger.ts';
import { DEEPER } from './git-run.ts';
import { readGlobs } from './globs.ts';
import { looksLikeLedger } from './ledger-mark.ts';
import { decode } from './open.ts';
import { isWithin, realOf, repositoriesOfLinks, repositoryOf } from './repository.ts';
import { earlierVersions, type Revision } from './revision.ts';

/** A ledger of a revision. */
export interface FormerLedger {
  /** The path that it was found by there, links not resolved. */
  readonly path: string;
  readonly text: string;
  readonly ledger: Ledger;
  /** Whether it was asked for: others only tell where claims came from. */
  readonly isNamed: boolean;
}

/** What a revision held: its ledgers by their own path in it, and what its configuration set for `check`. */
export interface Former extends ConfiguredChecks {
  readonly ledgers: ReadonlyMap<string, FormerLedger>;
  /** Files that seem to be ledgers, and that could not be read there nor at any time before. */
  readonly unreadable: readonly string[];
  /** Other repositories that stood in the revision, and in which it looked for ledgers; absolute. */
  readonly submodules: readonly string[];
  /** The globs by which ledgers were looked for; null for the nearest file of the usual name. */
  readonly ways: readonly (ConfiguredGlobs | null)[];
}

/** What is looked for in a revision. */
interface AskedThen {
  /** The paths named with -f. */
  readonly given: readonly string[];
  /** The configuration as it stands now. */
  readonly today: Config;
  /** The paths that each ledger found now may have had; the first that there was counts. */
  readonly now: readonly (readonly string[])[];
  /** Globs besides those of the configurations; null where nothing is looked for but what stood at these paths. */
  readonly ways: Former['ways'] | null;
  /** Whether ledgers are looked for, too, beside those that were named. */
  readonly withOthers: boolean;
}

/**
 * The ledgers of a revision that the same command line would have found there, those that today's configuration means,
 * and those that are found now. What cannot be read there is taken as it last could be.
 * @param readBefore what a text of today was read as, for most are the same; null for one that was not
 * @throws Refusal if the configuration, or a ledger that git keeps elsewhere, could never be read
 */
export async function formerLedgers(
  world: World,
  revision: Revision,
  { given, today, now, ways: more, withOthers }: AskedThen,
  rules: readonly Settable[],
  readBefore: (text: string) => Ledger | null,
): Promise<Former> {
  const { files, tree } = revision;
  const { config, checks } = await configThen(world, revision, rules);
  const places = new Map<string, { path: string; isNamed: boolean }>();
  const note = (found: readonly { real: string; path: string }[], isNamed: boolean) => {
    for (const { real, path } of found) {
      if (isWithin(tree.root, real) && (isNamed || !places.has(real))) places.set(real, { path, isNamed });
    }
  };
  const asked = typed(world, given).filter(({ path }) => path !== '-');
  const isNarrow = more === null || (asked.length > 0 && !withOthers);
  const ways = isNarrow ? [] : [...(await waysThere(tree.root, config, today)), ...more];
  for (const chosen of ways) {
    note((await search(files, world.cwd, [], { ledgers: async () => chosen })).ledgers, asked.length === 0);
  }
  const submodules = more === null ? [] : await submodulesMeant(revision, world.cwd, asked, ways);
  if (asked.length > 0 && more !== null) {
    const meant = asked.map(({ path, how }) => ({ path: meantThere(files, resolve(world.cwd, path)), how }));
    note((await search(files, world.cwd, meant, config)).ledgers, true);
  }
  for (const paths of now) {
    if (paths.some((path) => places.has(path))) continue;
    const path = paths.find((one) => files.stat(one)?.isFile());
    if (path !== undefined) note([{ real: files.real(path), path }], true);
  }
  const readings = await readAll(revision, [...places.keys()], new Set(now.flat()), readBefore);
  const ledgers = new Map<string, FormerLedger>();
  for (const [real, reading] of readings.sound) {
    const place = places.get(real);
    if (place) ledgers.set(real, { ...place, ...reading });
  }
  return { ledgers, unreadable: readings.unreadable, submodules, ways, ...checks };
}

/** The repositories within a revision in which the paths that were named, or the globs, look for ledgers. */
async function submodulesMeant(
  { submodules }: Revision,
  cwd: string,
  asked: readonly { readonly path: string }[],
  ways: readonly (ConfiguredGlobs | null)[],
): Promise<string[]> {
  const paths = [...submodules.keys()];
  if (paths.length === 0) return [];
  const touches = (one: string, other: string) => isWithin(one, other) || isWithin(other, one);
  if (asked.length > 0) {
    return paths.filter((path) => asked.some((one) => touches(resolve(cwd, one.path), path)));
  }
  const meant = new Set<string>();
  for (const way of ways) {
    if (way === null) continue;
    const { plain, searches, isOut } = await readGlobs(way.folder, way.globs);
    for (const path of paths) {
      const isNamed = plain.some((entry) => touches(resolve(way.folder, entry), path));
      const isSearched = searches.some(
        ({ folder, scope }) =>
          isWithin(path, folder) || (isWithin(folder, path) && scope.enters(slashed(relative(folder, path)))),
      );
      if ((isNamed || isSearched) && !isOut(path)) meant.add(path);
    }
  }
  return [...meant];
}

interface Readings {
  readonly sound: ReadonlyMap<string, { text: string; ledger: Ledger }>;
  readonly unreadable: readonly string[];
}

/**
 * Reads files of a revision as ledgers, each as it last could be read.
 * @param atAnyRate those that are ledgers now, whatever they looked like
 */
async function readAll(
  revision: Revision,
  paths: readonly string[],
  atAnyRate: ReadonlySet<string>,
  readBefore: (text: string) => Ledger | null,
): Promise<Readings> {
  revision.files.prefetch(paths);
  const sound = new Map<string, { text: string; ledger: Ledger }>();
  const broken: string[] = [];
  const unreadable: string[] = [];
  const read = async (bytes: Buffer) => {
    const opened = decode(bytes);
    if ('fault' in opened) return null;
    const known = readBefore(opened.text);
    if (known !== null) return { text: opened.text, ledger: known };
    const { ledger, faults } = await readLedger(opened.text);
    return faults.length === 0 ? { text: opened.text, ledger } : null;
  };
  for (const path of paths) {
    const bytes = revision.files.bytes(path);
    refusePointer(revision, path, bytes);
    const reading = await read(bytes);
    if (reading) sound.set(path, reading);
    else broken.push(path);
  }
  const earlier = earlierVersions(revision, broken);
  for (const path of broken) {
    let last: { text: string; ledger: Ledger } | null = null;
    for (const bytes of earlier.get(path) ?? []) {
      last = await read(bytes);
      if (last !== null) break;
    }
    if (last !== null) sound.set(path, last);
    else if (revision.tree.isShallow()) throw cannotBeRead(revision, path, DEEPER);
    else if (atAnyRate.has(path) || (await looksLikeLedger(revision.files.bytes(path)))) unreadable.push(path);
  }
  return { sound, unreadable };
}

const POINTER = 'version https://git-lfs.github.com/spec/';

/** What git LFS keeps elsewhere cannot be compared. */
function refusePointer(revision: Revision, path: string, bytes: Buffer): void {
  if (bytes.subarray(0, POINTER.length).toString('latin1') !== POINTER) return;
  throw cannotBeRead(
    revision,
    path,
    'It is a pointer of git LFS there: keep ledgers and their configuration out of LFS.',
  );
}

const cannotBeRead = ({ tree: { root }, commit }: Revision, path: string, ...advice: string[]) =>
  new Refusal(`${path.slice(root.length + 1)} cannot be read as it stood at ${commit.oid.slice(0, 12)}`, ...advice);

/** The configuration of a revision, as it last could be read. */
async function configThen(
  world: World,
  revision: Revision,
  rules: readonly Settable[],
): Promise<{ config: Config; checks: ConfiguredChecks }> {
  const attempt = async (files: Files) => {
    const config = new Config(files, world.cwd);
    try {
      await config.ledgers();
      return { config, checks: await config.checks(rules) };
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };
  const { files } = revision;
  const at = new Config(files, world.cwd).path();
  if (at !== null && isWithin(revision.tree.root, at)) refusePointer(revision, at, files.bytes(at));
  const there = await attempt(files);
  if (!(there instanceof Refusal)) return there;
  if (at === null) throw there;
  const real = files.real(at);
  for (const bytes of earlierVersions(revision, [real]).get(real) ?? []) {
    const before = await attempt({
      stat: (path) => files.stat(path),
      real: (path) => files.real(path),
      entries: (path) => files.entries(path),
      start: (path, most) => files.start(path, most),
      prefetch: (paths) => files.prefetch(paths),
      bytes: (path) => (path === at ? bytes : files.bytes(path)),
    });
    if (!(before instanceof Refusal)) return before;
  }
  throw cannotBeRead(
    revision,
    real,
    `What is wrong with it there: ${there.message}`,
    ...(revision.tree.isShallow() ? [DEEPER] : []),
  );
}

/** The globs by which ledgers are found in a revision: its own, and today's where they differ. Null for the nearest file. */
async function waysThere(root: string, then: Config, today: Config): Promise<(ConfiguredGlobs | null)[]> {
  const [own, now] = [await then.ledgers(), await today.ledgers()];
  if (now === null || isSame(own, now)) return [own];
  return liesOutside(root, then, today) ? [now] : [own, now];
}

const isSame = (one: ConfiguredGlobs | null, other: ConfiguredGlobs) =>
  one?.folder === other.folder && JSON.stringify(one.globs) === JSON.stringify(other.globs);

/** Whether the work tree had no configuration for the current folder, and today's is none of its files. */
function liesOutside(root: string, then: Config, today: Config): boolean {
  const path = today.path();
  return path !== null && !isWithin(root, realOf(path) ?? path) && then.path() === null;
}

/** The repositories in which a command line looks, whether or not there is a ledger now. */
export function repositoriesMeant(world: World, given: readonly string[], found: readonly FoundLedger[]): Set<string> {
  const asked = typed(world, given).map(({ path }) => resolve(world.cwd, path));
  const places = asked.length > 0 ? asked : [world.cwd];
  const tops = places.flatMap((path) => repositoryOf(path) ?? []);
  return new Set([...tops, ...repositoriesOfLinks([...places, ...found.map(({ path }) => path)])]);
}

/** What a path of today named there: the same path, or where that is new, what it leads to now. */
const meantThere = (files: Files, path: string) => (files.stat(path) ? path : (realOf(path) ?? path));

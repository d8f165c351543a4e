import { realpathSync, type Stats, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { NothingFound, Refusal } from '../model/refusal.ts';
import type { World } from '../model/world.ts';
import { faultLines } from '../text/fault-lines.ts';
import { fileRefusal, openText } from './open.ts';
import { isLedger, ledgersBelow, type WalkedFile } from './walk.ts';

export const CONFIG = '.factledger.yaml';
export const DEFAULT = 'ledger.yaml';

/** What makes a glob of a path. */
export const WILDCARD = /[*?[\]{}()!+@\\]/;

/** A ledger that was found but not read yet. */
export interface FoundLedger {
  readonly name: string;
  /** As shown to people: relative to the current folder where that is shorter to read. */
  readonly file: string;
  /** Absolute; `-` for standard input. */
  readonly path: string;
  /** SHA-256 of the file as it was found; null where that is not known. */
  readonly digest: string | null;
}

/**
 * Finds the ledgers a command works on, by the first way that applies: the paths given, $FACTLEDGER_FILE, the globs
 * of the nearest `.factledger.yaml` upwards, the nearest `ledger.yaml` upwards.
 * @param given paths named with -f; `-` is standard input
 * @param wantsDigests whether the ledgers are to be looked up by their digests
 * @throws Refusal if what was named is missing or yields no ledger, or if no way applies
 */
export async function discover(world: World, given: readonly string[], wantsDigests = false): Promise<FoundLedger[]> {
  if (given.length > 0) return named(world, await expandAll(world, given, (path) => `-f ${path}`, wantsDigests));
  const variable = fromEnvironment(world);
  if (variable.length > 0) {
    return named(world, await expandAll(world, variable, (path) => `$FACTLEDGER_FILE (${path})`, wantsDigests));
  }
  const config = upwards(world.cwd, CONFIG);
  const globs = config === null ? null : await globsOf(world, config);
  if (config !== null && globs !== null) return named(world, await match(world, config, globs, wantsDigests));
  const single = upwards(world.cwd, DEFAULT);
  if (single !== null) return named(world, [fileAt(single)]);
  throw new NothingFound(
    'no ledger here',
    'A ledger is found in one of four ways, the first that applies:',
    '  -f PATH             a file, a folder, or - for standard input',
    '  $FACTLEDGER_FILE    the same, several parted as in PATH',
    `  ${CONFIG}    the nearest one upwards, whose "ledgers:" is a list of globs`,
    `  ${DEFAULT}         the nearest one upwards`,
    'To start one: factledger init --title "The article\'s title"',
  );
}

/** The paths in $FACTLEDGER_FILE. */
export const fromEnvironment = ({ env }: World): string[] =>
  (env.FACTLEDGER_FILE ?? '').split(delimiter).filter((path) => path !== '');

export const isFile = (path: string): boolean => statOf(path, path)?.isFile() ?? false;

async function expandAll(
  world: World,
  paths: readonly string[],
  how: (path: string) => string,
  wantsDigests: boolean,
): Promise<WalkedFile[]> {
  const all: WalkedFile[] = [];
  for (const path of paths) for (const file of await expand(world, path, how(path), wantsDigests)) all.push(file);
  return all;
}

async function expand(world: World, path: string, how: string, wantsDigests: boolean): Promise<WalkedFile[]> {
  if (path === '-') return [fileAt(path)];
  if (path === '') throw new Refusal(`${how}: expected a path, found nothing`);
  const absolute = resolve(world.cwd, path);
  const stat = statOf(absolute, how);
  if (!stat) throw new NothingFound(`${how}: no such file or folder`);
  if (!stat.isDirectory()) return [fileAt(absolute)];
  const found = await ledgersBelow(absolute, wantsDigests);
  if (found.length === 0) {
    throw new NothingFound(
      `${how}: no ledger in this folder`,
      'A ledger is a .yaml or .yml file with a top-level "factledger" key.',
    );
  }
  return found;
}

/** A path with what it leads to; it need not be there. */
function fileAt(path: string): WalkedFile {
  return { path, real: path !== '-' && statOf(path, path) ? realpathSync(path) : path, digest: null };
}

function statOf(path: string, how: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw fileRefusal(how, error);
  }
}

/** The nearest file of a name, from a folder upwards. */
export function upwards(from: string, name: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, name);
    if (statOf(path, path)?.isFile()) return path;
    if (dirname(folder) === folder) return null;
  }
}

/** The globs of a configuration file; null where it has no `ledgers`. */
async function globsOf(world: World, config: string): Promise<readonly string[] | null> {
  const opened = openText(config);
  const file = shown(world, config);
  if ('fault' in opened) throw new Refusal(`${file}:${opened.line}:${opened.column}: ${opened.fault}`);
  const { readConfig } = await import('../yaml/read-config.ts');
  const { ledgers, faults } = readConfig(opened.text);
  const [first, ...rest] = faultLines(file, opened.text, faults);
  if (first !== undefined) throw new Refusal(first, ...rest);
  return ledgers.length > 0 ? ledgers : null;
}

/** The ledgers that globs match; an entry without a wildcard names one file or folder, which must be there. */
async function match(
  world: World,
  config: string,
  globs: readonly string[],
  wantsDigests: boolean,
): Promise<WalkedFile[]> {
  const folder = dirname(config);
  const file = shown(world, config);
  const plain = globs.filter((glob) => !WILDCARD.test(glob));
  const named = await expandAll({ ...world, cwd: folder }, plain, (path) => `${file}: ${path}`, wantsDigests);
  const matched = (await matchWildcards(folder, globs)).map(fileAt);
  const ledgers = [...named, ...matched].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (ledgers.length === 0) throw new NothingFound(`${file}: "ledgers" matches no ledger: ${globs.join(', ')}`);
  return ledgers;
}

async function matchWildcards(folder: string, globs: readonly string[]): Promise<string[]> {
  if (!globs.some((glob) => WILDCARD.test(glob))) return [];
  // Loaded for wildcards only: a list of plain paths does not wait for it.
  const { glob } = await import('tinyglobby');
  const paths = await glob([...globs], { cwd: folder, absolute: true, expandDirectories: false });
  const ledgers: string[] = [];
  for (const path of paths) if (await isLedger(path)) ledgers.push(resolve(path));
  return ledgers;
}

/** Gives each ledger its name: the file's, with as many parent folders as it takes to tell them apart. */
function named(world: World, files: readonly WalkedFile[]): FoundLedger[] {
  const unique = distinct(files);
  const bareOf = (path: string) => path.replace(/\.ya?ml$/i, '');
  const times = new Map<string, number>();
  for (const bare of unique.map(({ path }) => bareOf(path))) times.set(bare, (times.get(bare) ?? 0) + 1);
  const parts = unique.map(({ path }) => {
    if (path === '-') return ['stdin'];
    const bare = bareOf(path);
    // Two files that differ in nothing but the extension keep it.
    return (times.get(bare) === 1 ? bare : path)
      .split(sep)
      .filter((part) => part !== '')
      .reverse();
  });
  const depths = parts.map(() => 1);
  const nameAt = (index: number) => (parts[index] as string[]).slice(0, depths[index]).reverse().join('/');
  for (let changed = true; changed; ) {
    changed = false;
    const indexes = new Map<string, number[]>();
    parts.forEach((_, index) => {
      const name = nameAt(index);
      const alike = indexes.get(name);
      if (alike) alike.push(index);
      else indexes.set(name, [index]);
    });
    for (const alike of indexes.values()) {
      if (alike.length === 1) continue;
      for (const index of alike) {
        if ((depths[index] as number) >= (parts[index] as string[]).length) continue;
        depths[index] = (depths[index] as number) + 1;
        changed = true;
      }
    }
  }
  return unique.map(({ path, digest }, index) => ({ path, name: nameAt(index), file: shown(world, path), digest }));
}

/** A ledger that none of the ways found, named so that it is told from those that were; it need not be there. */
export function foundBeside(world: World, ledgers: readonly FoundLedger[], path: string): FoundLedger {
  const all = named(world, [...ledgers.map((ledger) => fileAt(ledger.path)), fileAt(path)]);
  return all.find((one) => one.path === path) ?? (named(world, [fileAt(path)])[0] as FoundLedger);
}

/** Each file once, whatever path leads to it; the first path stands. */
function distinct(files: readonly WalkedFile[]): WalkedFile[] {
  const byFile = new Map<string, WalkedFile>();
  for (const file of files) if (!byFile.has(file.real)) byFile.set(file.real, file);
  return [...byFile.values()];
}

/** A path as people read it: relative where it lies below the current folder or close by. */
export function shown(world: World, path: string): string {
  if (path === '-') return '-';
  const short = relative(world.cwd, path);
  if (isAbsolute(short) || short.startsWith(join('..', '..', '..'))) return path;
  return short === '' ? '.' : short;
}

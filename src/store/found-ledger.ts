import { isAbsolute, join, relative, sep } from 'node:path';
import type { World } from '../model/world.ts';
import type { Place } from './walk.ts';

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

/** A file that is taken for a ledger. */
export interface LedgerPlace extends Place {
  readonly digest: string | null;
}

/** Gives each ledger its name: the file's, with as many parent folders as it takes to tell them apart. */
export function named(world: Pick<World, 'cwd'>, files: readonly LedgerPlace[]): FoundLedger[] {
  const names = namesOf(files.map(({ path }) => path));
  return files.map(({ path, digest }, at) => ({ path, name: names[at] ?? path, file: shown(world, path), digest }));
}

/** A ledger that none of the ways found, named so that it is told from those that were; it need not be there. */
export function foundBeside(world: World, ledgers: readonly FoundLedger[], path: string): FoundLedger {
  const names = namesOf([...ledgers.map((ledger) => ledger.path).filter((one) => one !== path), path]);
  return { path, name: names.at(-1) ?? path, file: shown(world, path), digest: null };
}

/** A name as it grows: the parts of a path from its end, and how many of them it takes. */
interface Growing {
  readonly parts: readonly string[];
  depth: number;
}

const nameOf = ({ parts, depth }: Growing) => parts.slice(0, depth).reverse().join('/');

function namesOf(paths: readonly string[]): string[] {
  const bareOf = (path: string) => path.replace(/\.ya?ml$/i, '');
  const times = new Map<string, number>();
  for (const bare of paths.map(bareOf)) times.set(bare, (times.get(bare) ?? 0) + 1);
  const growing = paths.map((path): Growing => {
    if (path === '-') return { parts: ['stdin'], depth: 1 };
    const bare = bareOf(path);
    // Two files that differ in nothing but the extension keep it.
    const full = times.get(bare) === 1 ? bare : path;
    return { parts: full.split(sep).filter(Boolean).reverse(), depth: 1 };
  });
  for (let changed = true; changed; ) {
    changed = false;
    const byName = new Map<string, Growing[]>();
    for (const one of growing) {
      const alike = byName.get(nameOf(one));
      if (alike) alike.push(one);
      else byName.set(nameOf(one), [one]);
    }
    for (const alike of byName.values()) {
      if (alike.length === 1) continue;
      for (const one of alike) {
        if (one.depth >= one.parts.length) continue;
        one.depth++;
        changed = true;
      }
    }
  }
  return growing.map(nameOf);
}

/** A path as people read it: relative where it lies below the current folder or close by. */
export function shown(world: Pick<World, 'cwd'>, path: string): string {
  if (path === '-') return '-';
  const short = relative(world.cwd, path);
  if (isAbsolute(short) || short.startsWith(join('..', '..', '..'))) return path;
  return short === '' ? '.' : short;
}

/** A path with `/`, as patches and git write it; elsewhere than on Windows, a backslash is a part of a name. */
export const slashed = (path: string): string => path.split(sep).join('/');

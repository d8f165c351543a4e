import { join } from 'node:path';
import type { Files } from './files.ts';

/** A file by the path that led to it, and by its own, links resolved. */
export interface Place {
  readonly path: string;
  readonly real: string;
}

/** What is looked for below a folder; paths are relative to it, with `/`. */
export interface Scope {
  readonly enters: (folder: string) => boolean;
  readonly takes: (file: string) => boolean;
  /** Whether it matters by which path a file is reached: a folder is entered once then by each link that leads to it. */
  readonly isByPath: boolean;
}

export const isHidden = (path: string): boolean => /(^|\/)\.[^/]*$/.test(path);

/** A name that is no UTF-8 cannot be opened by what was read of it. */
const isReadable = (name: string) => !name.includes('\ufffd');

/**
 * The files below a folder that are looked for, in the order of their names. Links are followed, each once.
 * @throws the system's error if anything of it cannot be looked at, unless paths are matched: then it is ignored
 */
export function filesBelow(files: Files, top: string, { enters, takes, isByPath }: Scope): Place[] {
  const found: Place[] = [];
  const followed = new Set<string>();
  const attempt = <T>(act: () => T): T | undefined => {
    if (!isByPath) return act();
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  const visit = (folder: Place, below: string): void => {
    const entries = [...(attempt(() => files.entries(folder.path)) ?? [])];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = below + entry.name;
      const path = join(folder.path, entry.name);
      // Only a link, or a file system that does not tell, costs a question of its own.
      const isKnown = (entry.isFile() || entry.isDirectory()) && isReadable(entry.name);
      const mayCount = isKnown || enters(name) || takes(name);
      const kind = isKnown ? entry : mayCount ? attempt(() => files.stat(path)) : undefined;
      const isWanted = kind?.isFile() ? takes(name) : kind?.isDirectory() && enters(name);
      if (!kind || !isWanted) continue;
      const location = join(folder.real, entry.name);
      const real = isKnown ? location : files.real(path);
      if (kind.isFile()) found.push({ path, real });
      else if (isByPath && isKnown) visit({ path, real }, `${name}/`);
      else {
        const once = isByPath ? location : real;
        if (followed.has(once)) continue;
        followed.add(once);
        visit({ path, real }, `${name}/`);
      }
    }
  };
  const real = attempt(() => files.real(top));
  if (real === undefined) return found;
  followed.add(real);
  visit({ path: top, real }, '');
  return found;
}

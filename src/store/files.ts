import { dirname, join } from 'node:path';
import { fileRefusal } from './open.ts';

/** What stands at a path, links followed. */
export interface Kind {
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
}

/** What a folder holds under a name. A link is neither file nor folder here: what it leads to is asked for. */
export interface Entry extends Kind {
  readonly name: string;
}

/** Files as discovery asks for them: those of the disk, or those of a revision. Paths are absolute. */
export interface Files {
  /** Undefined where nothing is. @throws the system's error if that cannot be told */
  readonly stat: (path: string) => Kind | undefined;
  /** The path of its own of what is there, links resolved. */
  readonly real: (path: string) => string;
  readonly entries: (folder: string) => readonly Entry[];
  /** The first bytes of a file, which hold until the next call; null where it cannot be read. */
  readonly start: (path: string, most: number) => Buffer | null;
  /** All of a file. @throws the system's error if it cannot be read */
  readonly bytes: (path: string) => Buffer;
  /** Told before files are read one by one, for some are better fetched together. */
  readonly prefetch: (paths: readonly string[]) => void;
}

/** The nearest file of a name, from a folder upwards. @throws Refusal if what is there cannot be looked at */
export function upwards(files: Files, from: string, name: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, name);
    try {
      if (files.stat(path)?.isFile()) return path;
    } catch (error) {
      throw fileRefusal(path, error);
    }
    if (dirname(folder) === folder) return null;
  }
}

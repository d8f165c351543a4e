import { posix } from 'node:path';
import { WILDCARD } from './discover.ts';

/**
 * Globs as a function of paths, as a configuration file means them: an entry without a wildcard names a file or a
 * folder with all within, and one that starts with `!` takes out what others let in.
 * @param folder what the globs are relative to; paths are given with `/`, relative to the same place as it
 */
export async function matcher(folder: string, globs: readonly string[]): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  const clean = (glob: string) => posix.normalize(glob).replace(/(.)\/$/, '$1');
  const out = globs.filter((glob) => glob.startsWith('!')).map((glob) => clean(glob.slice(1)));
  const into = globs.filter((glob) => !glob.startsWith('!')).map(clean);
  const plain = into.filter((glob) => !WILDCARD.test(glob));
  const wild = into.filter((glob) => WILDCARD.test(glob));
  const matches = wild.length > 0 ? picomatch(wild, { ignore: out }) : () => false;
  const isOut = out.length > 0 ? picomatch(out) : () => false;
  const isWithin = (path: string, entry: string) =>
    entry === '.' ? !path.startsWith('../') : path === entry || path.startsWith(`${entry}/`);
  return (path) => {
    const relative = posix.relative(folder === '' ? '.' : folder, path);
    return (plain.some((entry) => isWithin(relative, entry)) && !isOut(relative)) || matches(relative);
  };
}

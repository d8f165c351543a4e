import { accessSync, chmodSync, constants, lstatSync, mkdirSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/** Why nothing can be kept in a folder of this user's own; null where it can. @param folder absolute; null where there is none */
export function whyNotOwn(folder: string | null): string | null {
  if (folder === null) return 'there is no home folder, and $XDG_STATE_HOME names none';
  try {
    for (let at = folder; ; at = dirname(at)) {
      const stat = lstatSync(at, { throwIfNoEntry: false });
      if (!stat) continue;
      if (at === folder && !isOwn(stat)) return `${folder} is no folder of your own`;
      accessSync(at, constants.W_OK | constants.X_OK);
      return null;
    }
  } catch {
    return `${folder} cannot be written to`;
  }
}

/** Makes a folder if need be, and sees to it that nobody else can read or write it. @throws if that cannot be done */
export function makeOwn(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(folder);
  if (!isOwn(stat)) return false;
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) chmodSync(folder, 0o700);
  return true;
}

/** A folder, no link to one: that may lead to what others have prepared. */
export const isOwn = (stat: Stats): boolean => stat.isDirectory() && isOurs(stat);

export const isOurs = ({ uid }: Stats): boolean => process.platform === 'win32' || uid === process.geteuid?.();

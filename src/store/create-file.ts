import { accessSync, closeSync, constants, existsSync, linkSync, lstatSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import { fileRefusal } from './open.ts';
import { errorCode } from './system-error.ts';
import { clearStrays, remove, syncFolder, temporaryFor, writeNew } from './text-on-its-way.ts';

/** @throws Refusal if there is something already, or if no file can be made there */
export function refuseUncreatable(path: string, file: string): void {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })) throw exists(file);
    accessSync(`${dirname(path)}/.`, constants.W_OK | constants.X_OK); // With `/.`, a file is told from a folder.
  } catch (error) {
    throw refusal(path, file, error);
  }
}

const exists = (file: string) =>
  new Refusal(`${file} exists already`, 'init never writes over a file: name another one.');

/** Creates a file with a text or bytes, whole or not at all; gives its path, links resolved. @throws Refusal if it exists already or cannot be written */
export async function create(path: string, file: string, content: string | Uint8Array): Promise<string> {
  try {
    const temporary = temporaryFor(path);
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    closeSync(writeNew(temporary, bytes));
    try {
      linkSync(temporary, path);
    } catch (error) {
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errorCode(error))) throw error;
      closeSync(writeNew(path, bytes)); // A file system without hard links.
    } finally {
      remove(temporary);
    }
    syncFolder(dirname(path));
    clearStrays(path);
    return realpathSync(path);
  } catch (error) {
    throw refusal(path, file, error);
  }
}

function refusal(path: string, file: string, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = errorCode(error);
  if (code === 'EEXIST' || (code === 'ENOENT' && existsSync(path))) return exists(file);
  if (code === 'ENOENT')
    return new Refusal(`${file}: there is no such folder`, `Make it first: mkdir -p ${dirname(file)}`);
  return fileRefusal(file, error);
}

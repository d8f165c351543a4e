import { closeSync, existsSync, linkSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import { fileRefusal } from './open.ts';
import { errorCode } from './system-error.ts';
import { clearStrays, remove, syncFolder, temporaryFor, writeNew } from './text-on-its-way.ts';

/** @throws Refusal if there is a file already */
export function refuseExisting(path: string, file: string): void {
  if (existsSync(path)) throw exists(file);
}

const exists = (file: string) =>
  new Refusal(`${file} exists already`, 'init never writes over a file: name another one.');

/** Creates a file with a text, whole or not at all. @throws Refusal if it exists already or cannot be written */
export async function create(path: string, file: string, text: string): Promise<void> {
  try {
    const temporary = temporaryFor(path);
    const bytes = Buffer.from(text, 'utf8');
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
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || (errorCode(error) === 'ENOENT' && existsSync(path))) {
      throw exists(file);
    }
    if (errorCode(error) === 'ENOENT')
      throw new Refusal(`${file}: there is no such folder`, `Make it first: mkdir -p ${dirname(file)}`);
    throw fileRefusal(file, error);
  }
}

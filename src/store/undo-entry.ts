import { isAbsolute } from 'node:path';
import { sha256 } from '../text/digest.ts';
import { type Splice, spliced } from '../yaml/splice.ts';

/** What a command did, kept so that it can be taken back. */
export interface UndoEntry {
  /** The name of its file in the journal. */
  readonly name: string;
  /** ISO 8601. */
  readonly time: string;
  /** The words of the command, after the program's name. */
  readonly words: readonly string[];
  readonly files: readonly UndoFile[];
}

/** One file that a command wrote. */
export interface UndoFile {
  /** Absolute, links resolved. */
  readonly path: string;
  /** SHA-256 of its bytes before; null where it was not there. */
  readonly before: string | null;
  /** SHA-256 of its bytes after. */
  readonly after: string;
  /** What turns the text after into that before. */
  readonly splices: readonly Splice[];
}

/** The entry of a file of the journal; null where it is none: whoever damaged it, it takes nothing back. */
export function entryOf(name: string, text: string): UndoEntry | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  const { version, time, words, files } = value;
  if (version !== 1 || typeof time !== 'string' || Number.isNaN(Date.parse(time))) return null;
  if (!isListOf(words, isString) || !isListOf(files, isFile) || files.length === 0) return null;
  // A command that makes a file makes that one alone.
  if (files.length > 1 && files.some(({ before }) => before === null)) return null;
  return { name, time, words, files };
}

/** The text as it was before; null where that does not come out to the byte, or there was none. */
export function takenBack(text: string, { before, splices }: UndoFile): string | null {
  if ((splices.at(-1)?.end ?? 0) > text.length) return null;
  const old = spliced(text, splices);
  return sha256(Buffer.from(old, 'utf8')) === before ? old : null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isString = (value: unknown): value is string => typeof value === 'string';
const isDigest = (value: unknown): value is string => isString(value) && /^[0-9a-f]{64}$/.test(value);
const isListOf = <T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.every(isOne);

function isFile(value: unknown): value is UndoFile {
  if (!isObject(value)) return false;
  const { path, before, after, splices } = value;
  if (!isString(path) || !isAbsolute(path) || !isDigest(after) || !(before === null || isDigest(before))) return false;
  return isListOf(splices, isSplice) && areInOrder(splices);
}

function isSplice(value: unknown): value is Splice {
  return (
    isObject(value) && Number.isSafeInteger(value.start) && Number.isSafeInteger(value.end) && isString(value.text)
  );
}

const areInOrder = (splices: readonly Splice[]) =>
  splices.every(({ start, end }, at) => start >= (splices[at - 1]?.end ?? 0) && end >= start);

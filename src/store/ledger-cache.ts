import { isAscii } from 'node:buffer';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Ledger, NamedLedger } from '../model/ledger.ts';
import { BUILD } from './build.ts';
import { decodeArticle, decodeClaims, decodeEvents, encode } from './ledger-codec.ts';

/** In bytes; ledgers that are smaller together are read faster than looked up. */
const SMALLEST = 2 ** 20;
/** How much the folder may hold, in bytes. */
const LARGEST = 256 * 2 ** 20;
/** Which part of the ledgers must be new before the file is written anew. */
const STALE = 1 / 20;

/** How much is read at once, in bytes. */
const CHUNK = 2 ** 20;
/** The size of the file's last line: the digest and the size of the index before it, in hexadecimal. */
const TAIL = 64 + 1 + 8 + 1;

/** What the file says of a ledger: where the texts of its encoding start, and how long each is, in bytes. */
interface Entry {
  /** SHA-256 of the ledger's file. */
  readonly ledger: string;
  readonly start: number;
  readonly article: number;
  readonly claims: readonly number[];
  readonly events: readonly number[];
  /** SHA-256 of these texts together. */
  readonly sum: string;
}

type View = Pick<NamedLedger, 'article' | 'claims' | 'events'>;

/**
 * What ledgers were read as, kept in one file for each set of ledgers that is looked up together. A ledger is known by
 * the SHA-256 of its file, which is read each time; what is damaged is passed over. The file may be removed at any time.
 */
export class LedgerCache {
  private readonly folder: string;
  private readonly path: string;
  private readonly file: number | null;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly kept: Entry[] = [];
  private readonly fresh: Entry[] = [];
  /** The file that is to come, once there is something to write. */
  private next: Writing | null = null;

  /**
   * @param folder the program's cache folder; null where there is none
   * @returns null where there is nothing to be gained
   */
  static for(folder: string | null, found: readonly { readonly path: string }[]): LedgerCache | null {
    if (folder === null || found.some(({ path }) => path === '-') || !isLarge(found)) return null;
    return new LedgerCache(join(folder, 'ledgers'), found);
  }

  private constructor(folder: string, found: readonly { readonly path: string }[]) {
    this.folder = folder;
    const name = sha256([JSON.stringify([BUILD, ...found.map(({ path }) => path)])]).slice(0, 32);
    this.path = join(folder, name);
    this.file = opened(this.path);
    this.entries = new Map(entriesOf(this.file).map((entry) => [entry.ledger, entry]));
  }

  /** What stands in a ledger's file now, if it was looked up before; null otherwise. */
  lookUp(path: string): View | null {
    const { file } = this;
    if (file === null || this.entries.size === 0) return null;
    const entry = this.entries.get(digestOf(path) ?? '');
    if (entry === undefined || digestOfRange(file, entry.start, lengthOf(entry)) !== entry.sum) return null;
    this.kept.push(entry);
    const claimsAt = entry.start + entry.article;
    const eventsAt = claimsAt + sumOf(entry.claims);
    return {
      article: decodeArticle(textAt(file, entry.start, entry.article)),
      claims: () => eachOf(file, claimsAt, entry.claims, decodeClaims),
      events: () => eachOf(file, eventsAt, entry.events, decodeEvents),
    };
  }

  /**
   * Takes in what a ledger was read as. What keeps it from being written is no harm: the next command reads it again.
   * @param bytes what stands in its file
   */
  add(bytes: Uint8Array, ledger: Ledger): void {
    this.attempt(() => {
      this.next ??= new Writing(this.folder, this.path);
      const { next } = this;
      const { article, claims, events } = encode(ledger);
      const start = next.size;
      const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
      const take = (text: string) => {
        const part = Buffer.from(text, 'utf8');
        hash.update(part);
        next.write(part);
        return part.length;
      };
      const sizes = { article: take(article), claims: Array.from(claims, take), events: Array.from(events, take) };
      this.fresh.push({ ledger: sha256([bytes]), start, ...sizes, sum: hash.digest('hex') });
    });
  }

  /** Puts what was taken in beside what was there; not where that is little. */
  save(): void {
    this.attempt(() => {
      const { next } = this;
      if (next === null) utimesSync(this.path, new Date(), new Date());
      else if (this.fresh.length < (this.kept.length + this.fresh.length) * STALE) next.discard();
      else {
        next.finish([...this.fresh, ...this.kept.map((entry) => this.copied(entry, next))]);
        keepWithin(this.folder, LARGEST);
      }
    });
  }

  private copied(entry: Entry, next: Writing): Entry {
    const start = next.size;
    const part = Buffer.allocUnsafe(lengthOf(entry));
    readSync(this.file as number, part, 0, part.length, entry.start);
    next.write(part);
    return { ...entry, start };
  }

  private attempt(act: () => void): void {
    try {
      act();
    } catch {
      this.next?.discard();
    }
  }
}

/** A file on its way to its place, where it comes to stand whole or not at all. */
class Writing {
  /** In bytes. */
  size = 0;
  private readonly path: string;
  private readonly temporary: string;
  private file: number | null;

  constructor(folder: string, path: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.path = path;
    this.temporary = `${path}.${process.pid}.tmp`;
    this.file = openSync(this.temporary, 'w', 0o600);
  }

  /** @throws if the disk is full, the file grows too large, or it was discarded */
  write(part: Uint8Array): void {
    if (this.file === null || this.size + part.length > LARGEST) throw new Error('not to be kept');
    for (let at = 0; at < part.length; ) at += writeSync(this.file, part, at);
    this.size += part.length;
  }

  finish(entries: readonly Entry[]): void {
    const index = Buffer.from(JSON.stringify(entries), 'utf8');
    this.write(index);
    this.write(Buffer.from(`${sha256([index])} ${index.length.toString(16).padStart(8, '0')}\n`, 'utf8'));
    this.close();
    renameSync(this.temporary, this.path);
  }

  discard(): void {
    if (this.file === null) return;
    this.close();
    unlinkSync(this.temporary);
  }

  private close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }
}

function isLarge(found: readonly { readonly path: string }[]): boolean {
  let size = 0;
  for (const { path } of found) {
    size += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size >= SMALLEST) return true;
  }
  return false;
}

function opened(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch {
    return null;
  }
}

/** The entries of a file, none where anything about its index is wrong. */
function entriesOf(file: number | null): Entry[] {
  if (file === null) return [];
  const { size } = fstatSync(file);
  if (size < TAIL) return [];
  const [digest = '', length = ''] = textAt(file, size - TAIL, TAIL)
    .trimEnd()
    .split(' ');
  const start = size - TAIL - Number.parseInt(length, 16);
  if (!(start >= 0) || digestOfRange(file, start, size - TAIL - start) !== digest) return [];
  return JSON.parse(textAt(file, start, size - TAIL - start));
}

function* eachOf<T>(file: number, start: number, sizes: readonly number[], decode: (text: string) => T[]): Iterable<T> {
  let at = start;
  for (const size of sizes) {
    yield* decode(textAt(file, at, size));
    at += size;
  }
}

const sumOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
const lengthOf = ({ article, claims, events }: Pick<Entry, 'article' | 'claims' | 'events'>) =>
  article + sumOf(claims) + sumOf(events);

/** Read into again and again: memory that is touched for the first time costs more than what is read into it. */
let memory = Buffer.allocUnsafeSlow(0);

function textAt(file: number, start: number, size: number): string {
  if (memory.length < size) memory = Buffer.allocUnsafeSlow(Math.max(size, CHUNK));
  const length = readSync(file, memory, 0, size, start);
  const bytes = memory.subarray(0, length);
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/** SHA-256 in hexadecimal; of texts in UTF-8. */
function sha256(parts: readonly (string | Uint8Array)[]): string {
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** SHA-256 of a file; null where it cannot be read. */
function digestOf(path: string): string | null {
  const file = opened(path);
  if (file === null) return null;
  try {
    return digestOfRange(file, 0, Number.POSITIVE_INFINITY);
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

function digestOfRange(file: number, start: number, size: number): string {
  if (memory.length < CHUNK) memory = Buffer.allocUnsafeSlow(CHUNK);
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  for (let at = 0; at < size; ) {
    const length = readSync(file, memory, 0, Math.min(size - at, memory.length), start + at);
    if (length === 0) break;
    hash.update(length === memory.length ? memory : memory.subarray(0, length));
    at += length;
  }
  return hash.digest('hex');
}

/** Removes files, those first that were not used for longest, until the rest is no larger than that. */
function keepWithin(folder: string, most: number): void {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    const { size, mtimeMs } = statSync(path);
    return { path, size, mtimeMs };
  });
  files.sort((a, b) => b.mtimeMs - a.mtimeMs);
  let kept = 0;
  for (const { path, size } of files) {
    kept += size;
    if (kept > most) unlinkSync(path);
  }
}

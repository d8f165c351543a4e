import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
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

/** The size of a file's first line: a digest and a length, in hexadecimal, parted by a blank and ended by LF. */
const LEAD = 64 + 1 + 8 + 1;

/** What the file says of a ledger: where the texts of its encoding are, in bytes, behind the first two lines. */
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
  private readonly bytes: Buffer;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly kept: Entry[] = [];
  private readonly fresh: { readonly ledger: string; readonly texts: readonly Buffer[]; readonly claims: number }[] =
    [];

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
    const name = sha256(JSON.stringify([BUILD, ...found.map(({ path }) => path)])).slice(0, 32);
    this.path = join(folder, name);
    this.bytes = contentOf(this.path);
    this.entries = new Map(entriesOf(this.bytes).map((entry) => [entry.ledger, entry]));
  }

  /** What stands in a ledger's file now, if it was looked up before; null otherwise. */
  lookUp(path: string): View | null {
    if (this.entries.size === 0) return null;
    const entry = this.entries.get(digestOf(path) ?? '');
    if (entry === undefined) return null;
    const length = entry.article + sumOf(entry.claims) + sumOf(entry.events);
    if (sha256(this.bytes.subarray(entry.start, entry.start + length)) !== entry.sum) return null;
    this.kept.push(entry);
    const text = (start: number, size: number) => this.bytes.toString('utf8', start, start + size);
    const claimsAt = entry.start + entry.article;
    const eventsAt = claimsAt + sumOf(entry.claims);
    return {
      article: decodeArticle(text(entry.start, entry.article)),
      claims: () => eachOf(entry.claims, claimsAt, text, decodeClaims),
      events: () => eachOf(entry.events, eventsAt, text, decodeEvents),
    };
  }

  /** Takes in what a ledger was read as. */
  add(text: string, ledger: Ledger): void {
    const { article, claims, events } = encode(ledger);
    const texts = [article, ...claims, ...events].map((one) => Buffer.from(one, 'utf8'));
    this.fresh.push({ ledger: sha256(text), texts, claims: claims.length });
  }

  /** Writes down what was taken in; not where that is little. What keeps it from being written is no harm. */
  save(): void {
    try {
      if (this.fresh.length > (this.kept.length + this.fresh.length) * STALE) this.write();
      else utimesSync(this.path, new Date(), new Date());
    } catch {
      // The next command reads the ledgers once more.
    }
  }

  private write(): void {
    const entries: Entry[] = [];
    const parts: Buffer[] = [];
    let at = 0;
    for (const entry of this.kept) {
      const length = entry.article + sumOf(entry.claims) + sumOf(entry.events);
      parts.push(this.bytes.subarray(entry.start, entry.start + length));
      entries.push({ ...entry, start: at });
      at += length;
    }
    for (const { ledger, texts, claims } of this.fresh) {
      const sizes = texts.map(({ length }) => length);
      const sum = sha256(texts);
      const [article = 0, ...rest] = sizes;
      entries.push({ ledger, start: at, article, claims: rest.slice(0, claims), events: rest.slice(claims), sum });
      parts.push(...texts);
      at += sumOf(sizes);
    }
    if (at > LARGEST) return;
    const index = Buffer.from(`${JSON.stringify(entries)}\n`, 'utf8');
    const lead = Buffer.from(`${sha256(index)} ${index.length.toString(16).padStart(8, '0')}\n`, 'utf8');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const temporary = `${this.path}.${process.pid}.tmp`;
    writeFileSync(temporary, Buffer.concat([lead, index, ...parts]), { mode: 0o600 });
    renameSync(temporary, this.path);
    keepWithin(this.folder, LARGEST);
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

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The entries of a file, none where anything about its index is wrong. */
function entriesOf(bytes: Buffer): Entry[] {
  const [digest = '', length = ''] = bytes.toString('latin1', 0, LEAD).trimEnd().split(' ');
  const start = LEAD + Number.parseInt(length, 16);
  if (!(start > LEAD) || start > bytes.length || sha256(bytes.subarray(LEAD, start)) !== digest) return [];
  const entries: Entry[] = JSON.parse(bytes.toString('utf8', LEAD, start));
  return entries.map((entry) => ({ ...entry, start: start + entry.start }));
}

function* eachOf<T>(
  sizes: readonly number[],
  start: number,
  text: (start: number, size: number) => string,
  decode: (text: string) => T[],
): Iterable<T> {
  let at = start;
  for (const size of sizes) {
    yield* decode(text(at, size));
    at += size;
  }
}

const sumOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);

/** SHA-256 of texts, in UTF-8, or bytes, in hexadecimal. */
function sha256(content: string | Buffer | readonly Buffer[]): string {
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  if (typeof content === 'string' || Buffer.isBuffer(content)) hash.update(content);
  else for (const part of content) hash.update(part);
  return hash.digest('hex');
}

let chunk: Buffer | undefined;

/** SHA-256 of a file, read piece by piece into the same memory; null where it cannot be read. */
function digestOf(path: string): string | null {
  chunk ??= Buffer.allocUnsafeSlow(2 ** 20);
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
    for (;;) {
      const length = readSync(handle, chunk, 0, chunk.length, null);
      if (length === 0) return hash.digest('hex');
      hash.update(length === chunk.length ? chunk : chunk.subarray(0, length));
    }
  } catch {
    return null;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
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

import { readdirSync, statSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger, NamedLedger } from '../model/ledger.ts';
import { newHash, sha256 } from '../text/digest.ts';
import { BUILD } from './build.ts';
import { ChunkedFile, sha256OfFile } from './chunked-file.ts';
import { decodeArticle, decodeClaims, decodeEvents, encode } from './ledger-codec.ts';
import { PlacedFile } from './placed-file.ts';

/** How much the folder may hold, in bytes. */
const LARGEST = 256 * 2 ** 20;
/** After how long a file on its way was surely left behind, in milliseconds. */
const STRAY = 3_600_000;
/** Which part of the ledgers must be new before the file is written anew. */
const STALE = 1 / 20;
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
 * the SHA-256 of its file, which is read each time; what is damaged is ignored. The file may be removed at any time.
 */
export class LedgerCache {
  private readonly folder: string;
  private readonly path: string;
  private readonly file: ChunkedFile | null;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly kept: Entry[] = [];
  private readonly fresh: Entry[] = [];
  /** The file that is to come, once there is something to write. */
  private next: PlacedFile | null = null;

  /** @param folder the program's cache folder */
  static in(folder: string, found: readonly { readonly path: string }[]): LedgerCache {
    return new LedgerCache(join(folder, 'ledgers'), found);
  }

  private constructor(folder: string, found: readonly { readonly path: string }[]) {
    this.folder = folder;
    this.path = join(folder, sha256(JSON.stringify([BUILD, ...found.map(({ path }) => path)])).slice(0, 32));
    this.file = ChunkedFile.open(this.path);
    this.entries = new Map(entriesOf(this.file).map((entry) => [entry.ledger, entry]));
  }

  /** What stands in a ledger's file now, if it was looked up before; null otherwise. */
  lookUp({ path, digest }: { readonly path: string; readonly digest: string | null }): View | null {
    const { file } = this;
    if (file === null || this.entries.size === 0) return null;
    const entry = this.entries.get(digest ?? sha256OfFile(path) ?? '');
    if (entry === undefined || file.digestOf(entry.start, lengthOf(entry)) !== entry.sum) return null;
    this.kept.push(entry);
    const claimsAt = entry.start + entry.article;
    const eventsAt = claimsAt + sumOf(entry.claims);
    return {
      article: decodeArticle(file.textAt(entry.start, entry.article)),
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
      this.next ??= new PlacedFile(this.path, LARGEST);
      const { next } = this;
      const { article, claims, events } = encode(ledger);
      const start = next.size;
      const hash = newHash();
      const take = (text: string) => {
        const part = Buffer.from(text, 'utf8');
        hash.update(part);
        next.write(part);
        return part.length;
      };
      const sizes = { article: take(article), claims: Array.from(claims, take), events: Array.from(events, take) };
      this.fresh.push({ ledger: sha256(bytes), start, ...sizes, sum: hash.digest('hex') });
    });
  }

  /** Puts what was taken in beside what was there; not where that is little. */
  save(): void {
    this.attempt(() => {
      const { next } = this;
      if (next === null) utimesSync(this.path, new Date(), new Date());
      else if (this.fresh.length < (this.kept.length + this.fresh.length) * STALE) next.discard();
      else {
        const index = Buffer.from(JSON.stringify([...this.fresh, ...this.kept.map((one) => this.copied(one, next))]));
        next.write(index);
        next.write(Buffer.from(`${sha256(index)} ${index.length.toString(16).padStart(8, '0')}\n`));
        next.place();
        keepWithin(this.folder, LARGEST);
      }
    });
  }

  private copied(entry: Entry, next: PlacedFile): Entry {
    const start = next.size;
    const part = this.file?.bytesAt(entry.start, lengthOf(entry));
    if (part) next.write(part);
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

/** The entries of a file, none where anything about its index is wrong. */
function entriesOf(file: ChunkedFile | null): Entry[] {
  if (file === null || file.size < TAIL) return [];
  const end = file.size - TAIL;
  const [digest = '', length = ''] = file.textAt(end, TAIL).trimEnd().split(' ');
  const start = end - Number.parseInt(length, 16);
  if (!(start >= 0) || file.digestOf(start, end - start) !== digest) return [];
  return JSON.parse(file.textAt(start, end - start));
}

function* eachOf<T>(
  file: ChunkedFile,
  start: number,
  sizes: readonly number[],
  decode: (text: string) => T[],
): Iterable<T> {
  let at = start;
  for (const size of sizes) {
    yield* decode(file.textAt(at, size));
    at += size;
  }
}

const sumOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
const lengthOf = ({ article, claims, events }: Pick<Entry, 'article' | 'claims' | 'events'>) =>
  article + sumOf(claims) + sumOf(events);

/** Removes files, those first that were not used for longest, until the rest is no larger than that. */
function keepWithin(folder: string, most: number): void {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    const { size, mtimeMs } = statSync(path);
    return { path, size, mtimeMs };
  });
  files.sort((a, b) => b.mtimeMs - a.mtimeMs);
  let kept = 0;
  for (const { path, size, mtimeMs } of files) {
    kept += size;
    const isStray = path.endsWith('.tmp') && Date.now() - mtimeMs > STRAY;
    if (kept > most || isStray) unlinkSync(path);
  }
}

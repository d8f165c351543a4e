import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { main } from '../src/cli/main.ts';
import type { LazyVerb } from '../src/cli/verbs.ts';
import type { Pager, Terminal as Seat, Streams, World } from '../src/model/world.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Terminal {
  readonly columns?: number;
  readonly colors?: 0 | 1 | 2 | 3;
  readonly rows?: number;
  readonly page?: Pager;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** The lines of standard input as they come, where it matters when. */
  readonly lines?: () => AsyncIterable<string>;
  /** After how many writes nobody reads standard output any more. */
  readonly readerLeavesAfter?: number;
  /** Where to keep what can be made again; nowhere if absent. */
  readonly cacheFolder?: string;
  /** Where to keep what was done, null for nowhere; a folder of the sandbox's own if absent. */
  readonly stateFolder?: string | null;
  /** The local time at which the command runs. */
  readonly now?: string;
  /** Standard output and error are a terminal. */
  readonly terminal?: Terminal;
  /** The terminal that somebody sits at; none if absent. */
  readonly seat?: Seat;
}

/** A temporary folder with the program in it, run in this process. */
export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'factledger-test-'));
  /** Beside the folder, in which tests count the files. */
  readonly stateFolder = `${this.folder}-state`;

  write(name: string, text: string | Uint8Array): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Copies a file or folder of the repository here. */
  copy(name: string): void {
    cpSync(join(ROOT, name), join(this.folder, name), { recursive: true });
  }

  /** @param verbs the verbs there are, if others than the program's own */
  async run(argv: readonly string[], options: RunOptions = {}, verbs?: readonly LazyVerb[]): Promise<Ran> {
    let out = '';
    let err = '';
    let writes = 0;
    const { terminal, readerLeavesAfter = Number.POSITIVE_INFINITY } = options;
    const stream = (take: (text: string) => void) => ({
      isTerminal: terminal !== undefined,
      columns: terminal?.columns ?? 80,
      rows: terminal?.rows ?? 24,
      page: terminal?.page ?? null,
      colors: terminal?.colors ?? 0,
      write: async (text: string) => {
        take(text);
        return ++writes < readerLeavesAfter;
      },
    });
    const world: World & Streams = {
      cwd: join(this.folder, options.cwd ?? ''),
      cacheFolder: options.cacheFolder ?? null,
      stateFolder: options.stateFolder === undefined ? this.stateFolder : options.stateFolder,
      env: options.env ?? {},
      now: () => new Date(options.now ?? '2026-11-23T12:00:00'),
      stdout: stream((text) => {
        out += text;
      }),
      stderr: stream((text) => {
        err += text;
      }),
      readStdin: async () => Buffer.from(options.stdin ?? ''),
      readLines: options.lines ?? linesOf(options.stdin ?? ''),
      terminal: () => options.seat ?? null,
    };
    const code = await main(argv, world, verbs);
    return { code, out, err };
  }

  remove(): void {
    for (const folder of [this.folder, this.stateFolder]) rmSync(folder, { recursive: true, force: true });
  }
}

const linesOf = (stdin: string | Uint8Array) =>
  async function* () {
    yield* Buffer.from(stdin).toString().split('\n').slice(0, -1);
  };

/** A sandbox that goes when the test ends, with a ledger if one is given. */
export function sandbox(ledger?: string): Sandbox {
  const made = new Sandbox();
  onTestFinished(() => made.remove());
  if (ledger !== undefined) made.write('ledger.yaml', ledger);
  return made;
}

/** A small ledger with a promise, a fact and an opinion. */
export const HARBOUR = `factledger: 1

article:
  title: Harbour to reopen by spring, minister says
  author: A. Writer
  published: 2024-01-09

claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    speaker: Minister of Transport
    kind: promise
    said: 2024-01-08
    due: 2024-03-31
    tags: [transport]
    verdicts:
      - date: 2024-03-12
        status: pending
        evidence: [dredging-late]
        note: Two weeks late.

  - id: ferries-sail
    text: Two ferries sail each day.

  - id: harbour-ugly
    text: The harbour is ugly.
    kind: opinion

events:
  - id: dredging-late
    date: 2024-03-12
    title: The dredger is two weeks late.
    sources:
      - publisher: Port Authority
        url: https://example.org/dredger
`;

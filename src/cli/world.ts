import { Refusal } from '../model/refusal.ts';
import type { Output, Streams, Terminal, World } from '../model/world.ts';
import { directOutput } from '../store/direct-output.ts';
import { LARGEST } from '../store/open.ts';
import { pagerOf } from '../store/pager.ts';
import { stateFolder } from '../store/state-folder.ts';

/**
 * The world of this process: its streams, clock, folder and environment.
 * @param cacheFolder where to keep what can be made again at any time; null for nowhere
 */
export function processWorld(cacheFolder: string | null): World & Streams {
  return {
    cwd: currentFolder(),
    cacheFolder,
    stateFolder: stateFolder(process.env),
    env: process.env,
    now: () => new Date(),
    stdout: directOutput(1) ?? outputOf(process.stdout),
    stderr: directOutput(2) ?? outputOf(process.stderr),
    readStdin,
    readLines,
    terminal,
  };
}

/** A terminal that cannot place its cursor shows lines only. */
function terminal(): Terminal | null {
  const { stdin, stdout, env } = process;
  if (!stdin.isTTY || !stdout.isTTY || env.TERM === 'dumb') return null;
  return { keyboard: stdin, display: stdout, process };
}

/** The current folder; where it was removed meanwhile, the path it had. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD ?? '/';
  }
}

/** Chalk's level for each depth of colour, in bits, that Node tells of a terminal. */
const LEVELS: Readonly<Record<number, Output['colors']>> = { 4: 1, 8: 2, 24: 3 };

/** The environment without what asks for colours or none: that is heeded later, and Node would comment on it. */
function withoutWishes(): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  return env;
}

function outputOf(stream: NodeJS.WriteStream): Output {
  // Each write hears of its own error; without a listener, the stream would end the process with a stack trace.
  stream.on('error', () => undefined);
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns > 0 ? stream.columns : 80,
    rows: stream.rows > 0 ? stream.rows : 24,
    page: stream.isTTY ? pagerOf(process.env) : null,
    colors: stream.isTTY ? (LEVELS[stream.getColorDepth(withoutWishes())] ?? 0) : 0,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (stream.destroyed) return resolve(false);
        if (text === '') return resolve(true);
        stream.write(text, (error?: NodeJS.ErrnoException | null) => {
          if (!error) resolve(true);
          else if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') resolve(false);
          else reject(new Refusal(`the output cannot be written: ${error.message}`));
        });
      }),
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    // More than a ledger may have: an endless stream would fill the memory.
    if (size > LARGEST) break;
  }
  return Buffer.concat(chunks);
}

async function* readLines(): AsyncGenerator<string> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, terminal: false });
  try {
    yield* lines;
  } finally {
    // Nothing more is read, so that the program can end while its input is still open.
    lines.close();
    process.stdin.pause();
  }
}

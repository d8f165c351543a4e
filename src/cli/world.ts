import { supportsColor, supportsColorStderr } from 'chalk';
import { Refusal } from '../model/refusal.ts';
import type { Output, World } from '../model/world.ts';

/** The world of this process: its streams, clock, folder and environment. */
export function processWorld(): World {
  return {
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date(),
    stdout: outputOf(process.stdout, supportsColor ? supportsColor.level : 0),
    stderr: outputOf(process.stderr, supportsColorStderr ? supportsColorStderr.level : 0),
    readStdin,
  };
}

function outputOf(stream: NodeJS.WriteStream, colors: Output['colors']): Output {
  // Each write hears of its own error; without a listener, the stream would end the process with a stack trace.
  stream.on('error', () => undefined);
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns > 0 ? stream.columns : 80,
    colors,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (text === '' || stream.destroyed) return resolve();
        stream.write(text, (error?: NodeJS.ErrnoException | null) => {
          // The reader has seen enough (`| head`): what is left has nowhere to go, and that is no error.
          if (!error || error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') resolve();
          else reject(new Refusal(`the output cannot be written: ${error.message}`));
        });
      }),
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

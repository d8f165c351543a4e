import { fstatSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { KernelLocks, Release } from './lock-kind.ts';
import { errorCode } from './system-error.ts';

/**
 * Where the native part is missing on Linux: a socket in the abstract namespace (unix(7)), named for the file's inode.
 * The kernel binds such a name once, and frees it with its holder. Those who wait are connected to the holder, and
 * hear at once when it lets go. It holds on one machine, and within one network namespace.
 */
export const socketLocks: KernelLocks = { tryTake: bound, take: whenBound };

const nameFor = (handle: number) => {
  const { dev, ino } = fstatSync(handle, { bigint: true });
  return `\0factledger:${dev}:${ino}`;
};

function bound(handle: number): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    const waiting = new Set<{ destroy: () => void }>();
    const server = createServer((socket) => waiting.add(socket.on('error', () => undefined)));
    server.on('error', (error) => {
      if (errorCode(error) === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen({ path: nameFor(handle) }, () => {
      // A lock alone keeps no program from ending.
      server.unref();
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      });
    });
  });
}

async function whenBound(handle: number): Promise<Release> {
  for (;;) {
    const release = await bound(handle);
    if (release) return release;
    await new Promise<void>((resolve) => {
      connect({ path: nameFor(handle) })
        .on('error', () => undefined)
        .on('close', () => resolve());
    });
  }
}

import type { FoundLedger } from '../store/found-ledger.ts';
import { sizeOf } from '../store/open.ts';
import type { Context } from './context.ts';

/** A read that takes longer than this tells how far it is, in milliseconds. */
const PATIENCE = 500;
/** How fast ledgers are read, in bytes a millisecond: foretells that one large file will take long. */
const SPEED = 20_000;

/** Tells on standard error how far reading is, once it takes long and if a terminal is there. */
export function progress({ world, globals }: Context) {
  const shows = world.stderr.isTerminal && !globals.quiet;
  const start = world.now().getTime();
  let visible = false;
  return {
    async step({ file, path }: FoundLedger, index: number, total: number): Promise<void> {
      if (!shows) return;
      const elapsed = world.now().getTime() - start;
      if (elapsed + sizeOf(path) / SPEED < PATIENCE) return;
      const line = `reading ${file}${total > 1 ? ` (${index + 1} of ${total})` : ''} …`;
      await world.stderr.write(`\r\u001b[K${line.slice(0, Math.max(20, world.stderr.columns - 1))}`);
      visible = true;
    },
    async clear(): Promise<void> {
      if (visible) await world.stderr.write('\r\u001b[K');
    },
  };
}

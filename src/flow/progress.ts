import type { FoundLedger } from '../store/found-ledger.ts';
import { sizeOf } from '../store/open.ts';
import type { Context } from './context.ts';

/** A read that takes longer than this tells how far it is, in milliseconds. */
const PATIENCE = 500;
/** How fast ledgers are read, in bytes a millisecond: foretells that one large file will take long. */
const SPEED = 20_000;

/** Tells how far reading is, once it takes long and if somebody is there to see it. */
export function progress({ world, progress: show }: Context) {
  const start = world.now().getTime();
  let isShown = false;
  return {
    async step({ file, path }: FoundLedger, index: number, total: number): Promise<void> {
      if (show === null || world.now().getTime() - start + sizeOf(path) / SPEED < PATIENCE) return;
      isShown = true;
      await show(`reading ${file}${total > 1 ? ` (${index + 1} of ${total})` : ''} …`);
    },
    async clear(): Promise<void> {
      if (isShown) await show?.(null);
    },
  };
}

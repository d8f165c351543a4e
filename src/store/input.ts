import type { World } from '../model/world.ts';
import type { FoundLedger } from './found-ledger.ts';
import { decode, NO_FILE, type Opened, openText } from './open.ts';

/** Opens a found ledger, from its file or from standard input. */
export async function openLedger(world: World, { path }: FoundLedger): Promise<Opened> {
  if (path === '-') return decode(await world.readStdin());
  const opened = openText(path);
  if (!('fault' in opened) || opened.fault !== NO_FILE) return opened;
  return { ...opened, fault: `${NO_FILE}; to read from a pipe, use "-f -"` };
}

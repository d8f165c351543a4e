import type { World } from '../model/world.ts';
import type { FoundLedger } from './found-ledger.ts';
import { decode, type Opened, openText } from './open.ts';

/** Opens a found ledger, from its file or from standard input. */
export async function openLedger(world: World, { path }: FoundLedger): Promise<Opened> {
  return path === '-' ? decode(await world.readStdin()) : openText(path);
}

import { type Fault, noText } from '../model/fault.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineColumn } from '../model/place.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { openLedger } from '../store/input.ts';
import { readLedger } from '../yaml/read-ledger.ts';
import type { Context } from './context.ts';
import { progress } from './progress.ts';

/** A ledger as far as it could be opened and read, whatever is wrong with it. */
export interface OpenedLedger {
  readonly found: FoundLedger;
  /** Null where the file could not be opened as text. */
  readonly text: string | null;
  readonly ledger: Ledger | null;
  readonly faults: readonly Fault[];
  /** Where it could not be opened; null where it could, or where there is no file. */
  readonly at: LineColumn | null;
}

/** Opens and reads ledgers, all of them. */
export async function openAll(context: Context, ledgers: readonly FoundLedger[]): Promise<OpenedLedger[]> {
  const shown = progress(context);
  const opened: OpenedLedger[] = [];
  for (const [index, found] of ledgers.entries()) {
    await shown.step(found, index, ledgers.length);
    opened.push(await open(context, found));
  }
  await shown.clear();
  return opened;
}

async function open({ world }: Context, found: FoundLedger): Promise<OpenedLedger> {
  const opened = await openLedger(world, found);
  if ('fault' in opened) {
    const { fault, line, column } = opened;
    return { found, text: null, ledger: null, faults: [noText(fault)], at: { line, column } };
  }
  const { text } = opened;
  return { found, text, ...(await readLedger(text)), at: null };
}

import { Refusal } from '../model/refusal.ts';
import type { Context } from './context.ts';
import { openAll } from './open-ledgers.ts';
import { findLedgers } from './read-ledgers.ts';

/** The ledgers in use that are about the article at an address, as shown to people; whatever is wrong with any of them. */
export async function ledgersOfSameArticle(context: Context, url: string): Promise<string[]> {
  try {
    const opened = await openAll(context, await findLedgers(context));
    return opened.filter(({ ledger }) => ledger?.article.url === url).map(({ found }) => found.file);
  } catch (error) {
    // Where no ledger is in use, none is of the same article.
    if (error instanceof Refusal) return [];
    throw error;
  }
}

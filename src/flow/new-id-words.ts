import type { IdWord } from '../change/id-words.ts';
import type { ReadLedger } from './read-ledgers.ts';

/**
 * What the id of a new record is made of: none where one is given. The tables of alphabets are loaded here alone.
 * @param ledger the one that it goes to, whose language says how to read what is written alike in several
 */
export async function newIdWords(
  text: string,
  given: string | null,
  ledger: Pick<ReadLedger, 'ledger'> | null,
): Promise<readonly IdWord[]> {
  if (given !== null) return [];
  const { idWordsOf } = await import('../change/id-words.ts');
  return idWordsOf(text, ledger?.ledger.article.language ?? null);
}

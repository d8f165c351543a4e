import { coverWithoutText } from '../article/cover-without-text.ts';
import { coverArticle, isAccountedFor } from '../article/coverage.ts';
import { Refusal } from '../model/refusal.ts';
import { isWithdrawn } from '../model/status.ts';
import { openArticle } from '../store/article-file.ts';
import type { Context } from './context.ts';
import type { ReadLedger } from './read-ledgers.ts';

/** How many sentences are told one by one. */
const SHOWN = 10;

/** Tells the sentences of the article that nothing accounts for any more once a claim is withdrawn. */
export async function noLongerCovered(context: Context, target: ReadLedger, claim: string): Promise<string[]> {
  const { ledger, found } = target;
  if (!ledger.claims.some(({ id, anchors }) => id === claim && anchors.length > 0)) return [];
  const article = await openArticle(context.world, found, ledger.article, null).catch((error) => {
    // Whatever is wrong with the text is no fault of a withdrawal that is made.
    if (error instanceof Refusal) return null;
    throw error;
  });
  const claims = ledger.claims.filter((one) => one.id === claim || !isWithdrawn(one, context.today));
  const all = { ...ledger, claims };
  const { sentences } = article === null ? coverWithoutText(all) : coverArticle(all, article);
  const open = sentences.filter(
    (one) => one.claims.includes(claim) && !isAccountedFor({ ...one, claims: one.claims.filter((id) => id !== claim) }),
  );
  if (open.length === 0) return [];
  const lines = open.slice(0, SHOWN).map(({ paragraph, sentence, text, digest }) => {
    const elsewhere = text === null ? '?' : 'heading';
    const place = paragraph === null ? elsewhere : sentence === null ? `${paragraph}` : `${paragraph}.${sentence}`;
    return `  ${place}  ${text ?? digest ?? ''}`;
  });
  const more = open.length > SHOWN ? [`  … and ${open.length - SHOWN} more`] : [];
  return ['No longer accounted for in the article:', ...lines, ...more];
}

import { readArticle } from '../../src/article/article.ts';
import { plainBlocks } from '../../src/article/plain.ts';
import { check } from '../../src/check/engine.ts';
import type { Example } from '../../src/check/rule-page.ts';
import { isUnreadable } from '../../src/model/fault.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { disablesIn } from '../../src/yaml/comments.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';

const TODAY = '2024-06-01';

/** The keys that every ledger starts with, which pages leave out where they do not matter. */
const HEAD = 'factledger: 1\narticle: { title: Harbour to reopen by spring }\n';
export const inFull = (text: string) => (text.startsWith('factledger:') ? text : HEAD + text);

/** What rules find in an example; where it has no ledger but one that stood at the revision, the ledger is gone. */
export async function findIn({ ledger, before, article }: Example, wanted: ReadonlySet<string>) {
  const isGone = ledger === '';
  const text = inFull(isGone ? (before ?? '') : ledger);
  const { ledger: read, faults } = await readLedger(text);
  const common = { faults, before: before === null ? null : (await readLedger(inFull(before))).ledger };
  const subject = {
    ...common,
    ledger: read,
    article: article === null ? null : readArticle(plainBlocks(article), read.article.title, 'en'),
    today: TODAY,
    latestDay: TODAY,
  };
  const placeOf = lineIndex(text);
  const found = check(
    isGone || isUnreadable(faults) ? { ...common, isGone } : subject,
    new Map(Array.from(wanted, (id) => [id, { options: new Map() }])),
    await disablesIn(text),
    placeOf,
  );
  return found.map(({ rule, offset, message }) => ({ rule: rule.id, message, line: placeOf(offset).line }));
}

import { expect, test } from 'vitest';
import { plainRecords } from '../../src/yaml/plain-records.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';

const SKIPS = `  skips:
    - {paragraph: 1, reason: Plain.}
    - paragraph: 2 # remarked
      reason: Weather.
    - {paragraph: 3, x-mine: 1}
    - &shared {paragraph: 4}
    - {paragraph: 5}
    # This is about the one above.
`;
const claims = (count: number) => Array.from({ length: count }, (_, at) => `  - {id: c${at}, text: Claim ${at}.}\n`);

test.each([
  ['few claims', 2, false],
  ['many claims', 50, false],
  ['many claims before the article', 50, true],
])('what holds nothing but the format’s own, beside %s', async (_, count, isArticleLast) => {
  const article = `article:\n  title: T\n${SKIPS}`;
  const others = `claims:\n${claims(count).join('')}`;
  const text = `factledger: 1\n${isArticleLast ? others + article : article + others}events:\n`;
  const { ledger } = await readLedger(text);
  expect([...plainRecords(text, ledger, ['article', 'skips'])]).toEqual([0]);
});

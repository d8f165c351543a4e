import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { plainBlocks } from '../../src/article/plain.ts';
import { check } from '../../src/check/engine.ts';
import { type Example, pageOf } from '../../src/check/rule-page.ts';
import { rules } from '../../src/check/rules.ts';
import { isUnreadable } from '../../src/model/fault.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { disablesIn } from '../../src/yaml/comments.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';
import { ROOT } from '../sandbox.ts';

const TODAY = '2024-06-01';

/** The keys that every ledger starts with, which pages leave out where they do not matter. */
const HEAD = 'factledger: 1\narticle: { title: Harbour to reopen by spring }\n';
const inFull = (text: string) => (text.startsWith('factledger:') ? text : HEAD + text);

/** The lines in which a rule finds something, and those in which it should. */
async function run(id: string, { ledger, before, article }: Example): Promise<{ found: number[]; marked: number[] }> {
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
  // What a comment is for depends on all the others.
  const ids = id === 'unused-disable' ? rules.map((rule) => rule.id) : [id];
  const found = check(
    isGone || isUnreadable(faults) ? { ...common, isGone } : subject,
    new Map(ids.map((each) => [each, { options: new Map() }])),
    await disablesIn(text),
    placeOf,
  );
  return {
    found: found.filter(({ rule }) => rule.id === id).map(({ offset }) => placeOf(offset).line),
    marked: text.split('\n').flatMap((line, at) => (line.endsWith('# !') ? [at + 1] : [])),
  };
}

const pages = await Promise.all(rules.map(async (rule) => ({ ...rule, ...(await pageOf(rule)) })));

test('the list of rules is the folder of rules, with a page for each, and the table of the README', () => {
  const folder = readdirSync(join(ROOT, 'src/check/rules'));
  expect(folder.sort()).toEqual(rules.flatMap(({ id }) => [`${id}.md`, `${id}.ts`]).sort());
  const rows = readFileSync(join(ROOT, 'README.md'), 'utf8').match(/^\| `[a-z-]+` \| (?:error|warning) \| .*$/gm);
  expect(rows).toEqual(pages.map(({ id, severity, summary }) => `| \`${id}\` | ${severity} | ${summary} |`));
});

describe.each(pages)('$id', ({ id, page, explanation, bad, good, cases }) => {
  test('has a page of its own', async () => {
    const text = (await page()).default;
    expect(text).toMatch(new RegExp(`^# ${id}\\n\\n[A-Z][^\\n]`));
    expect(text.replace(/^```(?:yaml|yaml before|text)\n[^`]*^```$/gm, '')).not.toContain('```');
    expect(explanation).toMatch(/^[A-Z].*\.$/s);
    expect(cases.length).toBeGreaterThan(0);
  });

  test('finds its bad example', async () => expect((await run(id, bad)).found).not.toEqual([]));
  test('leaves its good example', async () => expect(await run(id, good)).toEqual({ found: [], marked: [] }));

  test.each(cases)('$title', async (one) => {
    const { found, marked } = await run(id, one);
    expect(found).toEqual(marked);
  });

  test('some case has a finding, and each has a ledger', () => {
    expect(cases.map(({ ledger, before }) => ledger + (before ?? '')).filter((text) => text === '')).toEqual([]);
    expect(cases.some(({ ledger, before }) => /# !$/m.test(ledger === '' ? (before ?? '') : ledger))).toBe(true);
  });
});

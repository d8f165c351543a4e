import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { plainBlocks } from '../../src/article/plain.ts';
import { check } from '../../src/check/engine.ts';
import { fullExample } from '../../src/check/examples.ts';
import type { Example } from '../../src/check/rule.ts';
import { rules } from '../../src/check/rules.ts';
import { isUnreadable } from '../../src/model/fault.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { disablesIn } from '../../src/yaml/comments.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';
import { ROOT } from '../sandbox.ts';

const TODAY = '2024-06-01';

/** What a rule finds in a ledger, as `line rule`. */
async function found(
  id: string,
  ledger: string,
  before: string | null,
  article: string | null = null,
): Promise<string[]> {
  const { ledger: read, faults } = await readLedger(ledger);
  const placeOf = lineIndex(ledger);
  const common = { faults, before: before === null ? null : (await readLedger(before)).ledger };
  const sound = {
    ...common,
    ledger: read,
    article: article === null ? null : readArticle(plainBlocks(article), read.article.title, 'en'),
    today: TODAY,
    latestDay: TODAY,
  };
  const subject = isUnreadable(faults) ? { ...common, isGone: false } : sound;
  const ids = id === 'unused-disable' ? rules.map((rule) => rule.id) : [id];
  const wanted = new Map(ids.map((each) => [each, { options: new Map() }]));
  return check(subject, wanted, await disablesIn(ledger), placeOf)
    .filter(({ rule }) => rule.id === id)
    .map(({ offset, rule }) => `${placeOf(offset).line} ${rule.id}`);
}

test('the list of rules is the folder of rules, and the table of the README', () => {
  const folder = readdirSync(join(ROOT, 'src/check/rules')).map((name) => name.replace(/\.ts$/, ''));
  expect(rules.map(({ id }) => id).sort()).toEqual(folder.sort());
  const table = readFileSync(join(ROOT, 'README.md'), 'utf8');
  for (const { id, severity, summary } of rules) expect(table).toContain(`| \`${id}\` | ${severity} | ${summary} |`);
});

describe.each(rules)('$id', ({ id, bad, good }) => {
  const run = (example: Example) => {
    const { ledger, before, article } = fullExample(example);
    return found(id, ledger, before, article);
  };
  test('finds its bad example', async () => expect(await run(bad)).not.toEqual([]));
  test('leaves its good example', async () => expect(await run(good)).toEqual([]));
});

/**
 * Each page of `rules.md` is a rule and a ledger; `# ! ` at the end of a line says that the rule is to find something
 * in that line, and every other line is a near miss.
 */
const pages = readFileSync(join(ROOT, 'test/check/rules.md'), 'utf8').split(/^## /m).slice(1);

test.each(pages.map((page) => [page.split('\n', 1)[0] as string, page]))('%s', async (title, page) => {
  const [id = ''] = title.split(':');
  const [before, ledger] = Array.from(
    page.matchAll(/```yaml( before)?\n([\s\S]*?)```/g),
    (match) => match[2] as string,
  ).slice(-2);
  const now = ledger ?? (before as string);
  const expected = now.split('\n').flatMap((line, at) => (line.includes('# !') ? [`${at + 1} ${id}`] : []));
  const article = /```text\n([\s\S]*?)```/.exec(page)?.[1] ?? null;
  expect(await found(id, now, ledger === undefined ? null : (before as string), article)).toEqual(expected);
});

test('every rule has a page of cases', () => {
  const covered = new Set(pages.map((page) => /^[a-z-]+/.exec(page)?.[0]));
  expect(rules.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});

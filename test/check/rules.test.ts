import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Example, pageOf } from '../../src/check/rule-page.ts';
import { rules } from '../../src/check/rules.ts';
import { ROOT } from '../sandbox.ts';
import { findIn, inFull } from './find-in.ts';

/** The lines in which a rule finds something, and those in which it should. */
async function run(id: string, example: Example): Promise<{ found: number[]; marked: number[] }> {
  // What a comment is for depends on all the others.
  const found = await findIn(example, new Set(id === 'unused-disable' ? rules.map((rule) => rule.id) : [id]));
  const text = inFull(example.ledger || (example.before ?? ''));
  return {
    found: found.filter(({ rule }) => rule === id).map(({ line }) => line),
    marked: text.split('\n').flatMap((line, at) => (line.endsWith('# !') ? [at + 1] : [])),
  };
}

const pages = await Promise.all(rules.map(async (rule) => ({ ...rule, ...(await pageOf(rule)) })));

test('the list of rules is the folder of rules, with a page for each, and the table in docs/', () => {
  const folder = readdirSync(join(ROOT, 'src/check/rules'));
  expect(folder.sort()).toEqual(rules.flatMap(({ id }) => [`${id}.md`, `${id}.ts`]).sort());
  const rows = readFileSync(join(ROOT, 'docs/checking.md'), 'utf8').match(
    /^\| `[a-z-]+` \| (?:error|warning) \| .*$/gm,
  );
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

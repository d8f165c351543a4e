import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { verbs } from '../src/cli/verbs.ts';
import { blocksOf, testPage } from './console-blocks.ts';
import { ROOT } from './sandbox.ts';

const readme = join(ROOT, 'README.md');
const docs = readdirSync(join(ROOT, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => join(ROOT, 'docs', name));

// A first article is begun in an empty folder.
describe('README.md shows what the program says', () => testPage(readme));

describe.each(docs.filter((path) => /^```console/m.test(readFileSync(path, 'utf8'))))(
  '%s shows what the program says',
  (path) => {
    // A page with a ledger of its own begins with that.
    const isAlone = /^```yaml file=ledger\.yaml/m.test(readFileSync(path, 'utf8'));
    testPage(path, (box) => {
      if (!isAlone) for (const name of ['data', '.factledger.yaml']) box.copy(name);
    });
  },
);

test('the README starts with two commands, the second of which runs the tests', () => {
  const [first] = blocksOf(readFileSync(readme, 'utf8'));
  const commands = first?.body.trim().split('\n') ?? [];
  expect(commands).toHaveLength(2);
  for (const command of commands) expect(command).toMatch(/^npm ci && /);
  expect(commands[1]).toBe('npm ci && npm test');
  expect(packageJson.scripts.test).toBeTruthy();
});

test('each verb has a row among the commands', () => {
  const rows = Array.from(
    readFileSync(join(ROOT, 'docs/commands.md'), 'utf8').matchAll(/^\| `([a-z]+)[^`]*` \|/gm),
    ([, name]) => name,
  );
  expect(rows).toEqual(verbs.map(({ name }) => name));
});

test.each([readme, join(ROOT, 'CONTRIBUTING.md'), ...docs])('%s: what it links to is there', (path) => {
  const links = Array.from(
    readFileSync(path, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g),
    ([, link = '']) => link,
  );
  expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([]);
});

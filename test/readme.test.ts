import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { verbs } from '../src/cli/verbs.ts';
import { blocksOf, testPage } from './console-blocks.ts';
import { ROOT } from './sandbox.ts';

const path = join(ROOT, 'README.md');
const readme = readFileSync(path, 'utf8');

describe('README shows what the program says', () => {
  testPage(path, (box) => {
    for (const name of ['data', '.factledger.yaml']) box.copy(name);
  });
});

describe('README', () => {
  test('starts with two commands, the second of which runs the tests', () => {
    const [first] = blocksOf(readme);
    const commands = first?.body.trim().split('\n') ?? [];
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(command).toMatch(/^npm ci && /);
    expect(commands[1]).toBe('npm ci && npm test');
    expect(packageJson.scripts.test).toBeTruthy();
  });

  test('has a row for each verb', () => {
    const commands = readme.slice(readme.indexOf('## The commands'), readme.indexOf('## Checking'));
    const rows = Array.from(commands.matchAll(/^\| `([a-z]+)[^`]*` \|/gm), ([, name]) => name);
    expect(rows).toEqual(verbs.map(({ name }) => name));
  });
});

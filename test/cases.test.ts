import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runPage, updatePage } from './console-blocks.ts';
import { ROOT, sandbox } from './sandbox.ts';

const folder = join(ROOT, 'test/cases');

describe.each(readdirSync(folder))('%s', (name) => {
  test('does what it says', async () => {
    const path = join(folder, name);
    const results = await runPage(readFileSync(path, 'utf8'), sandbox());
    updatePage(path, results);
    expect(results.length).toBeGreaterThan(0);
    for (const { line, expected, actual } of results) expect(actual, `${name}:${line}`).toBe(expected);
  });
});

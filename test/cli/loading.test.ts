import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { HARBOUR, ROOT, sandbox } from '../sandbox.ts';

/** Runs the program as built, and tells which of its files it loaded. */
const PROGRAM = `
  const { main, processWorld } = require(process.argv[1]);
  main(process.argv.slice(2), processWorld(null)).then(() => console.error(Object.keys(require.cache).join('\\n')));
`;

test('the pages of the rules are loaded for those who show them', () => {
  const box = sandbox(HARBOUR);
  const loads = (...argv: string[]) => {
    const ran = spawnSync(process.execPath, ['-e', PROGRAM, join(ROOT, 'dist/factledger.cjs'), ...argv], {
      cwd: box.folder,
      encoding: 'utf8',
    });
    const files = ran.stderr.split('\n').map((path) => basename(path));
    expect(files).toContain('checking.cjs');
    return files.includes('rule-pages.cjs');
  };
  expect(loads('check', '--explain', 'stale')).toBe(true);
  expect(loads('check', '--format', 'sarif')).toBe(true);
  for (const format of ['text', 'json', 'junit']) expect(loads('check', '--format', format)).toBe(false);
});

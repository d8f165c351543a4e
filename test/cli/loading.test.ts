import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { HARBOUR, ROOT, sandbox } from '../sandbox.ts';

/** Runs the program as built, and tells which of its files it loaded. */
const PROGRAM = `
  const { main, processWorld } = require(process.argv[1]);
  main(process.argv.slice(2), processWorld(null)).then(() => console.error(Object.keys(require.cache).join('\\n')));
`;

/** The files that a command loads of the program as built. */
function loadedBy(...argv: string[]): readonly string[] {
  const ran = spawnSync(process.execPath, ['-e', PROGRAM, join(ROOT, 'dist/factledger.cjs'), ...argv], {
    cwd: sandbox(HARBOUR).folder,
    encoding: 'utf8',
  });
  return ran.stderr.split('\n').map((path) => basename(path));
}

test('what splits an article into sentences is loaded for those who name a place in it', () => {
  const knowsSentences = (file: string) =>
    file.endsWith('.cjs') && readFileSync(join(ROOT, 'dist', file), 'utf8').includes('Messrs Drs Rev');
  const loads = (...argv: string[]) => loadedBy(...argv).some(knowsSentences);
  expect(loads('add', 'A claim.', '--sentence', '1', '--paragraph', '1', '--article', 'ledger.yaml')).toBe(true);
  for (const line of [
    'mark pending ferries-sail',
    'record A',
    'cite dredging-late --source https://a.org',
    'add A',
    'list',
  ])
    expect(loads(...line.split(' ')), line).toBe(false);
  expect(loadedBy('mark', 'pending', 'ferries-sail')).not.toContain('checking.cjs');
});

test('the tables of alphabets are loaded where an id is made, and those of Chinese where there is some', () => {
  const holds = (word: string) => (file: string) =>
    file.endsWith('.cjs') && readFileSync(join(ROOT, 'dist', file), 'utf8').includes(word);
  const loads = (word: string, ...argv: string[]) => loadedBy(...argv).some(holds(word));
  const [tables, pinyin] = ['jusqu|lorsqu', 'zhōng'];
  expect(loads(pinyin, 'add', '北京建设地铁。')).toBe(true);
  expect(loads(pinyin, 'record', 'ラーメン')).toBe(false);
  expect(loads(tables, 'add', 'A claim.')).toBe(true);
  for (const argv of [['add', '北京', '--id', 'a'], ['mark', 'pending', 'ferries-sail'], ['list']]) {
    expect(loads(tables, ...argv), argv.join(' ')).toBe(false);
    expect(loads(pinyin, ...argv), argv.join(' ')).toBe(false);
  }
});

test('what takes answers is loaded for those who give them', () => {
  const takesAnswers = (file: string) =>
    file.endsWith('.cjs') && readFileSync(join(ROOT, 'dist', file), 'utf8').includes('no answer of this run');
  const loads = (line: string) => loadedBy(...line.split(' ')).some(takesAnswers);
  expect(loads('annotate --article ledger.yaml')).toBe(true);
  expect(loads('review')).toBe(true);
  for (const line of [
    'add A',
    'anchor ferries-sail 1 --article ledger.yaml',
    'list',
    'coverage',
    'mark pending ferries-sail',
  ]) {
    expect(loads(line), line).toBe(false);
  }
});

test('the pages of the rules are loaded for those who show them', () => {
  const loads = (...argv: string[]) => {
    const files = loadedBy(...argv);
    expect(files).toContain('checking.cjs');
    return files.includes('rule-pages.cjs');
  };
  expect(loads('check', '--explain', 'stale')).toBe(true);
  expect(loads('check', '--format', 'sarif')).toBe(true);
  for (const format of ['text', 'json', 'junit']) expect(loads('check', '--format', format)).toBe(false);
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { verbs } from '../src/cli/verbs.ts';
import { ROOT } from './sandbox.ts';

/** The rooms by floor: each may import any floor below, and its own room. */
const FLOORS = [
  ['model'],
  ['text'],
  ['change', 'query', 'article', 'rank'],
  ['yaml', 'check', 'feed'],
  ['store', 'view'],
  ['flow', 'options', 'terminal'],
  ['dialogue'],
  ['command'],
  ['cli'],
];
/** In these rooms no file imports another: verbs and formats are siblings, and what they share sits below. */
const SIBLINGS = ['command', 'view/formats', 'view/pages', 'check/rules'];
/** Who alone may import a package. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'js-yaml': ['yaml'],
  yaml: ['yaml'],
  commander: ['cli'],
  chalk: ['view'],
  leven: ['text'],
  'string-width': ['text'],
  'wrap-ansi': ['text'],
  'csv-stringify/sync': ['view'],
  diff: ['view'],
  '@sindresorhus/transliterate': ['text'],
  'pinyin-pro': ['text'],
  typebox: ['model'],
  'node:fs': ['store'],
  'node:buffer': ['store'],
  'node:path': ['store', 'command'],
  'node:child_process': ['store'],
  'node:crypto': ['store', 'text'],
  picomatch: ['store'],
  'mdast-util-from-markdown': ['article'],
  mdast: ['article'],
  'mdast-util-gfm-footnote': ['article'],
  'mdast-util-gfm-strikethrough': ['article'],
  'mdast-util-gfm-table': ['article'],
  'micromark-extension-gfm-footnote': ['article'],
  'micromark-extension-gfm-strikethrough': ['article'],
  'micromark-extension-gfm-table': ['article'],
  htmlparser2: ['article', 'feed'],
  'node:dns': ['store'],
  'node:http': ['store'],
  'node:https': ['store'],
  'node:net': ['store'],
  'node:os': ['store'],
  'node:readline': ['cli', 'terminal'],
  'node:zlib': ['store'],
  'node:timers/promises': ['store'],
  'fs-native-extensions': ['store'],
};

const source = join(ROOT, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort();
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|(?:import|getBuiltinModule)\('([^']+)'\)|(?:^|\n)import '([^']+)'/g;

const imports = files.flatMap((file) =>
  Array.from(readFileSync(join(source, file), 'utf8').matchAll(IMPORT), (match) => ({
    file,
    target: (match[1] ?? match[2] ?? match[3]) as string,
  })),
);
const roomOf = (file: string) => file.split('/')[0] as string;
const floorOf = (file: string) => FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)));
const local = imports
  .filter(({ target }) => target.startsWith('.') && !/\.(?:json|md)$/.test(target))
  .map(({ file, target }) => ({ file, target: relative(source, resolve(source, dirname(file), target)) }));

test('every file is in a room', () => {
  expect(files.filter((file) => floorOf(file) === -1)).toEqual([]);
  expect(local.length).toBeGreaterThan(100);
});

test('imports lead to lower floors, or stay in their room', () => {
  const wrong = local.filter(({ file, target }) => {
    if (dirname(file) === dirname(target)) return SIBLINGS.includes(dirname(file));
    if (roomOf(file) === roomOf(target)) return false;
    return floorOf(target) >= floorOf(file);
  });
  expect(wrong).toEqual([]);
});

test('no imports go in a circle', () => {
  const targets = new Map(
    files.map((file) => [file, local.filter((one) => one.file === file).map((one) => one.target)]),
  );
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) throw new Error(`a circle: ${[...path, file].join(' → ')}`);
    if (done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(done.size).toBe(files.length);
});

test('packages are imported by their rooms only', () => {
  const packages = imports.filter(({ target }) => !target.startsWith('.'));
  const wrong = packages.filter(({ file, target }) => !OWNERS[target]?.includes(roomOf(file)));
  expect(wrong).toEqual([]);
});

test('the list of verbs is the folder of verbs', async () => {
  const folder = readdirSync(join(source, 'command')).map((name) => name.replace(/\.ts$/, ''));
  expect(verbs.map(({ name }) => name).sort()).toEqual(folder.sort());
  for (const { name, load } of verbs) {
    const loaded = await load();
    expect(loaded.examples.length, name).toBeGreaterThan(0);
    expect(loaded.manual.length, name).toBeGreaterThan(0);
  }
});

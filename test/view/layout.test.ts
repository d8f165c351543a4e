import { describe, expect, test } from 'vitest';
import { colorLevel, palette } from '../../src/view/layout/palette.ts';
import { renderPage } from '../../src/view/layout/render-page.ts';
import { cell, hang, type Page, table } from '../../src/view/page.ts';

const rendered = async (page: Page, width: number | null) =>
  [...(await renderPage(page, { width, palette: await palette(0), draws: false }))].join('');

describe('where there is little room', () => {
  const words = 'one two three four five six seven eight nine ten';

  test('a column that gives way keeps twelve columns', async () => {
    const page = [
      ...table([{ title: 'A' }, { title: 'B', gives: true }], [0], () => [cell('x'.repeat(30)), cell(words)]),
    ];
    const lines = (await rendered(page, 20)).trimEnd().split('\n');
    const longest = Math.max(...lines.slice(1).map((line) => line.slice(32).length));
    expect(longest).toBeLessThanOrEqual(12);
    expect(longest).toBeGreaterThan(8);
  });

  test('a text keeps twenty columns, however far in it hangs', async () => {
    const lines = (await rendered([hang(30, '', words)], 24)).trimEnd().split('\n');
    expect(Math.max(...lines.map((line) => line.trim().length))).toBeGreaterThan(12);
    expect(Math.max(...lines.map((line) => line.trim().length))).toBeLessThanOrEqual(20);
  });
});

describe('colours', () => {
  const terminal = { isTerminal: true, columns: 80, rows: 24, page: null, colors: 3 as const, write: async () => true };
  const pipe = { ...terminal, isTerminal: false, colors: 0 as const };
  test.each([
    ['a terminal', terminal, {}, null, 3],
    ['a pipe', pipe, {}, null, 0],
    ['--color in a pipe', pipe, { NO_COLOR: '1', FORCE_COLOR: '0' }, true, 1],
    ['--no-color in a terminal', terminal, { FORCE_COLOR: '3' }, false, 0],
    ['FORCE_COLOR=0 in a terminal', terminal, { FORCE_COLOR: '0' }, null, 0],
    ['FORCE_COLOR=false in a terminal', terminal, { FORCE_COLOR: 'false' }, null, 0],
    ['FORCE_COLOR in a pipe', pipe, { FORCE_COLOR: '' }, null, 1],
    ['FORCE_COLOR=2 in a pipe, over NO_COLOR', pipe, { FORCE_COLOR: '2', NO_COLOR: '1' }, null, 2],
    ['NO_COLOR in a terminal', terminal, { NO_COLOR: '1' }, null, 0],
    ['an empty NO_COLOR', terminal, { NO_COLOR: '' }, null, 3],
  ])('%s', (_, output, env, flag, level) => expect(colorLevel(output, env, flag)).toBe(level));
});

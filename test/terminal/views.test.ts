import { describe, expect, test } from 'vitest';
import { headRow, keyRow, ruleRow } from '../../src/terminal/bars.ts';
import { hangingRows } from '../../src/terminal/hanging.ts';
import { layOut } from '../../src/terminal/lay-out.ts';
import { listRows } from '../../src/terminal/list-rows.ts';
import { type Row, rowOf } from '../../src/terminal/row.ts';
import { canvas, shown, styledIn, TEXTS, widthOf } from './canvas.ts';

const WIDTHS = [60, 80, 120, 200];

describe('the first row', () => {
  test('has a name at the left and the rest at the right', () => {
    expect(shown(headRow('ledger', '1 of 2', canvas(20)))).toBe(' ledger      1 of 2 ');
  });

  test.each(WIDTHS)('is as wide as the screen: %i', (columns) => {
    for (const text of Object.values(TEXTS)) {
      const row = headRow(text.repeat(4), '¶2.1  31 open of 35', canvas(columns));
      expect(widthOf(row)).toBeGreaterThanOrEqual(columns - 1);
      expect(widthOf(row)).toBeLessThanOrEqual(columns);
      expect(shown(row)).toMatch(/… {2,3}¶2\.1 {2}31 open of 35 $/);
    }
  });
});

describe('a line across', () => {
  test('names what is below', () => {
    expect(shown(ruleRow('1-6 tie', canvas(20)))).toBe('── 1-6 tie ─────────');
    expect(shown(ruleRow('', canvas(5)))).toBe('─────');
    expect(shown(ruleRow('漢字', canvas(12)))).toBe('── 漢字 ────');
    expect(shown(ruleRow('a long title', canvas(12)))).toBe('── a lon… ──');
  });
});

describe('the row of keys', () => {
  const HINTS = [
    { key: 'a', does: 'add' },
    { key: 'l', does: 'claims' },
    { key: 's', does: 'skip' },
    { key: 'S', does: '¶', spare: 1 },
    { key: 'e', does: 'edit', spare: 3 },
    { key: '⏎', does: 'next' },
    { key: 'b', does: 'back', spare: 2 },
    { key: '/', does: 'find', spare: 3 },
    { key: 'u', does: 'undo' },
    { key: 'q', does: 'quit' },
    { key: '?', does: '' },
  ];

  test.each([
    [80, 'a add  l claims  s skip  S ¶  e edit  ⏎ next  b back  / find  u undo  q quit  ?'],
    [78, 'a add l claims s skip S ¶ e edit ⏎ next b back / find u undo q quit ?'],
    [69, 'a add l claims s skip S ¶ e edit ⏎ next b back / find u undo q quit ?'],
    [60, 'a add  l claims  s skip  S ¶  ⏎ next  b back  u undo  q quit  ?'.replaceAll('  ', ' ')],
    [40, 'a add l claims s skip ⏎ next u undo q quit ?'],
  ])('in %i columns', (columns, wanted) => {
    expect(shown(keyRow(HINTS, canvas(columns)))).toBe(wanted);
  });

  test('keys stand out', () => {
    expect(styledIn(keyRow(HINTS, canvas(80)), 'name')).toBe('alsSe⏎b/uq?');
  });
});

describe('a hanging text', () => {
  const lead = [{ text: ' 2 ▸✓ ' }];

  test.each(WIDTHS)('fits %i columns in every script, and stands below its first row', (columns) => {
    for (const text of Object.values(TEXTS)) {
      const long = `${text} ${text} ${text}`;
      const rows = hangingRows({ lead, text: [{ text: long, style: 'name' }] }, canvas(columns));
      for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(columns);
      expect(shown(rows[0] as Row).startsWith(' 2 ▸✓ ')).toBe(true);
      for (const row of rows.slice(1)) expect(shown(row).slice(0, 6)).toBe('      ');
      expect(
        rows
          .map((row) => styledIn(row, 'name'))
          .join('')
          .replaceAll(' ', ''),
      ).toBe(long.replaceAll(' ', ''));
    }
  });

  test('a marked part keeps its mark over rows', () => {
    const text = [{ text: 'one ' }, { text: 'two three ', style: 'name' as const }, { text: 'four' }];
    const rows = hangingRows({ lead: [], text }, canvas(8));
    expect(rows.map(shown)).toEqual(['one two', 'three', 'four']);
    expect(rows.map((row) => styledIn(row, 'name'))).toEqual(['two', 'three', '']);
  });

  test('loses its middle where it has few rows', () => {
    const rows = hangingRows({ lead, text: [{ text: TEXTS.English as string }] }, canvas(30), 2);
    expect(rows).toHaveLength(2);
    expect(rows.map(shown).join('')).toMatch(/^ 2 ▸✓ Neither .*….* Friday\.$/);
  });

  test('is escaped before it is measured', () => {
    const rows = hangingRows({ lead: [{ text: '\u202e' }], text: [{ text: 'a\u001b[2Jb' }] }, canvas(12));
    expect(rows.map(shown)).toEqual(['\\u202ea\\u001', '      b[2Jb']);
  });
});

describe('a list', () => {
  const choices = [
    { text: [{ text: 'one two three four' }], isTicked: true },
    { text: [{ text: 'five' }], isTicked: false },
  ];

  test('has numbers and ticks', () => {
    expect(listRows(choices, canvas(40), 9).map(shown)).toEqual([' 1✓one two three four', ' 2 five']);
    expect(listRows(choices, canvas(12), 4).map(shown)).toEqual([' 1✓one two', '   three', '   four', ' 2 five']);
  });

  test('gives each its row where there is little room', () => {
    expect(listRows(choices, canvas(12), 3).map(shown)).toEqual([' 1✓one…four', ' 2 five']);
    expect(listRows(choices, canvas(12), 0).map(shown)).toEqual([' 1✓one…four', ' 2 five']);
    expect(listRows([], canvas(12), 3)).toEqual([]);
  });
});

describe('the whole screen', () => {
  const rows = (name: string, count: number): Row[] =>
    Array.from({ length: count }, (_, index) => rowOf({ text: `${name}${index}` }));
  const parts = {
    head: rowOf({ text: 'head' }),
    body: rows('b', 3),
    focus: [1, 2] as readonly [number, number],
    panel: rows('p', 2),
    message: [rowOf({ text: 'message' })],
    keys: rowOf({ text: 'keys' }),
  };
  const laid = (height: number, changed: Partial<typeof parts> = {}) =>
    layOut({ ...parts, ...changed }, { rows: height }).map(shown);

  test('is filled up above the panel', () => {
    expect(laid(10)).toEqual(['head', 'b0', 'b1', 'b2', '', '', 'p0', 'p1', 'message', 'keys']);
  });

  test('shows the body around its focus', () => {
    const body = rows('b', 40);
    expect(laid(11, { body, focus: [20, 22] })).toEqual([
      'head',
      'b19',
      'b20',
      'b21',
      'b22',
      'b23',
      'b24',
      'p0',
      'p1',
      'message',
      'keys',
    ]);
    expect(laid(8, { body, focus: [0, 1] }).slice(1, 4)).toEqual(['b0', 'b1', 'b2']);
    expect(laid(8, { body, focus: [39, 40] }).slice(1, 4)).toEqual(['b37', 'b38', 'b39']);
    expect(laid(8, { body, focus: [10, 30] }).slice(1, 4)).toEqual(['b10', 'b11', 'b12']);
  });

  test('leaves the body three rows, whatever the panel holds', () => {
    expect(laid(9, { panel: rows('p', 9) })).toEqual(['head', 'b0', 'b1', 'b2', 'p0', 'p1', 'p2', 'message', 'keys']);
  });

  test('keeps the row with the cursor', () => {
    const panel = [...rows('p', 9), { pieces: [{ text: 'here' }], afterCursor: [] }];
    expect(laid(9, { panel }).slice(-5)).toEqual(['p7', 'p8', 'here|', 'message', 'keys']);
    for (const height of [4, 5, 6]) expect(laid(height, { panel })).toContain('here|');
  });

  test.each([1, 2, 3, 4, 5, 6])('has no more rows than there are: %i', (height) => {
    expect(laid(height, { panel: rows('p', 9), body: rows('b', 40) })).toHaveLength(height);
    expect(laid(height).at(-1)).toBe('keys');
  });
});

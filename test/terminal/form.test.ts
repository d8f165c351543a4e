import { describe, expect, test } from 'vitest';
import { fillIn } from '../../src/terminal/fill-in.ts';
import { type Form, type FormFault, formOf, pressedIn, valuesOf, withFault } from '../../src/terminal/form.ts';
import { formRows } from '../../src/terminal/form-rows.ts';
import type { Press } from '../../src/terminal/keys.ts';
import { lineEditor } from '../../src/terminal/line-editor.ts';
import { withScreen } from '../../src/terminal/screen.ts';
import { palette } from '../../src/view/layout/palette.ts';
import { canvas, shown, styledIn, TEXTS, widthOf } from './canvas.ts';
import { FakeTerminal } from './fake-terminal.ts';

const PLAIN = await palette(0);
const key = (name: string, text = ''): Press => ({ kind: 'key', name, text });
const form = (text = '') =>
  formOf(
    { name: 'claim', editor: lineEditor(text, ['The sentence.']) },
    { name: 'kind', editor: lineEditor('fact') },
    { name: 'due', editor: lineEditor('', [], ['2020-12-31']) },
  );

/** A form after presses that leave it open. */
const after = (start: Form, ...presses: readonly Press[]): Form =>
  presses.reduce((at, press) => pressedIn(at, press) as Form, start);

describe('keys of a form', () => {
  test('Tab and Shift-Tab go round the fields', () => {
    const tab = key('tab');
    const back = key('shift-tab');
    expect([1, 2, 3, 4].map((count) => after(form(), ...Array(count).fill(tab)).at)).toEqual([1, 2, 0, 1]);
    expect([1, 2, 3, 4].map((count) => after(form(), ...Array(count).fill(back)).at)).toEqual([2, 1, 0, 2]);
  });

  test.each([
    ['enter', 'save'],
    ['escape', 'cancel'],
    ['ctrl-c', 'cancel'],
  ])('%s: %s', (name, outcome) => {
    expect(pressedIn(form(), key(name))).toBe(outcome);
  });

  test('the end of the input cancels', () => {
    expect(pressedIn(form(), { kind: 'end' })).toBe('cancel');
  });

  test('a key that means nothing changes nothing', () => {
    const start = form();
    expect(pressedIn(start, key('f5'))).toBe(start);
  });

  test('others edit the field that the cursor is in; a paste never saves', () => {
    const filled = after(form(), key('up'), key('tab'), { kind: 'paste', text: 's\n\nx\n' }, key('tab'), key('right'));
    expect(valuesOf(filled)).toEqual({ claim: 'The sentence.', kind: 'facts x', due: '2020-12-31' });
  });

  test('a fault moves the cursor to its field, and goes once that is another text', () => {
    const wrong = withFault(form(), { field: 'due', message: 'not a date' });
    expect(wrong.at).toBe(2);
    expect(after(wrong, key('home')).fault).not.toBeNull();
    expect(after(wrong, key('x', 'x')).fault).toBeNull();
    expect(withFault(after(form(), key('tab')), { field: null, message: 'ledger.yaml:3:1' }).at).toBe(1);
  });
});

test('lines that are pasted are one line, and it says so', () => {
  const pasted = after(form(), { kind: 'paste', text: '\none\r\ntwo\n' });
  expect(formRows(pasted, canvas(60)).map(shown).slice(0, 2)).toEqual([
    '  claim one two|',
    '        the lines that were pasted are one line now',
  ]);
  expect(after(pasted, key('.', '.')).fault).toBeNull();
  expect(after(form(), { kind: 'paste', text: 'one\n' }).fault).toBeNull();
});

describe('a form on the screen', () => {
  test('has names at the left, and the cursor in its field', () => {
    expect(formRows(form('A claim'), canvas(40)).map(shown)).toEqual(['  claim A claim|', '   kind fact', '    due ']);
  });

  test('shows in grey what → takes, in the field with the cursor only', () => {
    const rows = formRows(after(form(), key('tab'), key('tab'), key('2', '2')), canvas(40));
    expect(shown(rows[2] as never)).toBe('    due 2|020-12-31 →');
    const [, , grey] = formRows({ ...form(), at: 2 }, canvas(40));
    expect(grey?.afterCursor).toEqual([{ text: '2020-12-31 →', style: 'quiet' }]);
  });

  test('says what is wrong below the field, or below them all', () => {
    const wrong = (fault: FormFault) => formRows(withFault(form(), fault), canvas(40));
    expect(wrong({ field: 'kind', message: 'no such kind' }).map(shown)).toEqual([
      '  claim ',
      '   kind fact|',
      '        no such kind',
      '    due ',
    ]);
    const last = wrong({ field: null, message: 'l.yaml:3:1: \u001b' }).at(-1);
    expect(last && styledIn(last, 'alarm')).toBe('l.yaml:3:1: \\u001b');
  });

  test.each([12, 60, 80])('every character and the cursor are there, in %i columns', (columns) => {
    for (const text of Object.values(TEXTS)) {
      let at: Form = formOf({ name: 'claim', editor: lineEditor(text) });
      for (let step = 0; step < 200; step++) {
        const rows = formRows(at, canvas(columns));
        const all = rows.map((row) => shown(row).slice(8)).join('');
        expect(all.replace('|', '')).toBe(text);
        const [field] = at.fields;
        expect(all.indexOf('|')).toBe(field?.editor.lines[0]?.cursor);
        // The column after the last one that is taken is the cursor's.
        for (const row of rows) expect(widthOf(row)).toBeLessThan(Math.max(columns, 12));
        const next = after(at, key('left'));
        if (all.startsWith('|')) break;
        at = next;
      }
    }
  });
});

describe('filling in', () => {
  const frame = (_: unknown, rows: readonly ReturnType<typeof formRows>[number][]) => rows;

  /** Types into a form until it is left. @param faults what is wrong with it, each time that it is saved */
  async function filledIn(keys: readonly string[], faults: readonly (FormFault | null)[] = []) {
    const terminal = new FakeTerminal();
    const saved: unknown[] = [];
    const screens: string[] = [];
    const isSaved = await withScreen(terminal, PLAIN, async (screen) => {
      const over = fillIn(screen, form(), frame, async (values) => {
        saved.push(values);
        return faults[saved.length - 1] ?? null;
      });
      for (const one of keys) {
        await terminal.type(one);
        screens.push(terminal.text);
      }
      return over;
    });
    return { isSaved, saved, screens };
  }

  test('Enter saves all fields', async () => {
    const { isSaved, saved } = await filledIn(['Żółw 漢', '\t', '\u0015promise', '\t', '\u001b[C', '\r']);
    expect(isSaved).toBe(true);
    expect(saved).toEqual([{ claim: 'Żółw 漢', kind: 'promise', due: '2020-12-31' }]);
  });

  test.each([
    ['Esc', '\u001b'],
    ['Ctrl-C', '\u0003'],
  ])('%s leaves it', async (_, leaving) => {
    expect(await filledIn(['abc', leaving])).toMatchObject({ isSaved: false, saved: [] });
  });

  test('what is wrong keeps it open with all that was typed', async () => {
    const { isSaved, saved, screens } = await filledIn(
      ['abc', '\r', '\u001b[Dx', '\r'],
      [{ field: 'due', message: 'not a date' }],
    );
    expect(screens[1]).toBe('  claim abc\n   kind fact\n    due 2020-12-31 →\n        not a date');
    expect(isSaved).toBe(true);
    expect(saved.at(-1)).toEqual({ claim: 'abc', kind: 'fact', due: 'x' });
  });

  test('keys that came while it was being saved are typed after that', async () => {
    const { saved } = await filledIn(
      ['a\rb\rc\r'],
      [
        { field: 'claim', message: '1' },
        { field: 'claim', message: '2' },
      ],
    );
    expect(saved).toMatchObject([{ claim: 'a' }, { claim: 'ab' }, { claim: 'abc' }]);
  });

  test('a failure to save is handed on', async () => {
    const terminal = new FakeTerminal();
    const over = withScreen(terminal, PLAIN, async (screen) => {
      await fillIn(screen, form(), frame, async () => {
        throw new Error('disk full');
      });
    });
    terminal.keyboard.write('\r');
    await expect(over).rejects.toThrow('disk full');
  });

  test('a closed input leaves it', async () => {
    const terminal = new FakeTerminal();
    const over = withScreen(terminal, PLAIN, (screen) => fillIn(screen, form(), frame, async () => null));
    await terminal.type('abc');
    terminal.keyboard.end();
    expect(await over).toBe(false);
  });
});

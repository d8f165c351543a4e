import { describe, expect, test } from 'vitest';
import type { Press } from '../../src/terminal/keys.ts';
import { edited, greyIn, type LineEditor, lineEditor, lineIn } from '../../src/terminal/line-editor.ts';

const key = (name: string): Press => ({ kind: 'key', name, text: '' });
/** The presses that type a text, code point by code point, as a terminal hands it out. */
const typing = (text: string): Press[] =>
  Array.from(text, (character) => ({ kind: 'key', name: character, text: character }));
const paste = (text: string): Press => ({ kind: 'paste', text });

const after = (editor: LineEditor, ...presses: readonly (Press | string)[]): LineEditor =>
  presses.reduce<LineEditor>((at, press) => edited(at, typeof press === 'string' ? key(press) : press) ?? at, editor);

/** The line with a bar where the cursor is. */
function shown(editor: LineEditor): string {
  const { text, cursor } = lineIn(editor);
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

/** An editor with the cursor at a bar in the text. */
function at(text: string): LineEditor {
  const cursor = text.indexOf('|');
  return { ...lineEditor(), lines: [{ text: text.replace('|', ''), cursor }] };
}

test.each([
  ['left', 'one two|', 'one tw|o'],
  ['ctrl-b', '|one', '|one'],
  ['right', 'o|ne', 'on|e'],
  ['ctrl-f', 'one|', 'one|'],
  ['home', 'one two|', '|one two'],
  ['ctrl-a', 'one| two', '|one two'],
  ['end', '|one two', 'one two|'],
  ['ctrl-e', 'o|ne', 'one|'],
  ['alt-b', "isn't it |so", "isn't |it so"],
  ['ctrl-left', "isn't| it", "|isn't it"],
  ['alt-left', '…one, |two', '…|one, two'],
  ['alt-f', 'one|, two', 'one, two|'],
  ['ctrl-right', '|one, two', 'one|, two'],
  ['alt-right', 'one, two|!', 'one, two!|'],
  ['alt-f', '|ภาษาไทยง่าย', 'ภาษา|ไทยง่าย'],
  ['backspace', 'one|', 'on|'],
  ['backspace', '|one', '|one'],
  ['delete', '|one', '|ne'],
  ['ctrl-d', 'one|', 'one|'],
  ['ctrl-d', 'o|ne', 'o|e'],
  ['ctrl-t', 'on|e', 'oen|'],
  ['ctrl-t', 'one|', 'oen|'],
  ['ctrl-t', '|', '|'],
  ['ctrl-u', 'one t|wo', '|wo'],
  ['ctrl-k', 'one| two', 'one|'],
  ['ctrl-w', 'see a/b.c  |d', 'see |d'],
  ['ctrl-w', '|one', '|one'],
  ['alt-backspace', 'see a/b.c|', 'see a/|'],
  ['alt-d', 'one| two, three', 'one|, three'],
  ['alt-delete', '|one two', '| two'],
  ['ctrl-delete', '|one two', '| two'],
])('%s: %s → %s', (name, before, wanted) => {
  expect(shown(after(at(before), name))).toBe(wanted);
});

test.each(['enter', 'tab', 'shift-tab', 'escape', 'ctrl-c', 'pageup', 'f1', 'insert'])(
  '%s means nothing to a line',
  (name) => {
    expect(edited(at('one|'), key(name))).toBeNull();
  },
);

test('nor does the end of the input', () => {
  expect(edited(at('one|'), { kind: 'end' })).toBeNull();
});

describe('characters', () => {
  const CHARACTERS = ['ż', 'z\u0307', 'Ж', '漢', 'กำ', 'นี้', 'ع', 'ש\u05c1', '👩🏽‍🚀', '👨‍👩‍👧‍👦', '🇵🇱', '한', '❤️', '1️⃣'];
  test.each(CHARACTERS)('%s is typed, gone over and deleted as one', (character) => {
    const typed = after(at('a|b'), ...typing(character));
    expect(shown(typed)).toBe(`a${character}|b`);
    expect(shown(after(typed, 'left'))).toBe(`a|${character}b`);
    expect(shown(after(typed, 'left', 'right'))).toBe(`a${character}|b`);
    expect(shown(after(typed, 'backspace'))).toBe('a|b');
    expect(shown(after(typed, 'left', 'delete'))).toBe('a|b');
  });

  test('what joins two on both sides is not split by the cursor', () => {
    expect(shown(after(at('👩|🚀'), ...typing('\u200d')))).toBe('👩‍🚀|');
  });
});

describe('what is inserted is one line', () => {
  test.each([
    ['one\r\ntwo\n\nthree', 'one two three'],
    ['\none\n', 'one'],
    ['a\tb\u2028c\u0085d', 'a b c d'],
    ['a\u0000b\u0007\u001bc\u009bd', 'abcd'],
    ['\u001b[1;31mred\u001b[0m', 'red'],
    [' kept  blanks ', ' kept  blanks '],
    ['\u200fعربي', '\u200fعربي'],
  ])('%j', (text, wanted) => {
    expect(shown(after(at('<|>'), paste(text)))).toBe(`<${wanted}|>`);
  });
});

describe('earlier lines', () => {
  const editor = after(lineEditor('', ['first', 'second']), ...typing('mine'));

  test.each([
    [['up'], 'first|'],
    [['ctrl-p', 'ctrl-p'], 'second|'],
    [['up', 'up', 'up'], 'second|'],
    [['up', 'up', 'down'], 'first|'],
    [['up', 'ctrl-n'], 'mine|'],
    [['down'], 'mine|'],
  ])('%j → %s', (names, wanted) => {
    expect(shown(after(editor, ...names))).toBe(wanted);
  });

  test('one that was changed is kept too', () => {
    const changed = after(editor, 'up', 'backspace', 'left');
    expect(shown(after(changed, 'up', 'down'))).toBe('fir|s');
    expect(shown(after(changed, 'down'))).toBe('mine|');
  });
});

describe('what is offered', () => {
  const editor = lineEditor('', [], ['Dmitry Peskov', 'Vladimir Putin']);

  test('is the first that starts with what was typed', () => {
    expect(greyIn(editor)).toBe('Dmitry Peskov');
    expect(greyIn(after(editor, ...typing('vl')))).toBe('adimir Putin');
    expect(greyIn(after(editor, ...typing('x')))).toBe('');
    expect(greyIn(after(editor, ...typing('vl'), 'left'))).toBe('');
  });

  test.each(['right', 'ctrl-f'])('is taken by %s at the end, as it is written', (name) => {
    expect(shown(after(editor, ...typing('vl'), name))).toBe('Vladimir Putin|');
    expect(shown(after(editor, ...typing('vl'), 'left', name))).toBe('vl|');
    expect(shown(after(editor, name, 'ctrl-_'))).toBe('|');
  });
});

describe('bringing back', () => {
  test('Ctrl-Y puts back what was cut last', () => {
    expect(shown(after(at('one two|'), 'ctrl-w', 'home', 'ctrl-y'))).toBe('two|one ');
    expect(shown(after(at('one two|'), 'ctrl-u', 'ctrl-k', 'backspace', 'ctrl-y'))).toBe('one two|');
    expect(shown(after(at('|one two'), 'alt-d', 'end', 'ctrl-y'))).toBe(' twoone|');
  });

  test('Ctrl-_ undoes one change after the other, a run of typing at once', () => {
    const editor = after(at('|'), ...typing('one'), paste(' two'), 'ctrl-u', ...typing('x'));
    expect(shown(after(editor, 'ctrl-_'))).toBe('|');
    expect(shown(after(editor, 'ctrl-_', 'ctrl-_'))).toBe('one two|');
    expect(shown(after(editor, 'ctrl-_', 'ctrl-_', 'ctrl-_'))).toBe('one|');
    expect(shown(after(editor, 'ctrl-_', 'ctrl-_', 'ctrl-_', 'ctrl-_', 'ctrl-_'))).toBe('|');
  });

  test('typing after a move is undone by itself', () => {
    expect(shown(after(at('|'), ...typing('ab'), 'left', ...typing('c'), 'ctrl-_'))).toBe('a|b');
  });

  test('nor is it joined to what was typed before another line was looked at', () => {
    expect(shown(after(lineEditor('', ['x']), ...typing('a'), 'up', 'down', ...typing('b'), 'ctrl-_'))).toBe('a|');
  });
});

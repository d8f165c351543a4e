import { ledgerShape } from '../model/shape.ts';
import { quoted } from './quoted.ts';

/** A line as it should be written, and what was wrong with it. */
export interface Mending {
  /** What is wrong, in a few words. */
  readonly what: string;
  /** The line without its line end; null where it cannot be mended by itself. */
  readonly line: string | null;
  /** Where in the old line it is wrong, in UTF-16 units. */
  readonly column: number;
}

/** All keys of a ledger. */
const KEYS = new Set(keysIn(ledgerShape));

function keysIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, inner]) =>
    key === 'properties' && typeof inner === 'object' && inner !== null
      ? [...Object.keys(inner), ...keysIn(inner)]
      : keysIn(inner),
  );
}

const key = (word: string) => KEYS.has(word) || word.startsWith('x-');

/** White space, dashes of list items, a key and its colon, and the value after it. */
const FIELD = /^([ \t]*(?:-[ \t]+)*)(["']?)([\w.-]+)\2:([ \t]+)(\S.*?)[ \t]*$/;

/** The words within quotes that a value starts with, whether they are closed or not. */
function unquoted(value: string): string {
  const [mark = ''] = value;
  if (mark !== '"' && mark !== "'") return value;
  const isWhole = value.length > 1 && value.endsWith(mark);
  if (isWhole) return value.slice(1, -1);
  // One mark that nothing closes: an opening one, or an apostrophe.
  const isOpening = mark === '"' && !value.slice(1).includes('"');
  return isOpening ? value.slice(1) : value;
}

/**
 * Ways in which a line may have been meant, the likeliest first. Whether one is right is for the parser to say.
 * @param above the line above that holds something
 */
export function* mendings(line: string, above: string): Iterable<Mending> {
  yield* inMargin(line, above);
  yield* inKey(line);
  yield* inBrackets(line);
  yield* inValue(line);
}

function* inMargin(line: string, above: string): Iterable<Mending> {
  const margin = /^[ \t]*/.exec(line)?.[0] ?? '';
  const tab = margin.indexOf('\t');
  if (tab !== -1) {
    const what = 'a tab as indentation, where YAML takes spaces only';
    for (const width of [2, 4, 8, 0]) {
      yield { what, line: margin.replaceAll('\t', ' '.repeat(width)) + line.slice(margin.length), column: tab };
    }
    const depth = /^ *(?:- +)?/.exec(above)?.[0].length ?? 0;
    yield { what, line: ' '.repeat(depth) + line.trimStart(), column: tab };
  }
  const odd = /[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/.exec(line.slice(0, line.search(/[^\s\u200b]/)));
  if (odd) {
    const code = odd[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const what = `a blank that is no plain space (U+${code})`;
    yield { what, line: line.replace(/^[\s\u200b]+/, (blanks) => ' '.repeat(blanks.length)), column: odd.index };
  }
}

function* inKey(line: string): Iterable<Mending> {
  const [, dash = '', name = '', rest = ''] = /^(\s*-)([\w.-]+)(:.*)$/.exec(line) ?? [];
  if (key(name))
    yield { what: 'a space is missing after the dash', line: `${dash} ${name}${rest}`, column: dash.length };
  const star = /^(\s*)[*•‣–—] +(\S.*)$/.exec(line);
  if (star) {
    const [, margin = '', rest = ''] = star;
    yield { what: 'an item of a list starts with a dash', line: `${margin}- ${rest}`, column: margin.length };
  }
  const [, before = '', word = '', colon = '', value = ''] =
    /^(\s*(?:-\s+)*)(["']?[\w.-]+["']?)(\s*[=：∶]\s*|:)(\S.*)$/.exec(line) ?? [];
  if (key(word)) {
    const column = before.length + word.length;
    const what = colon === ':' ? 'a space is missing after the colon' : `a colon is due after "${word}"`;
    yield { what, line: `${before}${word}: ${value}`, column };
  }
  const [, lead = '', bare = '', gap = '', more = ''] = /^(\s*(?:-\s+)*)([\w.-]+)(\s*)(.*)$/.exec(line) ?? [];
  if (key(bare) && (more === '' || gap !== '')) {
    const column = lead.length + bare.length;
    yield { what: `a colon is due after "${bare}"`, line: `${lead}${bare}:${more === '' ? '' : ` ${more}`}`, column };
  }
  const quote = /^(\s*(?:-\s+)*)["'“”„]([\w.-]+)(?:["'“”]?)(:.*)$/.exec(line);
  if (quote && key(quote[2] ?? '')) {
    const [, margin = '', word = '', rest = ''] = quote;
    yield { what: 'a key needs no quotes', line: `${margin}${word}${rest}`, column: margin.length };
  }
  const list = /^(\s*[\w.-]+:)\s+(- .*)$/.exec(line);
  if (list) {
    const [, field = '', item = ''] = list;
    const indent = ' '.repeat((/^ */.exec(field)?.[0].length ?? 0) + 2);
    const what = `a list starts on a line of its own, below "${field.trim()}"`;
    yield { what: `${what}: ${indent.trim()}${item}`, line: null, column: field.length + 1 };
  }
}

/** A key that holds free text, in which a colon may stand. */
const PROSE = /[{,]\s*(?:text|title|note|quote|via|speaker|publisher|reason):\s[^,]*$/;

const blanks = (count: number) => (count === 1 ? '1 space' : `${count} spaces`);

function* inBrackets(line: string): Iterable<Mending> {
  const opening = /[[{]/.exec(line);
  if (!opening) return;
  const { index } = opening;
  const inside = line.slice(index);
  const isBraces = inside.startsWith('{');
  // A key that comes without a comma before it, and a text of several words after another.
  const comma = /^(.*?[^\s,{[])(\s+)([\w.-]+:\s.*)$/.exec(inside);
  if (isBraces && comma && key((comma[3] ?? '').split(':')[0] ?? '') && !PROSE.test(comma[1] ?? '')) {
    const [, before = '', , rest = ''] = comma;
    const what = `a comma is missing before "${rest.split(':')[0]}"`;
    yield { what, line: `${line.slice(0, index)}${before}, ${rest}`, column: index + before.length };
  }
  const texts = /^(.*?["'])(\s+)(["'].*)$/.exec(inside);
  if (texts) {
    const [, before = '', , rest = ''] = texts;
    yield {
      what: 'a comma is missing',
      line: `${line.slice(0, index)}${before}, ${rest}`,
      column: index + before.length,
    };
  }
  const closing = isBraces ? '}' : ']';
  if (inside.lastIndexOf(closing) === -1) {
    const what = `"${isBraces ? '{' : '['}" is not closed`;
    yield { what, line: `${line.trimEnd()}${isBraces ? ' ' : ''}${closing}`, column: index };
  }
  const field = /^(.*[{,]\s*[\w.-]+:\s+)(\S.*?)(\s*\}\s*)$/.exec(line);
  if (field) {
    const [, before = '', value = '', end = ''] = field;
    yield { what: NEEDS_QUOTES, line: `${before}${quoted(unquoted(value))}${end}`, column: before.length };
  }
}

const NEEDS_QUOTES = 'this text needs quotes';

function* inValue(line: string): Iterable<Mending> {
  const comment = /^(.*["'\]}])(#.*)$/.exec(line);
  if (comment) {
    const [, before = '', rest = ''] = comment;
    yield { what: 'a space is missing before the comment', line: `${before} ${rest}`, column: before.length };
  }
  const field = FIELD.exec(line);
  if (field) {
    const [, margin = '', quote = '', name = '', gap = '', value = ''] = field;
    const before = `${margin}${quote}${name}${quote}:${gap}`;
    const what = value.startsWith('"') && /\\[^\\"]/.test(value) ? BACKSLASH : NEEDS_QUOTES;
    const [, text = value, remark = ''] = /^(.*?\S)(\s+#\s.*)$/.exec(value) ?? [];
    if (remark !== '') yield { what, line: `${before}${quoted(unquoted(text))}${remark}`, column: before.length };
    yield { what, line: before + quoted(unquoted(value)), column: before.length };
    return;
  }
  const item = /^(\s*-\s+)(\S.*?)\s*$/.exec(line);
  if (item) {
    const [, before = '', value = ''] = item;
    yield { what: NEEDS_QUOTES, line: before + quoted(unquoted(value)), column: before.length };
  }
}

const BACKSLASH =
  'in double quotes, a backslash says that the next sign is meant otherwise; in single quotes it is itself';

/** Ways in which a line may have been meant to be indented. */
export function* indentations(line: string, above: string): Iterable<Mending> {
  const margin = /^ */.exec(line)?.[0].length ?? 0;
  const rest = line.slice(margin);
  if (rest === '') return;
  const aboveMargin = /^ */.exec(above)?.[0].length ?? 0;
  const aboveInside = /^ *(?:- +)?/.exec(above)?.[0].length ?? 0;
  const isField = /^(?:- +)?["']?[\w.-]+["']?:(?:\s|$)/.test(rest) || rest.startsWith('- ');
  if (!isField) {
    const what = 'this line belongs to the text above, and must stand further in than its key';
    yield { what, line: ' '.repeat(aboveInside + 2) + rest, column: margin };
    return;
  }
  const [first, second] = rest.startsWith('- ') ? [aboveMargin, aboveInside] : [aboveInside, aboveMargin];
  for (const column of [first, second, aboveInside - 2, aboveMargin - 2, aboveInside + 2]) {
    if (column < 0 || column === margin) continue;
    const what = `this line is indented by ${blanks(margin)}, where ${column === 1 ? '1 is' : `${column} are`} due`;
    yield { what, line: ' '.repeat(column) + rest, column: margin };
  }
}

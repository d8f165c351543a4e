import type { Fault } from '../model/fault.ts';
import { lineIndex } from '../text/line-index.ts';
import { indentations, mendings } from './mend-line.ts';
import { scan } from './scan.ts';

/** How many mistakes of one text are looked for: each takes another look at the whole. */
const MOST = 20;
/** How much text is looked at in all, in UTF-16 units: of a long text, a few ways of mending must do. */
const WORK = 10_000_000;

/**
 * What is wrong with a text that does not parse, in words that say what to do: the line as it should be written. A line
 * is mended, and if the parser then comes further, that was it.
 * @param first what the parser found; told where nothing better is known
 * @returns all mistakes, as far as each can be mended
 */
export function diagnose(text: string, first: readonly Fault[]): readonly Fault[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  const starts = startsOf(text);
  const found: Fault[] = [];
  let [fault] = first;
  const parser = new Parser(text.length);
  while (fault && found.length < MOST) {
    const at = lineIndex(lines.join(eol))(fault.offset).line - 1;
    const mended = mend(parser, lines, at, fault, eol);
    if (mended === null) {
      found.push(syntax((starts[at] ?? 0) + indentOf(lines[at]), unknown(fault.message)));
      break;
    }
    found.push(syntax((starts[mended.at] ?? 0) + mended.column, mended.message));
    if (mended.line === null) break;
    lines[mended.at] = mended.line;
    [fault] = parser.faultsOf(lines.join(eol)) ?? [];
  }
  return found.length > 0 ? found : first;
}

const syntax = (offset: number, message: string): Fault => ({ rule: 'syntax', offset, message });
const indentOf = (line = '') => /^\s*/.exec(line)?.[0].length ?? 0;

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Asks the parser, as often as the length of the text allows. */
class Parser {
  private left: number;

  constructor(length: number) {
    this.left = Math.max(1, Math.floor(WORK / Math.max(length, 1)));
  }

  /** What keeps the parser from going on; other faults are told when it has come to the end. Null for one ask too many. */
  faultsOf(text: string): readonly Fault[] | null {
    if (this.left-- <= 0) return null;
    const scanned = scan(text);
    return scanned.broken ? scanned.faults : [];
  }
}

interface Mended {
  readonly at: number;
  readonly line: string | null;
  readonly column: number;
  readonly message: string;
}

/** How far from a fault its cause is looked for, in lines. */
const NEAR = 3;

function mend(parser: Parser, lines: readonly string[], at: number, fault: Fault, eol: string): Mended | null {
  // A quotation mark that nothing closes is found at the end, or where the next one stands.
  const opening = lines.flatMap((line, index) => (index <= at && /[:-]\s+["']/.test(line) ? [index] : []));
  const near = Array.from({ length: NEAR }, (_, back) => at - back).filter((index) => index >= 0);
  const all = [...new Set([...near, ...opening.slice(-MOST)])];
  // What is within a line is likelier than its indentation, and more often the cause of what comes below.
  for (const ways of [mendings, indentations]) {
    for (const index of all) {
      const line = lines[index] ?? '';
      if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
      for (const { what, line: mended, column } of ways(line, lineAbove(lines, index))) {
        if (mended === null) {
          if (index === at) return { at: index, line: null, column, message: what };
          continue;
        }
        if (mended === line) continue;
        const text = lines.with(index, mended).join(eol);
        if (comesFurther(parser, text, fault, index, at)) {
          return { at: index, line: mended, column, message: `${what}; write: ${mended.trim()}` };
        }
      }
    }
  }
  return null;
}

/** Whether the parser comes further with a line mended: past it, and past what it fell over before. */
function comesFurther(parser: Parser, text: string, before: Fault, mended: number, at: number): boolean {
  const faults = parser.faultsOf(text);
  if (faults === null) return false;
  const [fault] = faults;
  if (!fault) return true;
  const line = lineIndex(text)(fault.offset).line - 1;
  if (mended >= at - NEAR && line > Math.max(at, mended)) return true;
  // What was at the very end may have hidden what comes before it.
  return line > mended + 1 && line !== at && fault.message !== before.message;
}

const lineAbove = (lines: readonly string[], at: number): string =>
  lines.slice(0, at).findLast((line) => line.trim() !== '' && !line.trimStart().startsWith('#')) ?? '';

/** Where no way of writing the line is known to be right. */
function unknown(reason: string): string {
  if (/^(?:a |indented)/.test(reason)) return reason;
  return 'YAML cannot read this line: look at its indentation, colon, quotes and brackets, and at those of the line above';
}

import { CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Fault } from '../model/fault.ts';
import { defined } from '../text/defined.ts';

interface Holder {
  readonly block: boolean;
  readonly map: boolean;
  /** Whether its keys must stay on one line and short: block mappings, and a pair in square brackets. */
  readonly implicit: boolean;
  /** The column of the innermost block collection. */
  readonly column: number;
  children: number;
}

const MAX_KEY = 1024;
const TAB = 'a tab where the indentation is due: write spaces, or empty the line';

const SEPARATOR = 'indented too little: what is in brackets stands further in than its key';

const isBlockScalar = (event: ScalarEvent) =>
  event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
const isQuoted = (event: ScalarEvent) =>
  event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** What the parser lets pass though YAML 1.2 forbids it, and the few values that readers do not agree on. */
export function laxities(text: string, events: readonly Event[]): Fault[] {
  const faults: Fault[] = [];
  const fault = (offset: number, message: string) => faults.push({ rule: 'syntax', offset, message });
  const open: Holder[] = [];
  let keyEnd = -1;
  let lastEnd = 0;
  /** Commas, colons and closing brackets must stand as far in as what they part. */
  const separators = (from: number, to: number, column: number) => {
    const between = text.slice(from, to);
    const mark = between.includes('\n') ? /\n *[,:\]}]/.exec(between) : null;
    // The match is a line break, the margin and the separator.
    if (mark && mark[0].length - 2 <= column) fault(from + mark.index + mark[0].length - 1, SEPARATOR);
  };
  events.forEach((event, index) => {
    if (event.type === EVENT_ID.POP) {
      const closed = open.pop();
      if (closed && !closed.block) separators(lastEnd, afterClosing(text, lastEnd), closed.column);
      return;
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      open.push({ block: true, map: false, implicit: false, column: -1, children: 0 });
      return;
    }
    const holder = defined(open.at(-1));
    const child = holder.children++;
    const start = startOf(text, event);
    if (!holder.block && start >= 0) separators(lastEnd, start, holder.column);
    lastEnd = Math.max(lastEnd, endOf(event));
    if (holder.map && child % 2 === 0 && start >= 0) {
      keyEnd = event.type === EVENT_ID.SCALAR ? event.valueEnd : start;
      if (holder.block && child > 0 && !/^ *(?:\?.*)?$/.test(text.slice(lineStart(text, start), start))) {
        fault(start, 'a key after another value: start it on a line of its own');
      }
      const colon = holder.implicit && event.type === EVENT_ID.SCALAR ? behind(text, /['"]?[ \t]*(?=:)/y, keyEnd) : -1;
      if (colon - start > MAX_KEY && !text.slice(start, colon).includes('\n')) {
        fault(start, `a key of ${colon - start} characters, up to its colon: at most ${MAX_KEY}`);
      }
    }
    if (event.type === EVENT_ID.ALIAS) return;
    if (event.anchorStart !== -1 && (text[event.anchorEnd] === '[' || text[event.anchorEnd] === '{')) {
      fault(event.anchorEnd, 'a space is missing after the name');
    }
    if (event.type === EVENT_ID.SCALAR) {
      const key = events[index - 1];
      if (
        !holder.block &&
        holder.map &&
        child % 2 === 1 &&
        key?.type === EVENT_ID.SCALAR &&
        key.style === SCALAR_STYLE.PLAIN &&
        start > 0 &&
        text[start - 1] === ':'
      ) {
        fault(start, 'a space is missing after the colon');
      }
      if (
        !holder.block &&
        event.valueStart === -1 &&
        event.anchorStart !== -1 &&
        behind(text, /[ \t]*(?:#.*)?\r?\n/y, event.anchorEnd) !== -1
      ) {
        fault(event.anchorStart - 1, 'an anchor without a value at the end of a line');
      }
      scalarFault(text, event, holder.column + 1, fault);
      return;
    }
    const block = event.style === COLLECTION_STYLE.BLOCK;
    const map = event.type === EVENT_ID.MAPPING;
    if (
      block &&
      map &&
      holder.block &&
      holder.map &&
      child % 2 === 1 &&
      !text.slice(keyEnd, event.start).includes('\n')
    ) {
      fault(event.start, 'a key on the line of the key that holds it: start it on a line of its own');
    }
    if (block && event.anchorStart !== -1 && !text.slice(event.anchorEnd, event.start).includes('\n')) {
      fault(event.start, 'an anchor of a whole list or mapping stands on the line before it');
    }
    const bom = text.startsWith('\uFEFF') ? 1 : 0;
    const column = block ? event.start - Math.max(bom, lineStart(text, event.start)) : holder.column;
    open.push({ block, map, implicit: map && (block || isPair(text, events, index)), column, children: 0 });
  });
  return faults;
}

/** Where the text of an event ends, as far as the event tells: a collection's start, a scalar's end. */
function endOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return Math.max(event.valueEnd, event.anchorEnd);
  if (event.type === EVENT_ID.ALIAS) return event.anchorEnd;
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : 0;
}

/** The offset after commas, closing brackets, white space and comments. */
function afterClosing(text: string, from: number): number {
  const trail = /(?:[\s,\]}'"]|#[^\n]*)*/y;
  trail.lastIndex = from;
  trail.exec(text);
  return trail.lastIndex;
}

/** Where a node starts, its anchor included; -1 for one without text. */
function startOf(text: string, event: Event): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  if (event.type === EVENT_ID.SCALAR) {
    if (event.anchorStart !== -1) return event.anchorStart - 1;
    if (event.valueStart === -1) return -1;
    if (isBlockScalar(event)) {
      const line = lineStart(text, event.valueStart - 1);
      return line + text.slice(line, event.valueStart).search(/[|>]/);
    }
    return event.valueStart - (isQuoted(event) ? 1 : 0);
  }
  if (event.type !== EVENT_ID.SEQUENCE && event.type !== EVENT_ID.MAPPING) return -1;
  return event.anchorStart === -1 ? event.start : Math.min(event.anchorStart - 1, event.start);
}

/** Whether a flow mapping is a pair in square brackets, without braces of its own. */
function isPair(text: string, events: readonly Event[], index: number): boolean {
  const event = events[index];
  if (event?.type !== EVENT_ID.MAPPING || event.style !== COLLECTION_STYLE.FLOW) return false;
  const first = events[index + 1];
  return text[event.start] !== '{' || (first?.type === EVENT_ID.MAPPING && first.start === event.start);
}

function scalarFault(
  text: string,
  event: ScalarEvent,
  indent: number,
  fault: (offset: number, message: string) => void,
): void {
  if (event.valueStart === -1 || event.fast) return;
  const { valueStart, valueEnd } = event;
  const raw = text.slice(valueStart, valueEnd);
  if (isBlockScalar(event)) {
    const blank = /[ \t]*/y;
    blank.lastIndex = valueEnd;
    const next = blank.exec(text)?.[0] ?? '';
    if (next.includes('\t') && text[valueEnd - 1] === '\n') {
      fault(valueEnd + next.indexOf('\t'), TAB);
      return;
    }
    // YAML counts only whole lines, and readers disagree about a last one of nothing but spaces.
    if (
      event.chomping === CHOMPING_MODE.KEEP &&
      /^ +$/.test(text.slice(Math.max(valueStart, lineStart(text, text.length)))) &&
      text.slice(valueEnd).trim() === ''
    ) {
      fault(text.length, 'spaces at the end of the file, which may or may not belong to the text: remove them');
      return;
    }
    const header = text.slice(lineStart(text, valueStart - 1), valueStart);
    if (/[|>][-+]?[1-9][-+]?\s*(?:\s#.*\s*)?$/.test(header)) {
      const trailing = /(?:^|\n)([ \r\n]*)$/.exec(raw)?.[1] ?? '';
      if (trailing.split(/\r?\n/).some((line) => line.length > event.indent)) {
        fault(valueEnd, 'spaces alone on the last line of a text with a given indentation: remove them');
      }
    }
    return;
  }
  if (!raw.includes('\n')) return;
  for (const { 1: spaces = '', index } of raw.matchAll(/\n( *)\t[ \t]*(?=\r?\n)/g)) {
    if (spaces.length < indent) {
      fault(valueStart + index + 1 + spaces.length, TAB);
      return;
    }
  }
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    const escaped = /\\\r?\n[ \t]*\r?\n/.exec(raw.replaceAll('\\\\', '..'));
    if (escaped)
      fault(valueStart + escaped.index, 'an escaped line break before an empty line: write \\n for the empty line');
  }
}

/** The offset after a sticky pattern that matches there; -1 where it does not. */
function behind(text: string, pattern: RegExp, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

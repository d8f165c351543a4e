import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import type { Fault } from '../model/fault.ts';
import { laxities } from './strictness.ts';

/** A text taken apart into YAML events, with what is not in the subset that a ledger may use. */
export interface Scan {
  readonly text: string;
  /** Empty where the text could not be parsed. */
  readonly events: readonly Event[];
  /** For each alias, by its index among the events: the index of the node it stands for. */
  readonly targets: ReadonlyMap<number, number>;
  readonly faults: readonly Fault[];
  /** Whether the parser gave up: `diagnose` can then say more. */
  readonly broken: boolean;
}

export const MAX_DEPTH = 100;
const CONFLICT = /^(?:<{7}|>{7}|\|{7}) .*$/m;
/** What YAML 1.2 does not count as printable (production 1, c-printable), and a CR that no LF follows. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]+|\r(?!\n)/g;

/** The parser's reason, or our words where it does not say what to do. */
function reasonOf({ reason, mark }: YAMLException, text: string): string {
  if (reason !== 'deficient indentation') return reason;
  const at = mark?.position ?? 0;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (/\S.*\t/.test(line)) return 'a tab before or within brackets: write a space';
  return 'indented too little: what is in brackets or quotes, the closing one too, stands further in than its key';
}

/**
 * Takes a ledger's text apart. Never throws: what is wrong is in `faults`.
 * @param depth how deep collections may stand in one another
 */
export function scan(text: string, depth = MAX_DEPTH): Scan {
  const early = conflictFault(text) ?? [...characterFaults(text), ...directiveFaults(text)];
  if (early.length > 0) return { text, events: [], targets: new Map(), faults: early, broken: false };
  try {
    const events = parseEvents(text, { maxDepth: depth });
    if (events.length === 0) return { text, events, targets: new Map(), faults: [emptyFault(text)], broken: false };
    const { targets, faults } = inspect(text, events);
    return { text, events, broken: false, targets, faults: [...faults, ...laxities(text, events)] };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const deep = error.reason.startsWith('nesting exceeded');
    const message = deep ? `nested more than ${MAX_DEPTH} levels deep` : reasonOf(error, text);
    const fault: Fault = { rule: 'syntax', offset: error.mark?.position ?? 0, message };
    return { text, events: [], targets: new Map(), faults: [fault], broken: !deep };
  }
}

const syntax = (offset: number, message: string): Fault => ({ rule: 'syntax', offset, message });

function emptyFault(text: string): Fault {
  const what = text.trim() === '' ? 'the file is empty' : 'the file holds only comments';
  return syntax(0, `${what}; a ledger starts with "factledger: 1"`);
}

function conflictFault(text: string): Fault[] | null {
  const marker = text.includes('<<<<<<< ') || text.includes('>>>>>>> ') ? CONFLICT.exec(text) : null;
  return (
    marker && [syntax(marker.index, 'a git conflict marker: finish the merge, then remove the lines that git put in')]
  );
}

/** How many characters that must not be there are told: more of them make no file of text. */
const MOST_CHARACTERS = 1000;

function firstOf<T>(items: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    first.push(item);
    if (first.length === most) break;
  }
  return first;
}

function characterFaults(text: string): Fault[] {
  return firstOf(text.matchAll(UNPRINTABLE), MOST_CHARACTERS).map(({ 0: character, index }) => {
    if (character === '\r') return syntax(index, 'a carriage return without a line feed: end lines with LF or CRLF');
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return syntax(
      index,
      `the control character U+${code}: YAML takes it only as an escape in double quotes, "\\u${code}"`,
    );
  });
}

/** Directives may stand only before the document; the parser ignores the ones it does not know. */
function directiveFaults(text: string): Fault[] {
  const faults: Fault[] = [];
  let directive = false;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? undefined : end).trimEnd();
    const content = line.trimStart();
    if (content.startsWith('%')) {
      if (!/^%YAML\s+1\.2(\s+#.*)?$/.test(line)) {
        faults.push(syntax(at, `the directive ${content.split(/\s/, 1)[0]}: a ledger may have only %YAML 1.2`));
      }
      directive = true;
    } else if (/^\.\.\.(?=\s|$)/.test(line)) {
      faults.push(syntax(at, 'the end of a document before it started: remove the line'));
    } else if (content !== '' && !content.startsWith('#')) {
      if (content !== line && /^---(?=\s|$)/.test(content)) {
        faults.push(syntax(at, 'an indented ---: it starts a document at the start of a line only'));
      }
      if (directive && !/^---(?=\s|$)/.test(line))
        faults.push(syntax(at, 'expected --- after the directive, at the start of a line'));
      break;
    }
    if (end === -1) break;
    at = end + 1;
  }
  return faults;
}

/** Finds tags, escapes that are no character, aliases and their targets, and further documents. */
function inspect(text: string, events: readonly Event[]): Pick<Scan, 'targets' | 'faults'> {
  const faults: Fault[] = [];
  const targets = new Map<number, number>();
  const anchors = new Map<string, number>();
  const open: number[] = [];
  let documents = 0;
  events.forEach((event, index) => {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        documents++;
        open.push(index);
        if (documents === 2)
          faults.push(
            syntax(
              secondDocument(text, events, index),
              'a second document: a ledger is one document, so cut the file in two',
            ),
          );
        return;
      case EVENT_ID.POP:
        open.pop();
        return;
      case EVENT_ID.ALIAS: {
        const name = text.slice(event.anchorStart, event.anchorEnd);
        const target = anchors.get(name);
        if (target === undefined)
          faults.push(
            syntax(
              event.anchorStart - 1,
              `*${name} stands for nothing that comes before it; a text that starts with * needs quotes`,
            ),
          );
        else if (open.includes(target))
          faults.push(syntax(event.anchorStart - 1, `*${name} stands within what it stands for: write it out`));
        else targets.set(index, target);
        return;
      }
      default:
        if (event.tagStart !== -1) {
          faults.push(
            syntax(
              event.tagStart,
              `the tag ${text.slice(event.tagStart, event.tagEnd)}: a ledger has no tags; a text that starts with ! needs quotes`,
            ),
          );
        }
        if (event.anchorStart !== -1) anchors.set(text.slice(event.anchorStart, event.anchorEnd), index);
        if (event.type !== EVENT_ID.SCALAR) open.push(index);
        else if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast && hasBadEscape(text, event)) {
          faults.push(syntax(event.valueStart - 1, 'an escape that is no Unicode character'));
        }
    }
  });
  return { targets, faults };
}

function hasBadEscape(text: string, event: ScalarEvent): boolean {
  const raw = text.slice(event.valueStart, event.valueEnd).replaceAll('\\\\', '');
  if (!/\\[uU]/.test(raw)) return false;
  if (/\\U(?!000[0-9A-Fa-f]|0010)/.test(raw)) return true;
  return !getScalarValue(text, event).isWellFormed();
}

function secondDocument(text: string, events: readonly Event[], index: number): number {
  const next = events.slice(index + 1).find((event) => offsetOf(event) >= 0);
  const limit = next ? offsetOf(next) : text.length;
  const marker = text.lastIndexOf('\n---', limit);
  return marker === -1 ? limit : marker + 1;
}

/** Whether anything may stand for something elsewhere in the text. */
export function hasAnchors({ events }: Scan): boolean {
  return events.some((event) => event.type === EVENT_ID.ALIAS || ('anchorStart' in event && event.anchorStart !== -1));
}

/** Where each scalar's text begins and ends, in UTF-16 units. */
export function* scalarRanges({ events }: Scan): Iterable<readonly [start: number, end: number]> {
  for (const event of events) {
    if (event.type === EVENT_ID.SCALAR && event.valueStart !== -1) yield [event.valueStart, event.valueEnd];
  }
}

/** Where an event's node begins, in UTF-16 units; -1 for one that has no text of its own. */
export function offsetOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      return quoted ? event.valueStart - 1 : event.valueStart;
    }
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    default:
      return -1;
  }
}

/** Whether a scalar is null in YAML's core schema. */
export function isNull(text: string, event: ScalarEvent): boolean {
  if (event.style !== SCALAR_STYLE.PLAIN) return false;
  const length = event.valueEnd - event.valueStart;
  return (
    event.valueStart === -1 || length === 0 || (length <= 4 && /^(~|null|Null|NULL)$/.test(getScalarValue(text, event)))
  );
}

import type { Finding, Severity } from '../../model/finding.ts';
import { oneLine } from '../../text/escape.ts';
import { type Block, line, type Page, type Piece, prose, type Style, styled } from '../page.ts';

/** How many findings of one file are shown; the rest is counted. */
const SHOWN = 100;

/**
 * Findings for people, as `file:line:col: severity rule: message`, in a terminal with the claim or event that each is
 * about and the line of the file with a caret; else one a line.
 * @param width the terminal's columns, or null
 * @param sourceOf a line of a file's text
 */
export function* findingsPage(
  findings: readonly Finding[],
  width: number | null,
  sourceOf: (file: string, line: number) => string | null,
): Page {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const { file, line: at, column, severity, rule } = finding;
    const count = (counts.get(file) ?? 0) + 1;
    counts.set(file, count);
    if (count > SHOWN) continue;
    const style = severityStyle(severity);
    const message = width === null ? [finding.message] : telling(finding);
    yield prose(0, `${file}:${at}:${column}: `, styled(severity, style), ` ${rule}: `, ...message);
    const source = width === null ? null : sourceOf(file, at);
    if (width !== null && source !== null) yield* excerpt(source, column, style, width - 2);
  }
  for (const [file, count] of counts) if (count > SHOWN) yield line(`${file}: … and ${count - SHOWN} more`);
}

/** A message with the name of the claim or event that it is about, which stands out. */
function telling({ message, claim, event }: Finding): (string | Piece)[] {
  const id = claim ?? event;
  if (id === null) return [message];
  const name = styled(id, 'name');
  const at = placeOf(id, message);
  return at === -1 ? [name, `: ${message}`] : [message.slice(0, at), name, message.slice(at + id.length)];
}

/** Where a text names an id, and not only begins or ends another one with it; -1 where it does not. */
function placeOf(id: string, text: string): number {
  for (let at = text.indexOf(id); at !== -1; at = text.indexOf(id, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + id.length)];
    if (!/[\w.-]$/.test(before) && !/^(?:[\w-]|\.\w)/.test(after)) return at;
  }
  return -1;
}

/** A line of source with a caret; a long one is cut around it. @param room in columns */
function excerpt(source: string, column: number, style: Style, room: number): Block[] {
  const most = Math.max(20, Math.min(100, room));
  const start = column > most * 0.7 ? column - Math.floor(most * 0.4) : 0;
  // Escaped before it is measured: the caret is to stand below the very character.
  const before = oneLine(source.slice(start, column - 1).replaceAll('\t', ' '));
  const rest = oneLine(source.slice(column - 1, start + most).replaceAll('\t', ' '));
  return [line('  ', styled(before + rest, 'quiet')), line(`  ${' '.repeat(before.length)}`, styled('^', style))];
}

const severityStyle = (severity: Severity): Style => (severity === 'error' ? 'alarm' : 'pending');

/** `2 errors, 1 warning`, or that there is nothing. */
export function findingsTally(errors: number, warnings: number): string {
  if (errors + warnings === 0) return 'nothing found';
  const parts = [
    errors && `${errors} error${errors === 1 ? '' : 's'}`,
    warnings && `${warnings} warning${warnings === 1 ? '' : 's'}`,
  ];
  return parts.filter(Boolean).join(', ');
}

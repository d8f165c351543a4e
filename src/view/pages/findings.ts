import type { Finding, Severity } from '../../model/finding.ts';
import { oneLine } from '../../text/escape.ts';
import { type Block, line, type Page, type Style, styled } from '../page.ts';

/** How many findings of one file are shown; the rest is counted. */
const SHOWN = 100;

/**
 * Findings for people, one a line, as `file:line:col: severity rule: message`.
 * @param sourceOf a line of a file's text, shown with a caret below the finding; null for findings alone
 */
export function* findingsPage(
  findings: readonly Finding[],
  sourceOf: ((file: string, line: number) => string | null) | null,
): Page {
  const counts = new Map<string, number>();
  for (const { file, line: at, column, severity, rule, message } of findings) {
    const count = (counts.get(file) ?? 0) + 1;
    counts.set(file, count);
    if (count > SHOWN) continue;
    const style = severityStyle(severity);
    yield line(`${file}:${at}:${column}: `, styled(severity, style), ' ', styled(rule, 'name'), `: ${message}`);
    const source = sourceOf?.(file, at) ?? null;
    if (source !== null) yield* excerpt(source, column, style);
  }
  for (const [file, count] of counts) if (count > SHOWN) yield line(`${file}: … and ${count - SHOWN} more`);
}

/** A line of source with a caret; a long one is cut around it. */
function excerpt(source: string, column: number, style: Style): Block[] {
  const start = column > 70 ? column - 40 : 0;
  // Escaped before it is measured: the caret is to stand below the very character.
  const before = oneLine(source.slice(start, column - 1).replaceAll('\t', ' '));
  const rest = oneLine(source.slice(column - 1, start + 100).replaceAll('\t', ' '));
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

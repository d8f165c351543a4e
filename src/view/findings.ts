import type { Finding, Severity } from '../model/finding.ts';
import { oneLine } from '../text/escape.ts';
import type { Palette } from './layout/palette.ts';

/** How many findings of one file are shown; the rest is counted. */
const SHOWN = 100;

/**
 * Findings for people, one a line, as `file:line:col: severity rule: message`.
 * @param sourceOf a line of a file's text, shown with a caret below the finding; null for findings alone
 */
export function findingsText(
  findings: readonly Finding[],
  colors: Palette,
  sourceOf: ((file: string, line: number) => string | null) | null,
): string {
  const counts = new Map<string, number>();
  let output = '';
  for (const finding of findings) {
    const count = (counts.get(finding.file) ?? 0) + 1;
    counts.set(finding.file, count);
    if (count > SHOWN) continue;
    const { file, line, column, severity, rule, message } = finding;
    const paint = severityPaint(severity, colors);
    output += `${oneLine(file)}:${line}:${column}: ${paint(severity)} ${colors.name(rule)}: ${oneLine(message)}\n`;
    const source = sourceOf?.(file, line) ?? null;
    if (source !== null) output += excerpt(source, column, paint, colors);
  }
  for (const [file, count] of counts) {
    if (count > SHOWN) output += `${oneLine(file)}: … and ${count - SHOWN} more\n`;
  }
  return output;
}

/** A line of source with a caret; a long one is cut around it. */
function excerpt(source: string, column: number, paint: (text: string) => string, colors: Palette): string {
  const start = column > 70 ? column - 40 : 0;
  const before = oneLine(source.slice(start, column - 1).replaceAll('\t', ' '));
  const rest = oneLine(source.slice(column - 1, start + 100).replaceAll('\t', ' '));
  return `  ${colors.quiet(before + rest)}\n  ${' '.repeat(before.length)}${paint('^')}\n`;
}

const severityPaint = (severity: Severity, colors: Palette) =>
  severity === 'error' ? colors.alarm : colors.status('pending');

/** `2 errors, 1 warning`, or that there is nothing. */
export function findingsTally(errors: number, warnings: number): string {
  if (errors + warnings === 0) return 'nothing found';
  const parts = [
    errors && `${errors} error${errors === 1 ? '' : 's'}`,
    warnings && `${warnings} warning${warnings === 1 ? '' : 's'}`,
  ];
  return parts.filter(Boolean).join(', ');
}

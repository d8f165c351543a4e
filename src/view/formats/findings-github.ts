import type { Finding } from '../../model/finding.ts';
import { oneLine } from '../../text/escape.ts';

/** How many annotations of a kind GitHub takes from one step. */
const MOST = 10;

/** Findings as workflow commands of GitHub Actions, at most ten of a kind; how many were left out is said. */
export function findingsGithub(
  findings: readonly Finding[],
  notCompared: readonly { readonly file: string; readonly reason: string }[],
): string {
  const commands = (['error', 'warning'] as const).flatMap((kind) => {
    const all = findings.filter(({ severity }) => severity === kind);
    const lines = all.slice(0, MOST).map(({ file, line, column, rule, message }) => {
      const where = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
      return `::${kind} ${where}::${data(message)}\n`;
    });
    return [...lines, ...more(all.length, `${kind}s`)];
  });
  const notices = notCompared
    .slice(0, MOST)
    .map(({ file, reason }) => `::notice file=${property(file)}::not compared: ${data(reason)}\n`);
  return [...commands, ...notices, ...more(notCompared.length, 'files not compared')].join('');
}

/** Told in the log, for no more annotations are taken. */
const more = (count: number, what: string): string[] =>
  count > MOST ? [`… and ${count - MOST} more ${what}: factledger check shows them\n`] : [];

/** Percent-escapes as the runner undoes them; what could drive a terminal is shown as \uXXXX first. */
const data = (text: string) => oneLine(text).replaceAll('%', '%25');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

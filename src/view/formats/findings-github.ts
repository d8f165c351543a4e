import type { Finding } from '../../model/finding.ts';
import { oneLine } from '../../text/escape.ts';

/** Findings as workflow commands of GitHub Actions, errors first, for only the first few of a kind are annotated. */
export function findingsGithub(
  findings: readonly Finding[],
  notCompared: readonly { readonly file: string; readonly reason: string }[],
): string {
  const notices = notCompared.map(
    ({ file, reason }) => `::notice file=${property(file)}::not compared: ${data(reason)}\n`,
  );

  const errorsFirst = [...findings].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  const commands = errorsFirst.map(({ severity, file, line, column, rule, message }) => {
    const where = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
    return `::${severity} ${where}::${data(message)}\n`;
  });
  return [...commands, ...notices].join('');
}

/** Percent-escapes as the runner undoes them; what could drive a terminal is shown as \uXXXX first. */
const data = (text: string) => oneLine(text).replaceAll('%', '%25');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

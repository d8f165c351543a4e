import type { Finding } from '../../model/finding.ts';
import { oneLine } from '../../text/escape.ts';

/** Findings as workflow commands of GitHub Actions, errors first, for only the first few of a kind are annotated. */
export function findingsGithub(findings: readonly Finding[]): string {
  const errorsFirst = [...findings].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return errorsFirst
    .map(({ severity, file, line, column, rule, message }) => {
      const where = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
      return `::${severity} ${where}::${data(message)}\n`;
    })
    .join('');
}

/** Percent-escapes as the runner undoes them; what could drive a terminal is shown as \uXXXX first. */
const data = (text: string) => oneLine(text).replaceAll('%', '%25');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

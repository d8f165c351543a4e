import type { Finding } from '../../model/finding.ts';
import { oneLine } from '../../text/escape.ts';

/** A checked ledger with the ids of its claims. */
export interface JunitLedger {
  readonly name: string;
  readonly file: string;
  readonly claims: readonly string[];
  /** Whether the claims were looked at; otherwise their cases are skipped, not passed. */
  readonly isChecked: boolean;
}

/**
 * Findings as a JUnit report: a suite for each ledger, a case for each claim and one for the ledger itself. Errors are
 * failures; warnings stand in the output of their case.
 */
export function findingsJunit(ledgers: readonly JunitLedger[], findings: readonly Finding[]): string {
  const byCase = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.file, finding.claim]);
    const list = byCase.get(key) ?? [];
    list.push(finding);
    byCase.set(key, list);
  }
  const known = new Set(ledgers.map(({ file }) => file));
  const gone = new Map(
    findings.filter(({ file }) => !known.has(file)).map(({ file, ledger }) => [file, ledger ?? file]),
  );
  const all = [
    ...ledgers,
    ...[...gone].map(([file, name]): JunitLedger => ({ name, file, claims: [], isChecked: true })),
  ];
  const suites = all.map(({ name, file, claims, isChecked }) => {
    const lost = findings.filter(
      (finding) => finding.file === file && finding.claim && !claims.includes(finding.claim),
    );
    const cases = [null, ...new Set([...claims, ...lost.map(({ claim }) => claim)])].map((claim) =>
      testCase(name, claim, byCase.get(JSON.stringify([file, claim])) ?? [], isChecked),
    );
    const failures = cases.filter(({ failed }) => failed).length;
    const skipped = cases.filter((one) => one.skipped).length;
    const head = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
    return {
      text: `  <testsuite name="${xml(name)}" ${head} file="${xml(file)}">\n${cases.map(({ text }) => text).join('')}  </testsuite>\n`,
      tests: cases.length,
      failures,
    };
  });
  const total = (key: 'tests' | 'failures') => suites.reduce((sum, suite) => sum + suite[key], 0);
  const head = `tests="${total('tests')}" failures="${total('failures')}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factledger check" ${head}>\n${suites.map(({ text }) => text).join('')}</testsuites>\n`;
}

function testCase(
  ledger: string,
  claim: string | null,
  findings: readonly Finding[],
  isChecked: boolean,
): { text: string; failed: boolean; skipped: boolean } {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const skipped = !isChecked && findings.length === 0;
  // One for all: common readers see the first only.
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const failure = first
    ? `      <failure type="${xml(first.rule)}" message="${xml(first.message + more)}">${errors.map((finding) => xml(line(finding))).join('\n')}</failure>\n`
    : '';
  const output =
    warnings.length > 0
      ? `      <system-out>${warnings.map((finding) => xml(line(finding))).join('\n')}</system-out>\n`
      : '';
  const open = `    <testcase classname="${xml(ledger)}" name="${xml(claim ?? 'the ledger itself')}" time="0"`;
  const body = (skipped ? '      <skipped/>\n' : '') + failure + output;
  return {
    text: body === '' ? `${open}/>\n` : `${open}>\n${body}    </testcase>\n`,
    failed: errors.length > 0,
    skipped,
  };
}

const line = ({ file, line: at, column, severity, rule, message }: Finding) =>
  `${file}:${at}:${column}: ${severity} ${rule}: ${message}`;

/** Text that XML 1.0 takes in content and in attributes; control characters become \uXXXX. */
const xml = (text: string) =>
  oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\ufffe\uffff]/g, '\ufffd');

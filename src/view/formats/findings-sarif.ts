import type { Finding, Severity } from '../../model/finding.ts';

/** How many results GitHub takes of one run. */
const MOST = 25_000;

/** What a report tells of a rule. */
export interface RuleText {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly explanation: string;
}

/**
 * Findings as a SARIF 2.1.0 log, in runs of at most 25,000 results, which is the most that GitHub takes of one. Columns are UTF-16 units; fingerprints are made of rule, file, claim,
 * event and message, so that a finding stays the same one when lines move.
 * @param notCompared files that nothing could be compared with: notifications of the run
 * @param digest from a text to a short one that stands for it
 */
export function findingsSarif(
  findings: readonly Finding[],
  notCompared: readonly { readonly file: string; readonly reason: string }[],
  rules: readonly RuleText[],
  version: string,
  digest: (text: string) => string,
): string {
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const seen = new Map<string, number>();
  const parts = partsOf(findings);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: parts.map((part, nth) => ({
      // Runs of one category would replace each other.
      ...(parts.length > 1 && { automationDetails: { id: `factledger/${nth + 1}-of-${parts.length}/` } }),
      tool: {
        driver: {
          name: 'factledger',
          version,
          rules: rules.map(({ id, severity, summary, explanation }) => ({
            id,
            shortDescription: { text: summary },
            fullDescription: { text: explanation },
            help: { text: `${explanation}\n\nfactledger check --explain ${id} shows examples.` },
            defaultConfiguration: { level: severity },
          })),
        },
      },
      columnKind: 'utf16CodeUnits',
      invocations: [
        {
          executionSuccessful: true,
          toolExecutionNotifications: notCompared.map(({ file, reason }) => ({
            level: 'note',
            descriptor: { id: 'not-compared' },
            message: { text: `not compared: ${reason}` },
            locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
          })),
        },
      ],
      results: part.map((finding) => {
        const { rule, severity, message, file, line, column, ledger, claim, event } = finding;
        const identity = JSON.stringify([rule, file, claim, event, claim === null && event === null ? message : '']);
        const times = seen.get(identity) ?? 0;
        seen.set(identity, times + 1);
        return {
          ruleId: rule,
          ruleIndex: index.get(rule) ?? -1,
          level: severity,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
          partialFingerprints: { 'factledger/v1': `${digest(identity)}:${times}` },
          properties: { ledger, claim, event },
        };
      }),
    })),
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What is said where there are too many results for one run; null where there are not. */
export const splitNote = (count: number): string | null =>
  count > MOST ? `${count} findings, in ${Math.ceil(count / MOST)} runs of at most ${MOST}` : null;

/** One part at least, be it empty. */
function partsOf(findings: readonly Finding[]): (readonly Finding[])[] {
  const parts = [findings.slice(0, MOST)];
  for (let at = MOST; at < findings.length; at += MOST) parts.push(findings.slice(at, at + MOST));
  return parts;
}

/** A path as a URI reference (RFC 3986): no colon that would make a scheme of its beginning; a file URI if absolute. */
function uriOf(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return /^\/|^[A-Za-z]:\//.test(file) ? `file://${path.replace(/^(?!\/)/, '/')}` : path;
}

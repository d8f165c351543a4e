import type { Finding, Severity } from '../../model/finding.ts';

/** What a report tells of a rule. */
export interface RuleText {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly explanation: string;
}

/**
 * Findings as a SARIF 2.1.0 log with one run. Columns are UTF-16 units; fingerprints are made of rule, file, claim,
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
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
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
        results: findings.map((finding) => {
          const { rule, severity, message, file, line, column, ledger, claim, event } = finding;
          const identity = JSON.stringify([rule, file, claim, event, claim === null && event === null ? message : '']);
          const nth = seen.get(identity) ?? 0;
          seen.set(identity, nth + 1);
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
            partialFingerprints: { 'factledger/v1': `${digest(identity)}:${nth}` },
            properties: { ledger, claim, event },
          };
        }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A path as a URI reference (RFC 3986): no colon that would make a scheme of its beginning; a file URI if absolute. */
function uriOf(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return /^\/|^[A-Za-z]:\//.test(file) ? `file://${path.replace(/^(?!\/)/, '/')}` : path;
}

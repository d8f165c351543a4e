import type { Finding } from '../model/finding.ts';
import { digest } from '../text/digest.ts';
import { findingsGithub } from './formats/findings-github.ts';
import { findingsJunit, type JunitLedger } from './formats/findings-junit.ts';
import { findingsSarif, type RuleText } from './formats/findings-sarif.ts';
import { json } from './formats/json.ts';
import { data, type Found, page } from './found.ts';
import { findingsPage, findingsTally } from './pages/findings.ts';

/** The formats of `check`; the first is the default. */
export const CHECK_FORMATS = ['text', 'json', 'github', 'sarif', 'junit'] as const;

/** What a check found. */
export interface Report {
  readonly findings: readonly Finding[];
  /** A file's name as services know it: from the top of its repository. */
  readonly named: (file: string) => string;
  readonly suites: readonly JunitLedger[];
  /** A line of a file's text, from 1. */
  readonly sourceOf: (file: string, line: number) => string | null;
  /** What the rules say, loaded where a report tells it only. */
  readonly rules: () => Promise<readonly RuleText[]>;
  /** The program's own. */
  readonly version: string;
}

export function checked({
  findings,
  named,
  suites,
  sourceOf,
  rules,
  version,
}: Report): Found<(typeof CHECK_FORMATS)[number]> {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const inRepository = () => findings.map((finding) => ({ ...finding, file: named(finding.file) }));
  return {
    text: () =>
      page((width) => findingsPage(findings, width === null ? null : sourceOf), findingsTally(errors, warnings)),
    json: () => data(json({ findings, errors, warnings })),
    github: () => data([findingsGithub(inRepository())]),
    sarif: () => data(rules().then((told) => [findingsSarif(inRepository(), told, version, digest)])),
    junit: () => data([findingsJunit(suites, findings)]),
  };
}

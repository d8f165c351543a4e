import type { Finding } from '../model/finding.ts';
import { digest } from '../text/digest.ts';
import { findingsGithub } from './formats/findings-github.ts';
import { findingsJunit, type JunitLedger } from './formats/findings-junit.ts';
import { findingsSarif, type RuleText, splitNote } from './formats/findings-sarif.ts';
import { json } from './formats/json.ts';
import { data, type Found, page } from './found.ts';
import { findingsPage, findingsTally } from './pages/findings.ts';

/** The formats of `check`; the first is the default. */
export const CHECK_FORMATS = ['text', 'json', 'github', 'sarif', 'junit'] as const;

/** A file that nothing could be compared with. */
interface NotCompared {
  readonly file: string;
  readonly reason: string;
}

/** What a check found. */
export interface Report {
  readonly findings: readonly Finding[];
  /** Files that nothing could be compared with, as shown, and why. */
  readonly notCompared: readonly NotCompared[];
  /** What is worth knowing besides, for people. */
  readonly notes: readonly string[];
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
  notCompared,
  notes,
  named,
  suites,
  sourceOf,
  rules,
  version,
}: Report): Found<(typeof CHECK_FORMATS)[number]> {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const inRepository = () => findings.map((finding) => ({ ...finding, file: named(finding.file) }));
  const leftInRepository = () => notCompared.map(({ file, reason }) => ({ file: named(file), reason }));
  return {
    text: () =>
      page(
        (width) => findingsPage(findings, width, sourceOf),
        ...notCompared.map(({ file, reason }) => `${file}: not compared: ${reason}`),
        ...notes,
        findingsTally(errors, warnings),
      ),
    json: () => data(json({ findings, errors, warnings, not_compared: notCompared })),
    github: () => data([findingsGithub(inRepository(), leftInRepository())]),
    sarif: () =>
      data(
        rules().then((told) => [findingsSarif(inRepository(), leftInRepository(), told, version, digest)]),
        splitNote(findings.length),
      ),
    junit: () => data([findingsJunit(suites, findings)]),
  };
}

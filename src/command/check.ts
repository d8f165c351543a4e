import { isAbsolute, relative, resolve, sep } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Rule } from '../check/rule.ts';
import { rules } from '../check/rules.ts';
import type { Against } from '../flow/against.ts';
import { type CheckedLedger, type CheckPlan, checkLedgers } from '../flow/check-ledgers.ts';
import type { Context } from '../flow/context.ts';
import { findLedgers } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { NothingFound, Refusal } from '../model/refusal.ts';
import { oneOf, text } from '../options/values.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { nameInRepository } from '../store/repository.ts';
import { digest } from '../text/digest.ts';
import { findingsTally, findingsText } from '../view/findings.ts';
import { findingsGithub } from '../view/findings-github.ts';
import { findingsJunit } from '../view/findings-junit.ts';
import { findingsSarif } from '../view/findings-sarif.ts';
import { json } from '../view/json.ts';
import type { Checks } from '../yaml/read-checks.ts';

type Format = 'text' | 'json' | 'github' | 'sarif' | 'junit';

interface Options {
  readonly format?: Format;
  readonly failOn?: Severity;
  readonly rule?: readonly string[];
  readonly against?: string;
  readonly explain?: string;
}

/** After how many days without a look a pending claim is stale, unless the configuration says otherwise. */
const STALE_DAYS = 365;

const ids = rules.map(({ id }) => id);

export const check = verb<Options>({
  name: 'check',
  operands: '',
  summary: 'find what is wrong with a ledger or its history',
  manual: [
    'Checks every ledger by every rule in one run, and prints what it finds as file:line:col: severity rule: message. It changes nothing and never opens the network. It exits with 1 if there is an error, or with --fail-on warning anything at all.',
    'With --against, the ledgers are compared with those of a git revision: what was a verdict there must stand as it stood, in order, and only be added to. REF... compares with the merge base of REF and HEAD, as a pull request does. A revision that cannot be read is an error, never a pass.',
    'Under "checks:" in .factledger.yaml, each rule can be set to error, warning or off, "stale: {days: 180}" sets its days, and "exclude:" lists globs of ledgers to leave out. For the rules that compare, the file as it stood at the revision decides.',
    'In a ledger, a comment "# factledger-disable-next-line RULE: reason" silences a rule in the next line. The reason is required, and a comment that silences nothing is reported. What compares with a revision, and what makes a ledger invalid, cannot be silenced so.',
    `The rules are ${ids.join(', ')}; --explain tells of each.`,
  ],
  examples: [
    { command: 'check', what: 'all that is wrong' },
    { command: 'check --fail-on warning --format github', what: 'in a workflow of GitHub Actions' },
    { command: 'check --against origin/main...', what: 'what a branch does to the history' },
    { command: 'check --rule overdue --rule stale', what: 'what needs a look' },
    { command: 'check --explain uncited-verdict', what: 'a rule, with a bad and a good example' },
  ],
  options: [
    {
      flags: '--format <format>',
      what: 'text (the default), json, github, sarif or junit',
      parse: oneOf<Format>(['text', 'json', 'github', 'sarif', 'junit']),
    },
    {
      flags: '--fail-on <severity>',
      what: 'error (the default) or warning',
      parse: oneOf<Severity>(['error', 'warning']),
    },
    { flags: '--rule <id>', what: 'only this rule, even if it is off', repeats: true, parse: oneOf(ids) },
    { flags: '--against <ref>', what: 'compare with a git revision, or with REF... for the merge base', parse: text },
    { flags: '--explain <rule>', what: 'explain a rule and check nothing', parse: oneOf(ids) },
  ],
  async run(context, _operands, options) {
    if (options.explain !== undefined) return explain(context, options.explain);
    const { checks, isExcluded } = await context.config.checks(ids);
    const { found, against } = await findAndCompare(context, options.against);
    const wanted = (rule: Rule) => options.rule === undefined || options.rule.includes(rule.id);
    const planFor = (ledger: FoundLedger): CheckPlan => ({
      severities: new Map(
        rules.filter(wanted).flatMap((rule) => {
          const isOut = rule.againstRevision ? against?.isExcluded(ledger) : isExcluded(ledger.path);
          const severity = severityOf(
            rule,
            rule.againstRevision ? against?.checksOf(ledger) : checks,
            options.rule !== undefined,
          );
          return isOut || severity === null ? [] : [[rule.id, severity] as const];
        }),
      ),
      looksAtClaims: !isExcluded(ledger.path),
      options: { staleDays: checks.staleDays ?? STALE_DAYS },
    });
    const before = (ledger: FoundLedger) => against?.beforeOf(ledger) ?? null;
    const checked = await checkLedgers(context, found, planFor, before);
    const onlyCompared = (ledger: FoundLedger): CheckPlan => {
      const { severities, ...rest } = planFor(ledger);
      return { ...rest, looksAtClaims: false, severities: new Map([...severities].filter(([id]) => isComparing(id))) };
    };
    const dropped = await checkLedgers(context, against?.dropped ?? [], onlyCompared, before);
    const gone = (against?.gone ?? []).flatMap(({ finding, checks: set }): Finding[] => {
      const rule = rules.find(({ id }) => id === finding.rule);
      const severity = rule && wanted(rule) ? severityOf(rule, set, options.rule !== undefined) : null;
      return severity === null ? [] : [{ ...finding, severity }];
    });
    const findings = [...checked, ...dropped]
      .flatMap((ledger) => ledger.findings)
      .concat(gone)
      .sort(byPlace);
    await print(context, options.format ?? 'text', [...checked, ...dropped], findings);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return errors > 0 || (options.failOn === 'warning' && findings.length > 0) ? 'no' : undefined;
  },
});

/** Finds the ledgers and what they are compared with; where the last of them is gone, that is a finding as well. */
async function findAndCompare(
  context: Context,
  revision: string | undefined,
): Promise<{ found: readonly FoundLedger[]; against: Against | null }> {
  if (revision === undefined) return { found: await findLedgers(context), against: null };
  const { compareWith } = await import('../flow/against.ts');
  try {
    const found = await findLedgers(context);
    return { found, against: await compareWith(context, found, revision, ids) };
  } catch (error) {
    if (!(error instanceof NothingFound)) throw error;
    const against = await compareWith(context, [], revision, ids);
    if (against.gone.length === 0) throw error;
    return { found: [], against };
  }
}

const isComparing = (id: string) => rules.some((rule) => rule.id === id && rule.againstRevision);

/** Null for a rule that is off; one that is asked for by name runs all the same. */
function severityOf({ id, severity }: Rule, checks: Checks | undefined, isAskedFor: boolean): Severity | null {
  const set = checks?.severities.get(id) ?? severity;
  if (set !== 'off') return set;
  return isAskedFor ? severity : null;
}

/** Files by code units, not by language, so that every machine prints the same. */
function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || ids.indexOf(a.rule) - ids.indexOf(b.rule);
}

async function print(
  context: Context,
  format: Format,
  ledgers: readonly CheckedLedger[],
  findings: readonly Finding[],
): Promise<void> {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  switch (format) {
    case 'json':
      return context.print(json({ findings, errors, warnings }));
    case 'github':
      return context.print(findingsGithub(inRepository(context, findings)));
    case 'sarif':
      return context.print(findingsSarif(inRepository(context, findings), rules, packageJson.version, digest));
    case 'junit': {
      const suites = ledgers.map(({ found, ledger, isChecked }) => ({
        name: found.name,
        file: found.file,
        isChecked,
        claims: (ledger?.claims ?? []).map(({ id }) => id).filter((id) => id !== ''),
      }));
      return context.print(findingsJunit(suites, findings));
    }
    case 'text': {
      const lines = new Map<string, readonly string[]>();
      const sourceOf = (file: string, line: number) => {
        if (!lines.has(file)) {
          const source = ledgers.find(({ found }) => found.file === file)?.text ?? '';
          lines.set(file, source.replace(/^\uFEFF/, '').split(/\r?\n/));
        }
        return lines.get(file)?.[line - 1] ?? null;
      };
      await context.print(findingsText(findings, context.colors, context.width === null ? null : sourceOf));
      return context.note(findingsTally(errors, warnings));
    }
  }
}

/** With files as services name them: from the top of the repository they are in, wherever the command runs. */
function inRepository({ world }: Context, findings: readonly Finding[]): readonly Finding[] {
  const named = (file: string) => {
    if (file === '-') return 'stdin';
    const path = resolve(world.cwd, file);
    const short = relative(world.cwd, path);
    const fromHere = short.startsWith('..') || isAbsolute(short) ? path : short;
    return nameInRepository(path) ?? fromHere.split(sep).join('/');
  };
  const names = new Map([...new Set(findings.map(({ file }) => file))].map((file) => [file, named(file)]));
  return findings.map((finding) => ({ ...finding, file: names.get(finding.file) ?? finding.file }));
}

async function explain({ print: write, colors }: Context, id: string): Promise<undefined> {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Refusal(`there is no rule "${id}"`);
  const example = (title: string, { ledger, before, article }: Rule['bad']) => {
    const was = before === undefined ? '' : `It was:\n${indented(before)}It is:\n`;
    const text = article === undefined ? '' : `The article:\n${indented(article)}The ledger:\n`;
    return `${colors.heading(title)}\n${was}${text}${indented(ledger)}`;
  };
  await write(
    [
      `${colors.name(rule.id)} (${rule.severity}): ${rule.summary}\n`,
      `${rule.explanation}\n`,
      example('Bad', rule.bad),
      example('Good', rule.good),
    ].join('\n'),
  );
  return undefined;
}

const indented = (source: string) => source.replace(/^(?=.)/gm, '  ');

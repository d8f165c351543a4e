import { isAbsolute, relative, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Rule, Wanted } from '../check/rule.ts';
import { pageOf, type RulePage } from '../check/rule-page.ts';
import { checkWeakened } from '../check/rules/check-weakened.ts';
import { knowsNoDay, stale } from '../check/rules/stale.ts';
import { rules } from '../check/rules.ts';
import type { Against } from '../flow/against.ts';
import { type CheckedLedger, type CheckPlan, checkLedgers } from '../flow/check-ledgers.ts';
import type { Context } from '../flow/context.ts';
import { type OpenedLedger, openAll } from '../flow/open-ledgers.ts';
import { findLedgers } from '../flow/read-ledgers.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { NothingFound, Refusal } from '../model/refusal.ts';
import type { OptionsSet } from '../model/rule-option.ts';
import { many, one } from '../options/option.ts';
import { oneOf, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import type { ConfiguredChecks } from '../store/config.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { slashed } from '../store/found-ledger.ts';
import { nameInRepository } from '../store/repository.ts';
import { lineIndex } from '../text/line-index.ts';
import { CHECK_FORMATS, checked } from '../view/check-report.ts';
import { type Found, page } from '../view/found.ts';
import { type Block, hang, line, type Page, styled } from '../view/page.ts';
import type { Checks } from '../yaml/read-checks.ts';

/** Of a rule's options, where all keep their default. */
const NOTHING_SET: OptionsSet = new Map();

const ids = rules.map(({ id }) => id);

export const check = verb({
  operands: {},
  manual: [
    'Checks every ledger by every rule in one run, and prints what it finds as file:line:col: severity rule: message. It changes nothing and never opens the network. It exits with 1 if there is an error, or with --fail-on warning anything at all.',
    'With --against, the ledgers are compared with those of a git revision: what was a verdict there must stand as it stood, in order, and only be added to. REF... compares with the merge bases of REF and HEAD, as a pull request does. It may be repeated. Where it cannot compare, that is an error, never a pass; a ledger that git does not track yet is named.',
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
  options: {
    failOn: one('severity', oneOf<Severity>(['error', 'warning']), 'error (the default) or warning'),
    rule: many('id', oneOf(ids), 'only this rule, even if it is off'),
    against: many('ref', text, 'compare with a git revision, or with REF... for the merge base'),
    explain: one('rule', oneOf(ids), 'explain a rule and check nothing'),
  },
  formats: CHECK_FORMATS,
  async run(context: Context, _operands, options) {
    if (options.explain !== null) return { found: await explained(options.explain) };
    const today = await context.config.checks(rules);
    const { opened, against, nothing } = await openAndCompare(context, options.against, today.isExcluded);
    const isWanted = (rule: Rule) => options.rule.length === 0 || options.rule.includes(rule.id);
    const wantedBy = (of: ConfiguredChecks, some: (rule: Rule) => boolean): Wanted =>
      new Map(
        rules
          .filter((rule) => isWanted(rule) && some(rule))
          .flatMap((rule) => {
            const severity = severityOf(rule, of.checks, options.rule.length > 0);
            return severity === null
              ? []
              : [[rule.id, { severity, options: of.checks.options.get(rule.id) ?? NOTHING_SET }]];
          }),
      );
    const ofToday = new Set(opened.map(({ found }) => found));
    const compares = ({ compare }: Rule) => compare !== undefined;
    const ofNow = new Map(wantedBy(today, (rule) => !compares(rule)));
    // No change excuses that it makes a ledger invalid.
    for (const configured of against?.configurations ?? []) {
      for (const [id, set] of wantedBy(configured, ({ invalidates }) => invalidates === true)) {
        if (ofNow.get(id)?.severity !== 'error') ofNow.set(id, set);
      }
    }
    const planFor = (found: FoundLedger): CheckPlan => {
      const looksAtClaims = ofToday.has(found) && !today.isExcluded(found.path);
      const revisions = (against?.pastsOf(found) ?? []).map(({ past, configured }) => ({
        past,
        rules: wantedBy(configured, compares),
      }));
      return { rules: looksAtClaims ? ofNow : NO_RULES, revisions, looksAtClaims };
    };
    const ledgers = await checkLedgers(context, [...opened, ...(against?.others ?? [])], planFor);
    const weakened = (against?.configurations ?? []).flatMap((then) => {
      const settings = wantedBy(then, compares).get(checkWeakened.id);
      return settings ? weakenedIn(then, today, settings.severity) : [];
    });
    const findings = [...ledgers.flatMap((ledger) => ledger.findings), ...distinct(weakened)].sort(byPlace);
    if (nothing !== null && !against?.isSparse && !findings.some(({ severity }) => severity === 'error')) throw nothing;
    const there = ledgers.filter(({ found, text }) => text !== null || ofToday.has(found));
    const notCompared = against?.notCompared ?? [];
    return {
      found: checked({
        findings,
        notCompared,
        notes: ofNow.has(stale.id) ? undated(ledgers.filter(({ isChecked }) => isChecked)) : [],
        named: (file) => namedInRepository(context, file),
        suites: there.map(suiteOf),
        sourceOf: sources(there),
        rules: explainedRules,
        version: packageJson.version,
      }),
      isNo: findings.some(({ severity }) => severity === 'error' || options.failOn === 'warning'),
    };
  },
});

const NO_RULES: Wanted = new Map();

/** Says once where nothing tells how long claims have waited. */
function undated(ledgers: readonly CheckedLedger[]): string[] {
  const without = ledgers.filter(({ ledger }) => ledger !== null && knowsNoDay(ledger));
  const [first, ...others] = without;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return [
    `${first.found.file}${more}: no claim can become stale, for nothing is dated: give article.published, or said`,
  ];
}

/** Opens the ledgers, and what they are compared with; where the last of them is gone, that is a finding as well. */
async function openAndCompare(
  context: Context,
  revisions: readonly string[],
  isLeftOut: (path: string) => boolean,
): Promise<{ opened: readonly OpenedLedger[]; against: Against | null; nothing: NothingFound | null }> {
  if (revisions.length === 0)
    return { opened: await openAll(context, await findLedgers(context)), against: null, nothing: null };
  const { compareWith } = await import('../flow/against.ts');
  let nothing: NothingFound | null = null;
  let found: readonly FoundLedger[] = [];
  try {
    found = await findLedgers(context);
  } catch (error) {
    if (!(error instanceof NothingFound)) throw error;
    nothing = error;
  }
  const opened = await openAll(context, found);
  const against = await compareWith(context, opened, revisions, isLeftOut, rules);
  return { opened, against, nothing };
}

/** Null for a rule that is off; one that is asked for by name runs all the same. */
function severityOf({ id, severity }: Rule, checks: Checks | undefined, isAskedFor: boolean): Severity | null {
  const set = checks?.severities.get(id) ?? severity;
  if (set !== 'off') return set;
  return isAskedFor ? severity : null;
}

/** The rules that compare which the configuration sets lower than it did at a revision. */
function weakenedIn(then: ConfiguredChecks, today: ConfiguredChecks, severity: Severity): Finding[] {
  return rules.flatMap((rule) => {
    if (!rule.compare) return [];
    const [was, is] = [then, today].map(({ checks }) => checks.severities.get(rule.id) ?? rule.severity);
    if (WEIGHTS.indexOf(is) >= WEIGHTS.indexOf(was)) return [];
    const { line: at, column } = lineIndex(today.text)(today.checks.places.get(rule.id) ?? 0);
    const message = `${rule.id} was set to ${was}, and is set to ${is} now`;
    const file = today.file ?? then.file ?? '';
    return [
      { rule: checkWeakened.id, severity, message, file, line: at, column, ledger: null, claim: null, event: null },
    ];
  });
}

const WEIGHTS: readonly (Severity | 'off' | undefined)[] = ['off', 'warning', 'error'];

/** Found against several revisions, told once. */
const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/** Files by code units, not by language, so that every machine prints the same. */
function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || ids.indexOf(a.rule) - ids.indexOf(b.rule);
}

const suiteOf = ({ found, ledger, isChecked }: CheckedLedger) => ({
  name: found.name,
  file: found.file,
  isChecked,
  claims: (ledger?.claims ?? []).map(({ id }) => id).filter((id) => id !== ''),
});

/** Finds a line of a checked file's text. */
function sources(ledgers: readonly CheckedLedger[]): (file: string, line: number) => string | null {
  const lines = new Map<string, readonly string[]>();
  return (file, line) => {
    let known = lines.get(file);
    if (known === undefined) {
      const text = ledgers.find(({ found }) => found.file === file)?.text ?? '';
      known = text.replace(/^\uFEFF/, '').split(/\r?\n/);
      lines.set(file, known);
    }
    return known[line - 1] ?? null;
  };
}

/** A file as services name it: from the top of the repository it is in, wherever the command runs. */
function namedInRepository({ world }: Context, file: string): string {
  if (file === '-') return file;
  const path = resolve(world.cwd, file);
  const short = relative(world.cwd, path);
  const fromHere = short.startsWith('..') || isAbsolute(short) ? path : short;
  return nameInRepository(path) ?? slashed(fromHere);
}

const explainedRules = () => Promise.all(rules.map(async (rule) => ({ ...rule, ...(await pageOf(rule)) })));

/** A rule with its examples, the same in every format. */
async function explained(id: string): Promise<Found<(typeof CHECK_FORMATS)[number]>> {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Refusal(`there is no rule "${id}"`);
  const explanation = await pageOf(rule);
  const document = () => page(() => explain(rule, explanation));
  return { text: document, json: document, github: document, sarif: document, junit: document };
}

function* explain({ id, severity }: Rule, { summary, explanation, bad, good }: RulePage): Page {
  yield line(styled(id, 'name'), ` (${severity}): ${summary}`);
  for (const paragraph of explanation.split('\n\n')) yield* [line(), hang(0, '', paragraph)];
  for (const [title, { ledger, before, article }] of [
    ['Bad', bad],
    ['Good', good],
  ] as const) {
    yield* [line(), line(styled(title, 'heading'))];
    if (before !== null) yield* [line('It was:'), ...source(before), line('It is:')];
    if (article !== null) yield* [line('The article:'), ...source(article), line('The ledger:')];
    yield* source(ledger);
  }
}

const source = (text: string): Block[] =>
  text
    .trimEnd()
    .split('\n')
    .map((one) => line(`  ${one}`));

import type { Context } from '../flow/context.ts';
import type { Verb } from '../options/verb.ts';

/** The headings of the help. */
type Group = 'Start' | 'Write' | 'Correct' | 'Look' | 'Follow' | 'Check';

/** A verb that is loaded only when it is called, so that starting costs no more than it must. */
export interface LazyVerb {
  readonly name: string;
  readonly summary: string;
  /** Under which heading of the help it stands. */
  readonly group: Group;
  readonly load: () => Promise<Verb<Context>>;
}

type Lazy = (name: string, summary: string, load: () => Promise<Verb<Context>>) => LazyVerb;
const inGroup =
  (group: Group): Lazy =>
  (name, summary, load) => ({ name, summary, group, load });
const [start, write, correct] = [inGroup('Start'), inGroup('Write'), inGroup('Correct')];
const [look, follow, check] = [inGroup('Look'), inGroup('Follow'), inGroup('Check')];

/** All verbs, in the order of the help. */
export const verbs: readonly LazyVerb[] = [
  start('init', 'start a ledger for an article', async () => (await import('../command/init.ts')).init),
  start(
    'annotate',
    'go through the article and turn it into claims',
    async () => (await import('../command/annotate.ts')).annotate,
  ),
  start(
    'skip',
    'note that sentences of the article make no claim',
    async () => (await import('../command/skip.ts')).skip,
  ),
  write('add', 'add a claim', async () => (await import('../command/add.ts')).add),
  write('record', 'record an event', async () => (await import('../command/record.ts')).record),
  write('cite', 'add a source to an event', async () => (await import('../command/cite.ts')).cite),
  write(
    'mark',
    'add a verdict to claims: confirmed, pending or refuted',
    async () => (await import('../command/mark.ts')).mark,
  ),
  write('anchor', 'tie a claim to its place in the article', async () => (await import('../command/anchor.ts')).anchor),
  correct(
    'edit',
    'change what a claim, an event or the article says',
    async () => (await import('../command/edit.ts')).edit,
  ),
  correct('rename', 'give a claim or event another id', async () => (await import('../command/rename.ts')).rename),
  correct(
    'withdraw',
    'let a claim or a verdict count no longer, visibly',
    async () => (await import('../command/withdraw.ts')).withdraw,
  ),
  correct(
    'remove',
    'take out a claim or event without a history',
    async () => (await import('../command/remove.ts')).remove,
  ),
  correct('undo', 'take back the last command', async () => (await import('../command/undo.ts')).undo),
  look('list', 'list the claims with their status', async () => (await import('../command/list.ts')).list),
  look(
    'events',
    'show the events and the claims that rest on them',
    async () => (await import('../command/events.ts')).events,
  ),
  look(
    'show',
    'show a claim with its history, an event with its claims, or a ledger',
    async () => (await import('../command/show.ts')).show,
  ),
  look(
    'log',
    'show verdicts, events and withdrawals as one timeline, newest first',
    async () => (await import('../command/log.ts')).log,
  ),
  look('stats', 'count the claims by status', async () => (await import('../command/stats.ts')).stats),
  follow(
    'suggest',
    'show the claims that a piece of news bears on',
    async () => (await import('../command/suggest.ts')).suggest,
  ),
  follow('due', 'show which pending claims are due, and when', async () => (await import('../command/due.ts')).due),
  follow(
    'changes',
    'tell what changed between two days or two git revisions',
    async () => (await import('../command/changes.ts')).changes,
  ),
  follow(
    'review',
    'go through the pending claims and judge them',
    async () => (await import('../command/review.ts')).review,
  ),
  check(
    'check',
    'find what is wrong with a ledger or its history',
    async () => (await import('../command/check.ts')).check,
  ),
  check(
    'coverage',
    'show which sentences of the article the claims account for',
    async () => (await import('../command/coverage.ts')).coverage,
  ),
  check('schema', 'print the JSON Schema of a ledger', async () => (await import('../command/schema.ts')).schema),
];

import type { Context } from '../flow/context.ts';
import type { Verb } from '../options/verb.ts';

/** A verb that is loaded only when it is called, so that starting costs no more than it must. */
export interface LazyVerb {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Verb<Context>>;
}

const lazy = (name: string, summary: string, load: () => Promise<Verb<Context>>): LazyVerb => ({ name, summary, load });

/** All verbs, in the order of the help. */
export const verbs: readonly LazyVerb[] = [
  lazy('init', 'start a ledger for an article', async () => (await import('../command/init.ts')).init),
  lazy('add', 'add a claim', async () => (await import('../command/add.ts')).add),
  lazy('record', 'record an event', async () => (await import('../command/record.ts')).record),
  lazy('cite', 'add a source to an event', async () => (await import('../command/cite.ts')).cite),
  lazy(
    'mark',
    'add a verdict to claims: confirmed, pending or refuted',
    async () => (await import('../command/mark.ts')).mark,
  ),
  lazy('list', 'show the claims and how they stand', async () => (await import('../command/list.ts')).list),
  lazy(
    'events',
    'show the events and the claims that rest on them',
    async () => (await import('../command/events.ts')).events,
  ),
  lazy(
    'show',
    'show a claim with its history, or an event with its claims',
    async () => (await import('../command/show.ts')).show,
  ),
  lazy(
    'log',
    'show verdicts and events as one timeline, newest first',
    async () => (await import('../command/log.ts')).log,
  ),
  lazy('stats', 'count the claims by how they stand', async () => (await import('../command/stats.ts')).stats),
  lazy(
    'check',
    'find what is wrong with a ledger or its history',
    async () => (await import('../command/check.ts')).check,
  ),
  lazy('anchor', 'tie a claim to its place in the article', async () => (await import('../command/anchor.ts')).anchor),
  lazy(
    'coverage',
    'show which sentences of the article the claims account for',
    async () => (await import('../command/coverage.ts')).coverage,
  ),
  lazy('schema', 'print the JSON Schema of a ledger', async () => (await import('../command/schema.ts')).schema),
];

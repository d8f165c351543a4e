import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { addClaim } from '../../src/change/add-claim.ts';
import type { Change } from '../../src/change/change.ts';
import type { IdWord } from '../../src/change/id-words.ts';
import { markClaims } from '../../src/change/mark-claims.ts';
import { addSource, recordEvent } from '../../src/change/record-event.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { readScanned } from '../../src/yaml/careful.ts';
import { edit } from '../../src/yaml/edit.ts';
import { excerptFor } from '../../src/yaml/excerpt.ts';
import { scan } from '../../src/yaml/scan.ts';
import { runs, SOAK } from '../soak.ts';
import { longLedger } from './ordinary-ledger.ts';
import { pasted } from './pasted.ts';
import { uglyLedger } from './ugly-ledger.ts';

/** What ids are made of, without the tables of alphabets. */
const wordsOf = (text: string): IdWord[] =>
  (text.toLowerCase().match(/[a-z]{2,}/g) ?? []).map((word) => ({
    latin: [word],
    stems: [word],
    kind: 'word',
    gap: 0,
    place: 0,
  }));

/** What each writing command changes, made by the command's own functions. */
const CHANGES: Readonly<Record<string, (ledger: Ledger, text: string, pick: number) => readonly Change[]>> = {
  add: (ledger, text) => {
    const anchor = { paragraph: 3, quote: text };
    const request = {
      id: null,
      words: wordsOf(text),
      text,
      speaker: [text, 'B'],
      via: text,
      kind: null,
      said: '2024',
      due: null,
      tags: [text],
      anchor,
      sources: [{ url: text, note: text }],
      note: text,
      replaces: null,
    };
    return addClaim(ledger, request).changes;
  },
  record: (ledger, text) => {
    const sources = [{ url: 'https://example.org/1', publisher: text }, { url: 'https://example.org/2' }];
    return recordEvent(ledger, { id: null, words: wordsOf(text), title: text, date: '2024-02', sources }).changes;
  },
  cite: (ledger, text, pick) => {
    const event = ledger.events[pick % ledger.events.length];
    return event ? addSource(ledger, event.id, { url: 'https://example.org/3', title: text }) : [];
  },
  fill: (ledger, text, pick) => {
    const cited = ledger.events.filter(({ sources }) => sources.some(({ url }) => url !== null));
    const event = cited[pick % Math.max(cited.length, 1)];
    const url = event?.sources.find((source) => source.url !== null)?.url;
    if (!event || !url) return [];
    try {
      return addSource(ledger, event.id, {
        url,
        publisher: text,
        archived: 'https://example.org/archived',
        note: text,
      });
    } catch {
      // It has another publisher.
      return [];
    }
  },
  mark: (ledger, text, pick) => mark(ledger, text, pick).changes,
};

function mark(ledger: Ledger, text: string, pick: number) {
  // What was withdrawn cannot be marked.
  const open = ledger.claims.filter(({ withdrawn }) => withdrawn === null);
  const [first, second] = [pick % open.length, (pick >> 8) % open.length];
  const claims = [...new Set([first, second])].flatMap((index) => open[index]?.id ?? []);
  return markClaims(ledger, {
    status: 'confirmed',
    claims,
    evidence: ledger.events.slice(0, pick % 2).map(({ id }) => id),
    keepEvidence: false,
    event: {
      id: null,
      words: wordsOf(text),
      title: text,
      date: '2024-02-01',
      sources: [{ url: 'https://example.org/4' }],
    },
    date: '2024-03-30',
    by: null,
    label: null,
    note: text,
    uncited: false,
    today: '2026-11-23',
  });
}

/** Whether `after` is `before` with text put in. */
function isInsertion(before: string, after: string): boolean {
  let at = 0;
  for (let n = 0; n < after.length && at < before.length; n++) if (after[n] === before[at]) at++;
  return at === before.length;
}

/** The changes made to plain values, as the other library reads them. */
function applied(before: string, changes: readonly Change[]): unknown {
  const root = parse(before, QUIET);
  for (const change of changes) {
    let holder = root;
    for (const step of change.path.slice(0, -1)) holder = holder[step];
    const key = change.path.at(-1) as string;
    if (change.kind === 'set') holder[key] = change.value;
    else if (change.kind === 'append') holder[key] = [...(holder[key] ?? []), bare(change.item)];
    else throw new Error('an adding command removes nothing');
  }
  return root;
}

/** Without the keys that are not written because they hold nothing. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]));
}

/** The other library's warnings, of anchors that end in a colon, are beside the point. */
const QUIET = { logLevel: 'error' } as const;

/** The only reasons for which an edit may be refused. */
const REASONS = /is null in a mapping in braces|an alias stands in its place|and would change with it/;

test('whatever the ledger and the change: only insertions, read back as meant by both libraries', () => {
  const counts = { edited: 0, refused: 0 };
  fc.assert(
    fc.property(
      uglyLedger,
      fc.constantFrom(...Object.keys(CHANGES)),
      pasted,
      fc.nat(),
      (before, change, text, pick) => {
        fc.pre(/\S/.test(text));
        const { ledger, faults } = readScanned(scan(before));
        fc.pre(faults.length === 0);
        const changes = CHANGES[change]?.(ledger, text, pick) ?? [];
        let after: string;
        try {
          after = edit(before, changes);
        } catch (error) {
          if (!(error instanceof Refusal) || !REASONS.test(error.message)) throw error;
          counts.refused++;
          return;
        }
        counts.edited++;
        if (!isInsertion(before, after)) throw new Error(`more than insertions:\n${after}`);
        expect(parse(after, QUIET)).toEqual(applied(before, changes));
      },
    ),
    runs(800),
  );
  expect(counts.edited).toBeGreaterThan(500 * SOAK);
  expect(counts.refused).toBeLessThan(counts.edited / 10);
});

test('a mark made again changes nothing, byte for byte', () => {
  let marked = 0;
  fc.assert(
    fc.property(uglyLedger, pasted, fc.nat(), (before, text, pick) => {
      fc.pre(/\S/.test(text));
      const { ledger, faults } = readScanned(scan(before));
      fc.pre(faults.length === 0 && ledger.claims.length > 0);
      let after: string;
      try {
        after = edit(before, mark(ledger, text, pick).changes);
      } catch (error) {
        fc.pre(!(error instanceof Refusal));
        throw error;
      }
      const again = mark(readScanned(scan(after)).ledger, text, pick);
      expect(again.marked.some(({ changed }) => changed)).toBe(false);
      expect(edit(after, again.changes)).toBe(after);
      marked++;
    }),
    runs(250),
  );
  expect(marked).toBeGreaterThan(100 * SOAK);
});

test('where only the items touched are looked at, the result is the same as of the whole', () => {
  let apart = 0;
  fc.assert(
    fc.property(
      longLedger,
      fc.constantFrom(...Object.keys(CHANGES)),
      fc.constantFrom('New.', 'a: b # c'),
      fc.nat(),
      (before, change, text, pick) => {
        const { ledger, faults } = readScanned(scan(before));
        fc.pre(faults.length === 0);
        const changes = CHANGES[change]?.(ledger, text, pick) ?? [];
        if (excerptFor(before, ledger, changes) !== null) apart++;
        expect(edit(before, changes, ledger)).toBe(edit(before, changes));
      },
    ),
    // Ledgers as long as these take minutes to shrink.
    { ...runs(60), endOnFailure: true },
  );
  expect(apart).toBeGreaterThan(20 * SOAK);
});

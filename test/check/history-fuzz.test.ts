import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/check/engine.ts';
import { matchPast } from '../../src/check/match-past.ts';
import type { PastLedger } from '../../src/check/past.ts';
import { rules } from '../../src/check/rules.ts';
import { daysBetween } from '../../src/model/dates.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { hasHappened, saidOn, statusOn } from '../../src/model/status.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';
import { runs, SOAK } from '../soak.ts';

/** The day of the revision; the ledgers have dates around it. */
const DAY = '2024-03-10';
const DAYS = Array.from({ length: 20 }, (_, at) => `2024-03-${String(at + 1).padStart(2, '0')}`);

const day = fc.constantFrom(...DAYS);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const status = fc.constantFrom('confirmed', 'pending', 'refuted');
const event = fc.constantFrom('e', 'f', 'g');
const verdict = fc.record({
  date: day,
  status,
  evidence: maybe(fc.uniqueArray(event, { maxLength: 2 })),
  by: maybe(fc.constantFrom('kl', 'xy', '')),
  note: maybe(fc.constantFrom('N', 'M', '')),
});
const claim = fc.record({
  text: fc.constantFrom('The harbour opens.', 'The harbour closes.', 'Two ferries sail.', 'No ferry sails.'),
  speaker: maybe(fc.constantFrom<string | string[]>('A', ['A', 'B'], 'A; B')),
  kind: maybe(fc.constantFrom('fact', 'promise', 'opinion')),
  said: maybe(fc.oneof(day, fc.constantFrom('2024', '2024-03'))),
  verdicts: fc.array(verdict, { maxLength: 4 }),
});
type Value = { [key: string]: unknown };
const ledgerValue = fc
  .record({
    published: maybe(day),
    author: maybe(fc.constantFrom('A', 'B')),
    claims: fc.array(claim, { minLength: 1, maxLength: 4 }),
  })
  .map(({ published, author, claims }) => ({
    factledger: 1,
    article: { title: 'T', author, published },
    claims: claims.map((one, at) => ({ id: `c${at}`, ...one })),
    events: ['e', 'f', 'g'].map((id) => ({ id, date: '2024-02', title: id, sources: [{ url: id }] })),
  }));

/** A small edit of a record: a value in it taken out, exchanged, doubled, moved, or replaced. */
const step = fc.record({
  how: fc.constantFrom('remove', 'swap', 'double', 'move', 'replace', 'line'),
  at: fc.nat(),
  to: fc.nat(),
  value: fc.oneof(
    day,
    status,
    event,
    fc.constantFrom('opinion', 'promise', 'A', 'c0', 'c1', 'The harbour opens.', 'N', ''),
  ),
});

const textOf = (value: unknown) =>
  JSON.stringify(value, null, 1)
    .replace(/"(\w+)":/g, '$1:')
    .replace(/^ +/gm, (space) => space.repeat(2));

/** Every list and record within a value. */
function holders(value: unknown, found: Value[] = []): Value[] {
  if (typeof value !== 'object' || value === null) return found;
  found.push(value as Value);
  for (const inner of Object.values(value)) holders(inner, found);
  return found;
}

function edited(text: string, value: Value, steps: readonly { how: string; at: number; to: number; value: string }[]) {
  const copy = structuredClone(value);
  let byLine = text;
  for (const { how, at, to, value: other } of steps) {
    if (how === 'line') {
      const lines = byLine.split('\n');
      lines.splice(at % lines.length, 1);
      byLine = lines.join('\n');
      continue;
    }
    const all = holders(copy);
    const holder = all[at % all.length] as Value;
    const keys = Object.keys(holder);
    const [one, two] = [keys[to % Math.max(keys.length, 1)], keys[(to >> 4) % Math.max(keys.length, 1)]];
    if (one === undefined || two === undefined) continue;
    if (Array.isArray(holder)) {
      const index = Number(one);
      if (how === 'remove') holder.splice(index, 1);
      else if (how === 'double') holder.push(structuredClone(holder[index]));
      else if (how === 'move') holder.unshift(...holder.splice(index, 1));
      else if (how === 'replace' && typeof holder[index] === 'string') holder[index] = other;
      else if (how === 'swap') [holder[index], holder[Number(two)]] = [holder[Number(two)], holder[index]];
    } else if (how === 'remove') delete holder[one];
    else if (how === 'swap') [holder[one], holder[two]] = [holder[two], holder[one]];
    else if (how === 'replace' && typeof holder[one] !== 'object') holder[one] = other;
  }
  return byLine === text ? textOf(copy) : byLine;
}

/** What is found in a ledger against what it was. */
function compare(before: Ledger, now: Ledger, text: string) {
  const then: PastLedger = { ledger: before, now, absence: null, isNamed: true };
  const past = matchPast(DAY, [then], [now], new Set([now])).ofNow.get(now);
  if (!past) return [];
  const wanted = new Map(rules.map(({ id, severity }) => [id, { severity, options: new Map() }]));
  const subject = {
    ledger: now,
    faults: [],
    article: null,
    today: '2024-04-01',
    latestDay: '2024-04-01',
    isToday: true,
    alike: [],
    cutShort: [],
  };
  return check(subject, new Map(), [{ past, rules: wanted }], [], lineIndex(text));
}

/** What `list --as-of` says of each judged claim; null where it does not list it. */
function statusesOf(ledger: Ledger, on: string): Map<string, string | null> {
  const there = ledger.claims.filter((one) => hasHappened(saidOn(one, ledger.article), on));
  return new Map(there.map((one) => [one.id, statusOn(one, on)]));
}

test('whatever changes a status of a past day has a finding that names the claim', async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(ledgerValue, fc.array(step, { minLength: 1, maxLength: 4 }), async (value, steps) => {
      const text = textOf(value);
      const before = await readLedger(text);
      const after = edited(text, value, steps);
      const now = await readLedger(after);
      fc.pre(before.faults.length === 0 && now.faults.length === 0);
      const found = new Set(compare(before.ledger, now.ledger, after).flatMap(({ claim: one }) => one?.id ?? []));
      for (const on of DAYS.filter((one) => daysBetween(one, DAY) > 1)) {
        const [then, today] = [statusesOf(before.ledger, on), statusesOf(now.ledger, on)];
        for (const { id, verdicts } of before.ledger.claims) {
          if (verdicts.length === 0 || then.get(id) === today.get(id)) continue;
          changed++;
          if (!found.has(id))
            throw new Error(`${id} on ${on}: ${then.get(id)} → ${today.get(id)}\n${text}\n---\n${after}`);
        }
      }
    }),
    runs(1500),
  );
  expect(changed).toBeGreaterThan(250 * SOAK);
});

test('what is only added has no finding that is an error, and none at all where it is of today', async () => {
  await fc.assert(
    fc.asyncProperty(ledgerValue, fc.array(fc.tuple(fc.nat(), verdict, fc.boolean())), async (value, additions) => {
      const text = textOf(value);
      const before = await readLedger(text);
      fc.pre(before.faults.length === 0);
      const grown = structuredClone(value);
      let isOfToday = true;
      for (const [at, added, isLate] of additions) {
        const to = grown.claims[at % grown.claims.length] as (typeof grown.claims)[number];
        isOfToday &&= isLate;
        to.verdicts.push(isLate ? { ...added, date: '2024-03-21' } : added);
      }
      for (const one of grown.claims) {
        for (const past of one.verdicts) past.note ||= 'M';
      }
      const after = textOf({ ...grown, claims: [...grown.claims, { id: 'new', text: 'New.' }].reverse() });
      const now = await readLedger(after);
      expect(now.faults).toEqual([]);
      const found = compare(before.ledger, now.ledger, after);
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
      if (isOfToday) expect(found.map(({ message }) => message)).toEqual([]);
    }),
    runs(500),
  );
});

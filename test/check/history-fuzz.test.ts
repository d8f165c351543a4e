import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/check/engine.ts';
import { matchPast } from '../../src/check/match-past.ts';
import type { PastLedger } from '../../src/check/past.ts';
import { rules } from '../../src/check/rules.ts';
import { daysBetween } from '../../src/model/dates.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { allClaimRows } from '../../src/query/rows.ts';
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
/** How many days after what it withdraws a withdrawal is dated; null where there is none. */
const wait = fc.option(fc.nat({ max: 12 }), { freq: 2 });
const reason = fc.constantFrom('R', 'S');
const after = (date: string, days: number) => DAYS[Math.min(DAYS.indexOf(date) + days, DAYS.length - 1)] as string;
const verdict = fc
  .record({
    date: day,
    status,
    evidence: maybe(fc.uniqueArray(event, { maxLength: 2 })),
    by: maybe(fc.constantFrom('kl', 'xy', '')),
    note: maybe(fc.constantFrom('N', 'M', '')),
    label: maybe(fc.constantFrom('L', 'K', '')),
    wait,
    reason,
  })
  .map(({ wait: days, reason: why, ...one }) => ({
    ...one,
    withdrawn: days === null ? undefined : { date: after(one.date, days), reason: why },
  }));
const claim = fc.record({
  text: fc.constantFrom('The harbour opens.', 'The harbour closes.', 'Two ferries sail.', 'No ferry sails.'),
  speaker: maybe(fc.constantFrom<string | string[]>('A', ['A', 'B'], 'A; B')),
  kind: maybe(fc.constantFrom('fact', 'promise', 'opinion')),
  said: maybe(fc.oneof(day, fc.constantFrom('2024', '2024-03'))),
  verdicts: fc.array(verdict, { maxLength: 4 }),
  added: fc.option(day, { freq: 1, nil: undefined }),
  withdrawn: fc.option(
    fc.record({
      date: day,
      reason,
      instead: maybe(fc.uniqueArray(fc.constantFrom('c0', 'c1', 'c2'), { maxLength: 2 })),
    }),
    { freq: 1, nil: undefined },
  ),
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
    claims: claims.map((one, at) => ({ id: `c${at}`, ...one, formerly: [`was-c${at}`] })),
    events: ['e', 'f', 'g'].map((id) => ({
      id,
      date: '2024-02',
      title: id,
      sources: [{ url: id }],
      formerly: [`was-${id}`],
    })),
  }));

/** A small edit of a record: a value in it taken out, exchanged, doubled, moved, or replaced, or a correction made. */
const step = fc.record({
  how: fc.constantFrom('remove', 'swap', 'double', 'move', 'replace', 'line', 'rename', 'withdraw', 'add', 'take'),
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

/** Corrects a record as people do: gives it another id, withdraws it, dates it, or notes the id of another. */
function correct(ledger: Value, how: string, at: number, to: number): boolean {
  const lists = ledger as unknown as Record<'claims' | 'events', Value[] | undefined>;
  const claims = Array.isArray(lists.claims) ? lists.claims : [];
  const events = Array.isArray(lists.events) ? lists.events : [];
  const records = how === 'rename' || how === 'take' ? [...claims, ...events] : claims;
  const one = records[at % Math.max(records.length, 1)];
  if (typeof one !== 'object' || one === null) return false;
  const formerly = Array.isArray(one.formerly) ? one.formerly : [];
  const when = DAYS[to % DAYS.length] as string;
  if (how === 'rename') Object.assign(one, { id: `n${to % 4}-${at % 9}`, formerly: [...formerly, one.id] });
  else if (how === 'take') {
    const other = records[to % records.length] as Value;
    if (other === one) return false;
    one.formerly = [...formerly, other.id];
    const list = claims.includes(other) ? claims : events;
    list.splice(list.indexOf(other), 1);
  } else if (how === 'add') one.added = when;
  else if (how === 'withdraw') {
    const verdicts = Array.isArray(one.verdicts) ? (one.verdicts as Value[]) : [];
    const withdrawn = verdicts[(to >> 5) % (verdicts.length + 1)] ?? one;
    if (typeof withdrawn === 'object') withdrawn.withdrawn = { date: when, reason: 'R' };
  } else return false;
  return true;
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
    if (correct(copy, how, at, to)) continue;
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
  const past = matchPast({ day: DAY, isSide: true }, [then], [now], new Set([now])).ofNow.get(now);
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

/** What `list --as-of` says of each claim; nothing of one that it does not list, the last status of a withdrawn one. */
function statusesOf({ article, claims, events }: Ledger, on: string): Map<string, string> {
  const named = { name: 'a', file: 'a', article, claims: () => claims, events: () => events };
  const statuses = new Map<string, string>();
  for (const { id, status: is, withdrawn } of allClaimRows([named], { day: on, hidesLater: true })) {
    // An opinion has none.
    if (is !== null) statuses.set(id, withdrawn ? `withdrawn, ${is}` : is);
  }
  return statuses;
}

/** The claim that one is now: by its id, or its former one. */
const idNow = ({ claims }: Ledger, id: string) =>
  (claims.find((one) => one.id === id) ?? claims.find(({ formerly }) => formerly.includes(id)))?.id ?? id;

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
          const is = idNow(now.ledger, id);
          if (verdicts.length === 0 || then.get(id) === today.get(is)) continue;
          changed++;
          if (!found.has(id) && !found.has(is))
            throw new Error(`${id} on ${on}: ${then.get(id)} → ${today.get(is)}\n${text}\n---\n${after}`);
        }
      }
    }),
    runs(1500),
  );
  expect(changed).toBeGreaterThan(250 * SOAK);
});

/** A day between the revision's and today. */
const LATE = '2024-03-21';

interface Grown extends Value {
  claims: (Value & { verdicts: Value[] })[];
  events: (Value & { sources: Value[] })[];
}

/** Gives records other ids, moves sources, and withdraws claims and verdicts, all of it as the tool would. */
function correctToday({ claims, events }: Grown, corrections: readonly (readonly [number, number])[]): void {
  for (const [at, to] of corrections) {
    const one = claims[at % claims.length] as Grown['claims'][number];
    const it = events[at % events.length] as Grown['events'][number];
    const withdrawn = { date: LATE, reason: 'R' };
    const rename = (record: Value) =>
      Object.assign(record, { id: `${record.id}x`, formerly: [...(record.formerly as string[]), record.id as string] });
    if (to % 5 === 0) rename(one);
    else if (to % 5 === 1) rename(it);
    else if (to % 5 === 2) {
      const [source = {}] = it.sources;
      Object.assign(source, {
        url: `${source.url}x`,
        formerly: [...((source.formerly as string[]) ?? []), source.url],
      });
    } else if (to % 5 === 3) one.withdrawn ??= { ...withdrawn, instead: ['new'] };
    else {
      const past = one.verdicts[(to >> 3) % Math.max(one.verdicts.length, 1)];
      if (past) past.withdrawn ??= withdrawn;
    }
  }
}

test('what is only added has no finding that is an error, and none at all where it is of today', async () => {
  await fc.assert(
    fc.asyncProperty(
      ledgerValue,
      fc.array(fc.tuple(fc.nat(), verdict, fc.boolean())),
      fc.array(fc.tuple(fc.nat(), fc.nat())),
      async (value, additions, corrections) => {
        const text = textOf(value);
        const before = await readLedger(text);
        fc.pre(before.faults.length === 0);
        const grown = structuredClone(value) as unknown as Grown;
        let isOfToday = true;
        for (const [at, added, isLate] of additions) {
          const to = grown.claims[at % grown.claims.length] as Grown['claims'][number];
          isOfToday &&= isLate;
          to.verdicts.push(isLate ? { ...added, date: LATE, withdrawn: undefined } : added);
        }
        for (const one of grown.claims) {
          for (const past of one.verdicts) {
            past.note ||= 'M';
            past.label ||= 'K';
          }
        }
        correctToday(grown, corrections);
        const after = textOf({
          ...grown,
          claims: [...grown.claims, { id: 'new', text: 'New.', added: LATE }].reverse(),
        });
        const now = await readLedger(after);
        expect(now.faults).toEqual([]);
        const found = compare(before.ledger, now.ledger, after);
        expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
        if (isOfToday) expect(found.map(({ message }) => message)).toEqual([]);
      },
    ),
    runs(500),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../src/change/change.ts';
import { edit } from '../../src/yaml/edit.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';
import { runs } from '../soak.ts';

/** How one person writes all of a ledger. */
const hand = fc.record({
  words: fc.constantFrom('', '"', "'"),
  dates: fc.constantFrom('', '"', "'"),
  prose: fc.constantFrom('', '"', "'"),
  keys: fc.constantFrom('', '"', "'"),
  /** Columns from a key to the dashes of its list. */
  indent: fc.constantFrom(0, 2, 4),
  gap: fc.constantFrom(1, 3),
  /** Where texts and records stand. */
  texts: fc.constantFrom('dashes', 'brackets'),
  records: fc.constantFrom('lines', 'braces', 'brackets'),
  isPadded: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
});
type Writing = typeof hand extends fc.Arbitrary<infer T> ? T : never;
type Value = string | readonly string[] | readonly Written[];
interface Written {
  readonly [key: string]: Value;
}

const kindOf = (key: string) =>
  ['date', 'said'].includes(key) ? 'dates' : ['text', 'note', 'title', 'publisher'].includes(key) ? 'prose' : 'words';

function quoted(key: string, text: string, writing: Writing): string {
  const mark = writing[kindOf(key)];
  return mark + text + mark;
}

const between = (open: string, entries: readonly string[], close: string, { isPadded }: Writing) =>
  isPadded ? `${open} ${entries.join(', ')} ${close}` : open + entries.join(', ') + close;

function inBraces(record: Written, writing: Writing): string {
  const pairs = Object.entries(record).map(([key, value]) => {
    const name = `${writing.keys}${key}${writing.keys}`;
    if (typeof value === 'string') return `${name}: ${quoted(key, value, writing)}`;
    const items = value.map((item) =>
      typeof item === 'string' ? quoted(key, item, writing) : inBraces(item, writing),
    );
    return `${name}: ${between('[', items, ']', writing)}`;
  });
  return between('{', pairs, '}', writing);
}

function inLines(record: Written, column: number, writing: Writing): string[] {
  const margin = ' '.repeat(column);
  const dashes = ' '.repeat(column + writing.indent);
  const dash = `${dashes}-${' '.repeat(writing.gap)}`;
  return Object.entries(record).flatMap(([key, value]) => {
    const name = `${margin}${writing.keys}${key}${writing.keys}:`;
    if (typeof value === 'string') return [`${name} ${quoted(key, value, writing)}`];
    if (value.every((item) => typeof item === 'string')) {
      const texts = value.map((text) => quoted(key, text, writing));
      if (writing.texts === 'brackets') return [`${name} ${between('[', texts, ']', writing)}`];
      return [name, ...texts.map((text) => dash + text)];
    }
    const records = value as readonly Written[];
    const braced = records.map((item) => inBraces(item, writing));
    if (writing.records === 'brackets') return [`${name} ${between('[', braced, ']', writing)}`];
    if (writing.records === 'braces') return [name, ...braced.map((item) => dash + item)];
    return [name, ...records.flatMap((item) => asItem(item, column + writing.indent, writing))];
  });
}

function asItem(record: Written, column: number, writing: Writing): string[] {
  const [first = '', ...rest] = inLines(record, column + 1 + writing.gap, writing);
  return [`${' '.repeat(column)}-${' '.repeat(writing.gap)}${first.trimStart()}`, ...rest];
}

function ledger(claims: readonly Written[], events: readonly Written[], writing: Writing): string {
  const list = (records: readonly Written[]) => records.flatMap((one) => asItem(one, writing.indent, writing));
  const name = (key: string) => `${writing.keys}${key}${writing.keys}:`;
  const lines = [`${name('factledger')} 1`, name('article'), ...inLines({ title: 'T' }, 2, writing)];
  return [...lines, name('claims'), ...list(claims), name('events'), ...list(events), ''].join(writing.eol);
}

const verdict = (day: number): Written => ({
  date: `2024-01-0${day}`,
  status: 'pending',
  evidence: ['e1', 'e2'],
  note: `Note ${day}.`,
});
const claim = (id: string, ...verdicts: readonly Written[]): Written => ({
  id,
  text: 'Some text.',
  said: '2024-01-01',
  tags: ['x1', 'x2'],
  ...(verdicts.length > 0 && { verdicts }),
});
const event = (id: string, ...sources: readonly Written[]): Written => ({
  id,
  date: '2024-01-01',
  title: 'Some title.',
  sources,
});
const source = (n: number): Written => ({ url: `https://example.org/${n}`, publisher: 'Example' });

test('what is added is as the writer of the rest would have written it, byte for byte', async () => {
  const claims = [claim('c1', verdict(1)), claim('c2'), claim('c3', verdict(1), verdict(2))];
  const events = [event('e1', source(1)), event('e2', source(1))];
  const more: readonly [Change, readonly Written[], readonly Written[]][] = [
    [
      { kind: 'append', path: ['claims', 0, 'verdicts'], item: verdict(3) },
      [claim('c1', verdict(1), verdict(3)), ...claims.slice(1)],
      events,
    ],
    [
      { kind: 'append', path: ['claims', 1, 'verdicts'], item: verdict(3) },
      [claims[0] as Written, claim('c2', verdict(3)), claims[2] as Written],
      events,
    ],
    [{ kind: 'append', path: ['claims'], item: claim('c4') }, [...claims, claim('c4')], events],
    [
      { kind: 'append', path: ['events'], item: event('e3', source(1), source(2)) },
      claims,
      [...events, event('e3', source(1), source(2))],
    ],
    [
      { kind: 'append', path: ['events', 1, 'sources'], item: source(2) },
      claims,
      [events[0] as Written, event('e2', source(1), source(2))],
    ],
  ];
  await fc.assert(
    fc.asyncProperty(hand, fc.constantFrom(...more), async (writing, [change, moreClaims, moreEvents]) => {
      const before = ledger(claims, events, writing);
      expect((await readLedger(before)).faults).toEqual([]);
      expect(edit(before, [change])).toBe(ledger(moreClaims, moreEvents, writing));
    }),
    runs(600),
  );
});

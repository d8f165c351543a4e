import { expect, test } from 'vitest';
import { sandbox } from '../sandbox.ts';
import { KEYS, Seat } from '../terminal/seat.ts';

const LEDGER = `factledger: 1
article:
  title: Harbour to reopen
  published: 2024-01-09
claims:
  - id: reopens
    text: The harbour will reopen by the end of March.
    speaker: Minister
    via: Gazette
    kind: promise
    due: 2024-03-31
    note: Ask the port.
    anchors:
      - paragraph: 2
        sentence: 3
        quote: The harbour will reopen
    verdicts:
      - date: 2024-02-02
        status: pending
        evidence: [dredging]
        note: Not \u202eyet.
  - id: two-ferries
    text: Two ferries sailed each day.
events:
  - id: storm
    title: A storm closes the school.
    date: 2024-02-01
  - id: dredging
    title: Dredging of the harbour begins.
    date: 2024-02-01
`.replace('\u202e', '');

const review = (ledger = LEDGER, ...argv: string[]) =>
  new Seat(sandbox(ledger), ['review', ...argv], '2024-04-10T12:00');

test('the screen: the claim with its history, the events that are like it, and the keys', async () => {
  const seat = review();
  await seat.sees('The harbour will reopen');
  const { rows, text } = seat.terminal;
  expect(rows).toHaveLength(24);
  expect(rows[0]).toMatch(/^ ledger +1 of 2 pending $/);
  expect(text).toContain(' reopens  promise · pending since 2024-02-02\n');
  expect(text).toContain('   due 2024-03-31, 10 days ago · Minister via Gazette · said 2024-01-09 · ¶2.3');
  expect(text).toContain(' 2024-02-02 pending  dredging\n            Not yet.\n');
  expect(text).toContain(' note Ask the port.\n');
  expect(text).toMatch(
    /── 1-2 tick as evidence · no tick: a new event ─+\n 1 2024-02-01 Dredging .* cited\n 2 2024-02-01 A storm/,
  );
  for (const columns of [60, 80, 120]) {
    await seat.terminal.resize(columns, 24);
    for (const key of ['c confirm', 'r refute', 'p pending', 'e edit', 's skip', 'u undo', 'q quit']) {
      expect(seat.terminal.rows.at(-1)).toContain(key);
    }
    for (const row of seat.terminal.rows) expect(row.length).toBeLessThanOrEqual(columns);
  }
  expect(await seat.leave()).toEqual({ code: 0, out: '', err: '2 claims pending; 0 answers\n' });
  expect(seat.terminal.happened).toEqual(['raw', 'enter', 'cooked', 'leave']);
});

test('ticked events are the evidence; the form asks for the rest', async () => {
  const seat = review();
  await seat.type('of 2 pending', '1', '2', '2', '7', 'c');
  await seat.type('── confirmed, by dredging ─', 'In time.', KEYS.enter);
  await seat.sees(/2 of 2 pending.*reopens pending → confirmed \(2024-04-10\)/s);
  expect(seat.ledger.claims[0].verdicts.at(-1)).toMatchObject({ evidence: ['dredging'], note: 'In time.' });
  // The ticks were for that claim.
  await seat.sees('no tick: a new event');
  await seat.terminal.type('u');
  await seat.sees(/1 of 2 pending.*taken back/s);
  expect(seat.box.read('ledger.yaml')).toBe(LEDGER);
  expect(await seat.leave()).toMatchObject({ code: 0, err: '2 claims pending; 2 answers\n' });
});

test('without a tick, a new event; what is wrong is said in its field, and nothing typed is lost', async () => {
  const seat = review();
  await seat.type('of 2 pending', 'r', KEYS.enter);
  await seat.type('refuted needs evidence', 'It’s “closed”.', KEYS.tab, '\u0015', 'soon', KEYS.enter);
  await seat.type(/event It’s “closed”\..*on soon *\n *expected a date/s, '\u0015', 'friday', KEYS.tab);
  await seat.terminal.type('https://example.org/a https://example.org/b', KEYS.enter);
  await seat.sees('reopens pending → refuted');
  expect(seat.ledger.events[2]).toMatchObject({
    title: 'It’s “closed”.',
    date: '2024-04-05',
    sources: [{ url: 'https://example.org/a' }, { url: 'https://example.org/b' }],
  });
  // What was typed before can be brought back for the next claim.
  await seat.type('2 of 2', 'r', KEYS.up);
  await seat.sees('event It’s “closed”.');
  await seat.terminal.type(KEYS.esc);
  await seat.sees('c confirm');
  await seat.leave();
});

test('pending with a note, skip, back, edit, help', async () => {
  const seat = review();
  await seat.type('1 of 2', 's');
  await seat.type('2 of 2', 's');
  await seat.type('no pending claim is after it', 'b');
  await seat.type('1 of 2', 'p', 'Still closed.', KEYS.enter);
  await seat.type(
    '2 of 2',
    'e',
    ' And back.',
    KEYS.tab,
    'Writer',
    KEYS.tab,
    KEYS.tab,
    KEYS.tab,
    'See the log.',
    KEYS.enter,
  );
  await seat.type('two-ferries changed: text, speaker, note', '?');
  await seat.type('tick an event as evidence', ' ');
  await seat.sees('2 of 2 pending');
  expect(seat.ledger.claims).toMatchObject([
    { verdicts: [{}, { status: 'pending', note: 'Still closed.' }] },
    { text: 'Two ferries sailed each day. And back.', speaker: 'Writer', note: 'See the log.' },
  ]);
  expect(await seat.leave(KEYS.ctrlC)).toMatchObject({ code: 130 });
});

test('a claim that somebody else took out meanwhile', async () => {
  const seat = review();
  await seat.sees('1 of 2');
  seat.box.write('ledger.yaml', LEDGER.replace('id: reopens', 'id: opens-again'));
  await seat.terminal.type('p', KEYS.enter);
  await seat.sees('the claim "reopens" is no longer in the ledger');
  await seat.terminal.type(KEYS.esc);
  await seat.sees(/This claim is no longer in the ledger\..*c confirm/s);
  await seat.leave();
});

test('where nothing is pending, it says so', async () => {
  const seat = review(LEDGER, '--text', 'nothing like it');
  expect(await seat.leave()).toEqual({ code: 0, out: '', err: 'no claim is pending\n' });
});

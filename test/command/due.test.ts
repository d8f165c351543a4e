import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { HARBOUR, type Sandbox, sandbox } from '../sandbox.ts';

/** A Monday. */
const env = { FACTLEDGER_TODAY: '2024-04-15' };

const CLAIMS = `
  - { id: year, text: Within the year., due: 2024, speaker: [Ann Lee, Bo Kim], tags: [a, 'b,c'] }
  - { id: late, text: Late., due: 2024-03-31, kind: promise }
  - { id: month, text: Within the month., due: 2024-04, formerly: [mo] }
  - { id: today, text: Today., due: 2024-04-15 }
  - { id: never, text: Never. }
  - { id: first, text: As late., due: 2024-03 }
  - { id: settled, text: Settled., due: 2024-04-16, verdicts: [{ date: 2024-04-01, status: confirmed }] }
  - { id: gone, text: Gone., due: 2024-04-17, withdrawn: { date: 2024-04-02, reason: R. } }
  - { id: view, text: A view., due: 2024-04-18, kind: opinion }
`;
const LEDGER = `factledger: 1
article: { title: T, author: A. Writer, url: 'https://example.org/t' }
claims:${CLAIMS}`;

const run = (box: Sandbox, ...argv: string[]) => box.run(['due', ...argv], { env });
const ids = async (...argv: string[]) =>
  (await run(sandbox(LEDGER), ...argv, '--format', 'ids')).out.split('\n').slice(0, -1);

describe('due', () => {
  test('pending claims with a due date, overdue first, then by day, equal ones in the order of the file', async () => {
    const { code, out, err } = await run(sandbox(LEDGER), '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const rows = JSON.parse(out);
    expect(rows.map(({ id, due, days }: Record<string, unknown>) => [id, due, days])).toEqual([
      ['late', '2024-03-31', -15],
      ['first', '2024-03', -15],
      ['today', '2024-04-15', 0],
      ['month', '2024-04', 15],
      ['year', '2024', 260],
    ]);
    const [listed] = JSON.parse((await sandbox(LEDGER).run(['list', '--json'], { env })).out);
    expect(Object.keys(rows[0])).toEqual([...Object.keys(listed), 'days']);
    const { days: _, ...row } = rows.at(-1);
    expect(row).toEqual(listed);
  });

  test.each([
    [['--within', '2w'], 'late first today'],
    [['--within', '15d'], 'late first today month'],
    [['--within', '2024-04'], 'late first today month'],
    [['--within', 'monday'], 'late first today'],
    [['--within', '2024-03-30'], ''],
    [['--overdue'], 'late first'],
    [['--kind', 'promise,opinion'], 'late'],
    [['--speaker', 'lee'], 'year'],
    [['--tag', 'a'], 'year'],
    [['--text', 'within'], 'month year'],
    [['--due-by', '2024-03-31'], 'late first'],
    [['--status', 'confirmed'], ''],
    [['--status', 'pending', '--overdue'], 'late first'],
    [['--withdrawn'], ''],
    [['--as-of', '2024-04-01', '--within', '3w'], 'late first today gone'],
    [['--as-of', '2024-03-31', '--overdue'], ''],
  ])('%j', async (argv, found) => expect((await ids(...argv)).join(' ')).toBe(found));

  test('where nothing is due, it says so', async () => {
    expect(await run(sandbox(LEDGER), '--tag', 'none')).toEqual({ code: 0, out: '', err: 'nothing is due\n' });
  });

  test('a line a claim, with how far off it is', async () => {
    expect((await run(sandbox(LEDGER))).out.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      '2024-03-31 | 2 weeks ago | late | A. Writer | Late.',
      '2024-03 | 2 weeks ago | first | A. Writer | As late.',
      '2024-04-15 | today | today | A. Writer | Today.',
      '2024-04 | in 2 weeks | month | A. Writer | Within the month.',
      '2024 | in 9 months | year | Ann Lee, Bo Kim | Within the year.',
      '',
    ]);
  });

  test.each([60, 80, 120])(
    'a terminal of %i columns shows what is overdue, due this week and later',
    async (columns) => {
      const { out } = await sandbox(LEDGER).run(['due'], { env, terminal: { columns } });
      expect(out.match(/OVERDUE|THIS WEEK|LATER|\b(?:late|first|today|month|year)$/gm)?.join(' ')).toMatch(
        /^OVERDUE .*late.*first.* THIS WEEK .*today.* LATER .*month.*year/,
      );
      expect(out).toContain('5 due: 2 overdue, 1 this week, 2 later\n');
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    },
  );

  test('with several ledgers, names say which', async () => {
    const box = sandbox();
    box.write('l/a.yaml', LEDGER);
    box.write('l/b.yaml', HARBOUR);
    const { out } = await run(box, '-f', 'l', '--overdue', '--format', 'ids');
    expect(out).toBe('a/late\na/first\nb/harbour-reopens\n');
  });
});

describe('list tells when something is due', () => {
  test.each([undefined, { columns: 60 }, { columns: 140 }])('to %j', async (terminal) => {
    const { out } = await sandbox(LEDGER).run(['list'], { env, ...(terminal && { terminal }) });
    for (const due of ['2024-03-31', '2024-04-15', '2024-04']) expect(out).toContain(due);
    if (terminal?.columns === 140) expect(out).toContain('DUE');
  });

  test('--sort due', async () => {
    const { out } = await sandbox(LEDGER).run(['list', '--sort', 'due', '--format', 'ids'], { env });
    expect(out.trim().split('\n')).toEqual('late first today settled view month year never'.split(' '));
  });
});

describe('--format ics', () => {
  const calendar = async (ledger: string, ...argv: string[]) => {
    const { code, out } = await run(sandbox(ledger), ...argv, '--format', 'ics');
    expect(code).toBe(0);
    const read = new ICAL.Component(ICAL.parse(out));
    const events = read.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    return { out, read, events };
  };

  test('each claim is an event of the whole day on which it is due', async () => {
    const { read, events } = await calendar(LEDGER);
    expect(read.getFirstPropertyValue('version')).toBe('2.0');
    expect(events.map((one) => [one.summary, String(one.startDate), one.startDate.isDate])).toEqual([
      ['Late.', '2024-03-31', true],
      ['As late.', '2024-03-31', true],
      ['Today.', '2024-04-15', true],
      ['Within the month.', '2024-04-30', true],
      ['Within the year.', '2024-12-31', true],
    ]);
    for (const one of events) {
      expect(one.duration.toSeconds()).toBe(86_400);
      expect(String(one.component.getFirstPropertyValue('dtstamp'))).toBe('2024-04-15T00:00:00Z');
    }
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(5);
    const [year] = events.slice(-1);
    expect(year?.description).toBe('Ann Lee, Bo Kim, fact\nT\nfactledger show ledger/year');
    expect(year?.component.getFirstProperty('categories')?.getValues()).toEqual(['a', 'b,c']);
  });

  test('a claim keeps its UID when it is corrected, and another article gives it another', async () => {
    const uidOf = async (ledger: string) =>
      (await calendar(ledger)).events.find(({ summary }) => summary?.startsWith('Within the m'))?.uid;
    const uid = await uidOf(LEDGER);
    expect(uid).toMatch(/^[0-9a-f]{16}@factledger$/);
    expect(await uidOf(LEDGER.replace('Within the month., due: 2024-04', 'Within the month or so., due: 2025'))).toBe(
      uid,
    );
    expect(await uidOf(LEDGER.replace('id: month', 'id: mo').replace(', formerly: [mo]', ''))).toBe(uid);
    expect(await uidOf(LEDGER.replace('example.org/t', 'example.org/u'))).not.toBe(uid);
  });

  test('the same day gives the same bytes, in lines of at most 75 that end in CRLF', async () => {
    const long = `${'A very long sentence of 港口 and żółć. '.repeat(20)}`.trim();
    const ledger = LEDGER.replace('Within the month.', `"${long}"`);
    const { out, events } = await calendar(ledger);
    expect((await calendar(ledger)).out).toBe(out);
    expect(events[3]?.summary).toBe(long);
    const lines = out.split('\r\n');
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines.at(-1)).toBe('');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('no text of a ledger can add to the calendar', async () => {
    const hostile = 'x\\nEND:VEVENT\\r\\nBEGIN:VALARM; , \\\\n \\e]0;t\\a \\u202e \\" : \\u2028';
    const { events, out, read } = await calendar(`factledger: 1
article: { title: "${hostile}", author: "${hostile}" }
claims: [{ id: a, text: "${hostile}", tags: ["${hostile}"], due: 2024-05-01 }]
`);
    const shown = 'x END:VEVENT BEGIN:VALARM; , \\n \\u001b]0;t\\u0007 \\u202e " : \\u2028';
    expect(events).toHaveLength(1);
    expect(events[0]?.summary).toBe(shown);
    expect(events[0]?.description).toBe(`${shown}, fact\n${shown}\nfactledger show ledger/a`);
    expect(read.getAllSubcomponents('valarm')).toEqual([]);
    expect(out).not.toMatch(/[^\P{C}\r\n]/u);
  });

  test('nothing that is due is a calendar too', async () => {
    expect((await calendar(LEDGER, '--tag', 'none')).events).toEqual([]);
  });

  test('the last day that there is', async () => {
    const { events } = await calendar(LEDGER.replace('due: 2024-04 ', 'due: 9999 ').replace('2024-04, f', '9999, f'));
    expect(String(events.at(-1)?.startDate)).toBe('9999-12-31');
  });
});

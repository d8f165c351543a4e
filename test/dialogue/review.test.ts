import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Sandbox, sandbox } from '../sandbox.ts';

const LEDGER = `factledger: 1
article:
  title: Harbour to reopen
  published: 2024-01-09
claims:
  - id: two-ferries # of old
    text: Two ferries sailed each day.
    speaker: Minister
  - id: reopens
    text: The harbour will reopen by the end of March.
    kind: promise
    due: 2024-03-31
    verdicts:
      - date: 2024-04-02
        status: pending
        note: Not yet.
  - id: long-storm
    text: The storm took two weeks.
    verdicts:
      - date: 2024-02-01
        status: pending
  - id: nobody-drowned
    text: Nobody drowned.
    verdicts:
      - date: 2024-02-01
        status: confirmed
        evidence: [storm-report]
events:
  - id: storm-report
    title: A report on the storm appears.
    date: 2024-01-31
`;

const NOW = '2024-04-10T12:00';

const give = (box: Sandbox, answers: readonly string[], ...argv: string[]) =>
  box.run(['review', ...argv], { stdin: answers.map((one) => `${one}\n`).join(''), now: NOW });

const claimsOf = (box: Sandbox) =>
  Object.fromEntries(parse(box.read('ledger.yaml')).claims.map((claim: { id: string }) => [claim.id, claim]));

describe('the order', () => {
  test('what is overdue, then what was not looked at for longest; settled claims are left out', async () => {
    const box = sandbox(LEDGER);
    expect(await give(box, ['s', 's', 's', 's'])).toEqual({
      code: 0,
      out: [
        'reopens skipped',
        'two-ferries skipped',
        'long-storm skipped; no pending claim is after it',
        'long-storm skipped; no pending claim is after it',
        '',
      ].join('\n'),
      err: '3 claims pending; 4 answers\n',
    });
    expect(box.read('ledger.yaml')).toBe(LEDGER);
  });

  test('what was looked at today comes last the next time, overdue or not', async () => {
    const box = sandbox(LEDGER);
    const ran = await give(box, ['# on Wednesday', '', 'p Still closed.', 'p']);
    expect(ran).toMatchObject({
      code: 0,
      out: 'reopens pending → pending (2024-04-10)\ntwo-ferries pending → pending (2024-04-10)\n',
      err: '3 claims pending, 2 of them looked at today; 2 answers\n',
    });
    expect(claimsOf(box).reopens.verdicts[1]).toEqual({
      date: expect.anything(),
      status: 'pending',
      note: 'Still closed.',
    });
    expect((await give(box, ['s', 's', 's'])).out).toMatch(/^long-storm .*\ntwo-ferries .*\nreopens /);
  });

  test('filters are those of list', async () => {
    expect((await give(sandbox(LEDGER), ['s'], '--text', 'STORM')).out).toMatch(/^long-storm /);
    expect((await give(sandbox(LEDGER), ['s'], '--overdue')).err).toBe('one claim pending; one answer\n');
    expect(await give(sandbox(LEDGER), [], '--status', 'confirmed')).toMatchObject({
      code: 0,
      err: 'no claims pending; 0 answers\n',
    });
    expect(await give(sandbox(LEDGER), ['s'], '--status', 'confirmed')).toMatchObject({
      code: 2,
      err: expect.stringContaining('answer 1 (line 1): no claim is pending'),
    });
  });
});

describe('answers', () => {
  test('confirm by an event of the ledger, refute by a new one, all in one command each', async () => {
    const box = sandbox(LEDGER);
    const answers = [
      'long-storm c storm-report --note It says: “two weeks”. --by A. Writer --label True',
      'reopens r --event The harbour is still closed: no ferry. --on 2024-04-01 --source https://example.org/a --date 2024-04-02',
    ];
    expect(await give(box, answers)).toEqual({
      code: 0,
      out: 'long-storm pending → confirmed (2024-04-10)\nreopens pending → refuted (2024-04-02)\n',
      err: 'one claim pending; 2 answers\n',
    });
    const { 'long-storm': storm, reopens } = claimsOf(box);
    expect(storm.verdicts.at(-1)).toMatchObject({
      status: 'confirmed',
      evidence: ['storm-report'],
      by: 'A. Writer',
      note: 'It says: “two weeks”.',
      label: 'True',
    });
    expect(reopens.verdicts.at(-1)).toMatchObject({ status: 'refuted', evidence: ['harbour-closed-no-ferry'] });
    expect(parse(box.read('ledger.yaml')).events[1]).toMatchObject({
      title: 'The harbour is still closed: no ferry.',
      sources: [{ url: 'https://example.org/a' }],
    });
    expect(box.read('ledger.yaml')).toContain('two-ferries # of old');
    // Once more, it is all there already.
    const before = box.read('ledger.yaml');
    expect((await give(box, answers)).out).toBe(
      'long-storm has that verdict already, confirmed (2024-04-10); nothing changed\n' +
        'reopens has that verdict already, refuted (2024-04-02); nothing changed\n',
    );
    expect(box.read('ledger.yaml')).toBe(before);
    await box.run(['undo']);
    expect(claimsOf(box).reopens.verdicts).toHaveLength(1);
  });

  test('what mark has to say of a verdict is said', async () => {
    const ran = await give(sandbox(LEDGER), [
      'nobody-drowned r storm-report',
      'two-ferries c storm-report --date 2024-01-30',
      'long-storm p --evidence storm-report --date 2024-01-20',
    ]);
    expect(ran.out.split('\n')).toEqual([
      'nobody-drowned confirmed → refuted (2024-04-10); a settled verdict is turned around: say why with --note, or check will report it',
      'two-ferries pending → confirmed (2024-01-30); the event storm-report happened after 2024-01-30, so check will report the verdict',
      'long-storm pending → pending (2024-01-20); today it stays pending, by the later verdict of 2024-02-01; the event storm-report happened after 2024-01-20, so check will report the verdict',
      '',
    ]);
  });

  test('edit stays at the claim, back and undo go back to it', async () => {
    const box = sandbox(LEDGER);
    const ran = await give(box, [
      'e --due 2024-05 --note Ask the port.',
      'c storm-report',
      'b',
      'u',
      'p',
      'u',
      'u',
      'q',
      'x',
    ]);
    expect(ran).toMatchObject({ code: 0, err: '3 claims pending; 7 answers\n' });
    expect(ran.out.split('\n')).toEqual([
      'reopens changed: due, note',
      'reopens pending → confirmed (2024-04-10)',
      'reopens back',
      'reopens taken back: pending → confirmed (2024-04-10)',
      'reopens pending → pending (2024-04-10)',
      'reopens taken back: pending → pending (2024-04-10)',
      'reopens taken back: changed: due, note',
      '',
    ]);
    expect(box.read('ledger.yaml')).toBe(LEDGER);
  });

  test('as JSON, and told as JSON', async () => {
    const box = sandbox(LEDGER);
    const answers = [
      { claim: 'two-f', verb: 'c', event: 'A timetable is found.', source: ['https://example.org/t'], on: '2024-03' },
      { claim: 'reopens', verb: 'p', note: 'Closed --on Monday.', evidence: ['storm-report'] },
      { claim: 'two-ferries', verb: 'c', evidence: ['timetable-found'] },
    ];
    const ran = await give(
      box,
      answers.map((one) => JSON.stringify(one)),
      '--json',
    );
    const [first, second, third] = JSON.parse(ran.out);
    expect(first).toEqual({
      answer: 1,
      line: 1,
      place: 'two-ferries',
      verb: 'c',
      ledger: 'ledger',
      id: 'two-ferries',
      changed: true,
      changes: [{ key: 'verdicts', from: 'pending', to: 'confirmed' }],
    });
    expect(second).toMatchObject({ id: 'reopens', changed: true });
    expect(third).toMatchObject({ id: 'two-ferries', changed: false, changes: [] });
    expect(claimsOf(box).reopens.verdicts[1]).toMatchObject({
      note: 'Closed --on Monday.',
      evidence: ['storm-report'],
    });
  });

  test('a dry run shows what all of them would change', async () => {
    const box = sandbox(LEDGER);
    const ran = await give(box, ['reopens c storm-report', 'reopens r storm-report --note No.', 'u'], '--dry-run');
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('+        status: confirmed') });
    expect(ran.out).not.toContain('refuted');
    expect(box.read('ledger.yaml')).toBe(LEDGER);
  });
});

describe('what cannot be done ends it, and what came before is written', () => {
  test.each([
    [
      'reopens c',
      /^factledger: answer 2 \(line 3\): confirmed needs evidence\n {2}Name an event.*\n {2}It was: reopens c\n {2}It stood at reopens: The harbour will/s,
    ],
    ['reopens r --on 2024-01-01', /--on tells of an event, and there is no --event/],
    ['reopens c no-such-event', /answer 2 \(line 3\): there is no event "no-such-event"/],
    ['no-such-claim p', /answer 2 \(line 3\): there is no claim "no-such-claim"/],
    ['reopens confirm', /there is no answer "confirm"\n {2}The answers are c, r, p, e, s, b, u, \?, q\./],
    ['reopens p --date soon', /--date: expected a day/],
    ['reopens e', /what is to change\? e takes --text/],
    ['{"claim": "reopens", "verb": "c", "events": 1, "evidnce": []}', /no "evidnce"; did you mean "evidence"/],
  ])('%s', async (line, message) => {
    const box = sandbox(LEDGER);
    const ran = await give(box, ['long-storm p A look.', '', line, 'two-ferries p Never reached.']);
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(message) });
    expect(ran.err).toMatch(
      /\n {2}What was answered before is written\.\n3 claims pending, one of them|3 claims pending, 1 of them/,
    );
    expect(claimsOf(box)['long-storm'].verdicts).toHaveLength(2);
    expect(claimsOf(box)['two-ferries']).not.toHaveProperty('verdicts');
  });
});

test('the claims of all ledgers in use; each answer is written to its own, and taken back there', async () => {
  const box = sandbox();
  const ledger = (id: string, date: string) =>
    `factledger: 1\narticle:\n  title: T\n  published: ${date}\nclaims:\n  - id: ${id}\n    text: Claim of ${id}.\n`;
  box.write('a.yaml', ledger('first', '2024-02-01'));
  box.write('b.yaml', ledger('second', '2024-01-01'));
  const files = ['-f', 'a.yaml', '-f', 'b.yaml'];
  const ran = await give(
    box,
    ['p Looked.', 'p Looked, too.', 'b', 'u', 'u', 'first c --event E --source https://e.org'],
    ...files,
  );
  expect(ran.out.split('\n')).toEqual([
    'b/second pending → pending (2024-04-10)',
    'a/first pending → pending (2024-04-10)',
    'b/second back',
    'a/first taken back: pending → pending (2024-04-10)',
    'b/second taken back: pending → pending (2024-04-10)',
    'a/first pending → confirmed (2024-04-10)',
    '',
  ]);
  expect(box.read('b.yaml')).toBe(ledger('second', '2024-01-01'));
  expect(parse(box.read('a.yaml')).claims[0].verdicts).toHaveLength(1);
  const dry = await give(box, ['a/first p', 'second p'], ...files, '--dry-run', '--json');
  expect(JSON.parse(dry.out)).toMatchObject([{ ledger: 'a' }, { ledger: 'b' }]);
  expect((await give(box, ['s'], ...files, '--ledger', 'a')).err).toContain('no claim is pending');
});

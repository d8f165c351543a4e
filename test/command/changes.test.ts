import { describe, expect, test } from 'vitest';
import { gitAt } from '../git.ts';
import { HARBOUR, type Sandbox, sandbox } from '../sandbox.ts';

const env = { FACTLEDGER_TODAY: '2024-06-01' };
const run = (box: Sandbox, ...argv: string[]) => box.run(['changes', ...argv], { env });

/** What it tells a program. */
async function told(box: Sandbox, ...argv: string[]) {
  const { code, out, err } = await run(box, ...argv, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

const NOTHING = { verdicts: [], claims: [], events: [], corrections: [], withdrawals: [], overdue: [], layout: 0 };

/** A repository whose commits are a ledger as it was, one a month from January 2024 on, at noon of the 10th. */
function history(...states: readonly Readonly<Record<string, string | null>>[]): Sandbox {
  const box = sandbox();
  gitAt(null)(box, 'init', '-q');
  box.write('.factledger.yaml', 'ledgers: ["*.yaml"]\n');
  for (const [at, state] of states.entries()) {
    const git = gitAt(`2024-0${at + 1}-10T12:00:00Z`);
    for (const [name, text] of Object.entries(state)) {
      if (text === null) git(box, 'rm', '-q', name);
      else box.write(name, text);
    }
    git(box, 'add', '-A');
    git(box, 'commit', '-q', '--allow-empty', '-m', `State ${at}`);
  }
  return box;
}

const LEDGER = `factledger: 1
article: { title: T, author: A. Writer, published: 2024-01-05 }
claims:
  - id: port
    text: The port opens.
    speaker: Minister
    due: 2024-04
    verdicts:
      - { date: 2024-01-08, status: pending, evidence: [dredger] }
      - { date: 2024-03-01, status: confirmed, evidence: [ferry], note: It docked., by: kl, label: True }
  - id: cost
    text: It costs 3 million.
    anchors: [{ paragraph: 1 }]
events:
  - { id: dredger, date: 2024-01-07, title: The dredger is late. }
  - { id: ferry, date: 2024-03-01, title: The first ferry docks., sources: [{ publisher: Port, url: 'https://example.org/f' }] }
`;

describe('by dates', () => {
  test('what is dated after FROM, up to and including TO', async () => {
    const box = sandbox(LEDGER);
    const between = await told(box, '2024-01-08', '2024-03-01');
    expect(between).toEqual({
      from: '2024-01-08',
      to: '2024-03-01',
      by: 'date',
      ...NOTHING,
      verdicts: [
        {
          ledger: 'ledger',
          claim: 'port',
          text: 'The port opens.',
          speaker: ['Minister'],
          date: '2024-03-01',
          from: 'pending',
          to: 'confirmed',
          reversal: false,
          late: false,
          evidence: [
            {
              event: 'ferry',
              title: 'The first ferry docks.',
              date: '2024-03-01',
              sources: [
                {
                  publisher: 'Port',
                  title: null,
                  url: 'https://example.org/f',
                  file: null,
                  date: null,
                  archived: null,
                  note: null,
                  formerly: [],
                },
              ],
            },
          ],
          note: 'It docked.',
          label: 'True',
          by: 'kl',
        },
      ],
      events: [{ ledger: 'ledger', event: 'ferry', date: '2024-03-01', title: 'The first ferry docks.' }],
      layout: null,
    });
    expect(Object.keys(between)).toEqual(
      'from to by verdicts claims events corrections withdrawals overdue layout'.split(' '),
    );
  });

  test('new claims, reversals, withdrawals, what became overdue', async () => {
    const box = sandbox(`factledger: 1
article: { title: T, author: A. Writer }
claims:
  - { id: old, text: Old., said: 2024-01-01, due: 2024-02, verdicts: [
      { date: 2024-01-02, status: confirmed, withdrawn: { date: 2024-03-05, reason: Wrong. } } ] }
  - { id: turned, text: Turned., said: 2024-01-01, verdicts: [
      { date: 2024-01-02, status: confirmed }, { date: 2024-03-01, status: refuted } ] }
  - { id: new, text: New., said: 2024-03-02 }
  - { id: joined, text: Joined., said: 2024-01-01, added: 2024-03-05 }
  - { id: gone, text: Gone., said: 2024-01-01, withdrawn: { date: 2024-03-05, reason: Two., instead: [joined] } }
  - { id: later, text: Later., said: 2024-04-01 }
  - { id: unknown, text: No day. }
`);
    const changes = await told(box, '2024-03', '2024-03');
    expect(changes).toMatchObject({ from: '2024-03-01', to: '2024-03-31' });
    expect(changes.verdicts).toEqual([]);
    expect(changes.claims.map(({ claim }: { claim: string }) => claim)).toEqual(['new', 'joined']);
    expect(changes.claims[0]).toEqual({
      ledger: 'ledger',
      claim: 'new',
      text: 'New.',
      speaker: ['A. Writer'],
      said: '2024-03-02',
    });
    expect(changes.withdrawals).toEqual([
      { ledger: 'ledger', claim: 'old', date: '2024-03-05', reason: 'Wrong.', verdict: '2024-01-02', instead: [] },
      { ledger: 'ledger', claim: 'gone', date: '2024-03-05', reason: 'Two.', verdict: null, instead: ['joined'] },
    ]);
    expect(changes.overdue).toEqual([{ ledger: 'ledger', claim: 'old', text: 'Old.', due: '2024-02' }]);
    const [reversal] = (await told(box, '2024-02-28', '2024-03-01')).verdicts;
    expect(reversal).toMatchObject({ claim: 'turned', from: 'confirmed', to: 'refuted', reversal: true });
  });

  test('a verdict entered after one with a later date is late', async () => {
    const box = sandbox(
      LEDGER.replace('label: True }', 'label: True }\n      - { date: 2024-02-01, status: refuted }'),
    );
    const { verdicts } = await told(box, '2024-01-08', 'today');
    expect(verdicts.map(({ date, late, from, to }: Record<string, unknown>) => [date, late, from, to])).toEqual([
      ['2024-03-01', false, 'refuted', 'confirmed'],
      ['2024-02-01', true, 'pending', 'refuted'],
    ]);
  });

  test.each([
    [['2024-03-02'], 'today', []],
    [['4m'], '2024-02-01', ['port']],
    [['2024-03-01', 'yesterday'], '2024-03-01', []],
    [['--since', '2024-03-01'], '2024-02-29', ['port']],
    [['--since', '2024-03'], '2024-02-29', ['port']],
    [['--since', '2024-03-02'], '2024-03-01', []],
    [['2024-01-31', '--as-of', '2024-02'], '2024-01-31', []],
    [['2024-01-31', '2025', '--as-of', '2024-02'], '2024-01-31', []],
    [[], '2024-05-25', []],
  ])('%j', async (argv, from, claims) => {
    const changes = await told(sandbox(LEDGER), ...argv);
    expect(changes.by).toBe('date');
    if (from !== 'today') expect(changes.from).toBe(from);
    expect(changes.verdicts.map(({ claim }: { claim: string }) => claim)).toEqual(claims);
  });

  test('it says what dates cannot tell', async () => {
    const { out } = await run(sandbox(LEDGER), '2024-05-01');
    expect(out).toContain('After 2024-05-01, up to 2024-06-01, by the dates in the ledger\n');
    expect(out).toContain('nothing changed\n');
    expect(out).toContain('Dates do not tell what was corrected or lost');
  });

  test('standard input', async () => {
    const { out } = await sandbox().run(['changes', '2024-02', '-f', '-', '--json'], { env, stdin: LEDGER });
    expect(JSON.parse(out).verdicts).toHaveLength(1);
  });
});

describe('what is refused', () => {
  test.each([
    [['2024-01-01', 'HEAD'], '2024-01-01 is a day, and "HEAD" a git revision: the two are never mixed'],
    [['HEAD', 'friday'], '2024-05-31 is a day, and "HEAD" a git revision'],
    [['2024-03-02', '2024-03-01'], '2024-03-02 is after 2024-03-01'],
    [['2024-02-30'], 'there is no day 2024-02-30'],
    [['--since', 'friday', '2024-01-01'], '--since stands in place of FROM and TO'],
    [['--since', 'HEAD'], '--since: expected'],
    [['none'], 'there is no revision "none"'],
    [['03.04.2022'], 'there is no revision "03.04.2022"'],
    [['rev:friday'], 'there is no revision "friday"'],
    [['HEAD', 'none'], 'there is no revision "none"'],
    [['--output=x'], "unknown option '--output"],
    [['--', '--output=x'], 'there is no revision "--output=x"'],
  ])('%j', async (argv, message) => {
    const { code, out, err } = await run(history({ 'ledger.yaml': LEDGER }), ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('a revision where there is no git', async () => {
    const { code, err } = await run(sandbox(LEDGER), 'main');
    expect(code).toBe(2);
    expect(err).toContain('"main" is no day, and for a git revision the ledgers must be in a git work tree');
  });

  test('a broken ledger', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    box.write('ledger.yaml', LEDGER.replace('text: The port opens.', ''));
    expect(await run(box, 'HEAD')).toMatchObject({ code: 2, out: '' });
  });
});

describe('by revisions', () => {
  test('nothing, where nothing changed', async () => {
    const box = history({ 'ledger.yaml': LEDGER }, {});
    expect(await told(box, 'HEAD~1', 'HEAD')).toEqual({ from: 'HEAD~1', to: 'HEAD', by: 'revision', ...NOTHING });
    expect(await told(box)).toEqual({ from: 'HEAD', to: null, by: 'revision', ...NOTHING });
    expect((await run(box)).out).toMatch(
      /^From HEAD \([0-9a-f]{12}, 2024-02-10\) to the ledgers as they stand\n\nnothing changed\n$/,
    );
  });

  test('what a branch changes, by its merge base', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    const git = gitAt('2024-02-10T12:00:00Z');
    git(box, 'switch', '-q', '-c', 'branch');
    box.write('ledger.yaml', LEDGER.replace('title: T,', 'title: U,'));
    git(box, 'commit', '-q', '-a', '-m', 'Branch');
    git(box, 'switch', '-q', 'main');
    box.write('ledger.yaml', LEDGER.replace('It costs', 'It will cost'));
    git(box, 'commit', '-q', '-a', '-m', 'Main');
    git(box, 'switch', '-q', 'branch');
    const keys = (changes: { corrections: { key: string }[] }) => changes.corrections.map(({ key }) => key);
    expect(keys(await told(box, 'main...', 'HEAD'))).toEqual(['title']);
    expect(keys(await told(box, 'main', 'HEAD'))).toEqual(['title', 'text']);
  });

  test('a verdict that is written anew is lost, and another is there', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    box.write('ledger.yaml', LEDGER.replace('status: confirmed', 'status: refuted'));
    const { corrections, verdicts } = await told(box, 'HEAD');
    expect(corrections).toMatchObject([{ claim: 'port', key: 'verdicts', from: { status: 'confirmed' }, to: null }]);
    expect(verdicts).toMatchObject([{ claim: 'port', from: 'pending', to: 'refuted', late: false }]);
  });

  test('a ledger that git is told to ignore has no history: dates are compared', async () => {
    const box = history({ 'ledger.yaml': LEDGER, '.gitignore': 'own.yaml\n' });
    box.write('own.yaml', HARBOUR);
    expect(await told(box)).toMatchObject({ by: 'date' });
    expect((await run(box, 'HEAD')).err).toContain('a git work tree that does not ignore them');
  });

  test('a branch whose name reads as a day', async () => {
    const box = history({ 'ledger.yaml': LEDGER }, {});
    gitAt(null)(box, 'branch', 'friday', 'HEAD~1');
    expect(await told(box, 'rev:friday')).toMatchObject({ by: 'revision', from: 'friday' });
    expect(await told(box, 'friday')).toMatchObject({ by: 'date', from: '2024-05-31' });
  });

  test('verdicts, reversals first, late ones marked', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    box.write(
      'ledger.yaml',
      LEDGER.replace(
        'label: True }',
        `label: True }
      - { date: 2024-02-01, status: pending }
      - { date: 2024-05-01, status: refuted, evidence: [ferry] }`,
      ).replace('anchors:', 'verdicts: [{ date: 2024-04-01, status: confirmed }]\n    anchors:'),
    );
    const { verdicts, ...rest } = await told(box, 'HEAD');
    expect({ verdicts: [], ...rest }).toMatchObject(NOTHING);
    expect(
      verdicts.map(({ claim, date, from, to, reversal, late }: Record<string, unknown>) => [
        claim,
        date,
        from,
        to,
        reversal,
        late,
      ]),
    ).toEqual([
      ['port', '2024-05-01', 'confirmed', 'refuted', true, false],
      ['port', '2024-02-01', 'pending', 'pending', false, true],
      ['cost', '2024-04-01', 'pending', 'confirmed', false, false],
    ]);
    const { out } = await run(box, 'HEAD');
    expect(out.match(/^[A-Z][a-z ]+$/gm)).toEqual(['Reversed', 'Settled', 'Entered later']);
    expect(out).toContain('Minister · 2024-02-01 · entered later');
  });

  test('a verdict dated before all that stood is late, wherever it was put', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    box.write(
      'ledger.yaml',
      LEDGER.replace('verdicts:\n', 'verdicts:\n      - { date: 2024-01-06, status: refuted }\n'),
    );
    expect((await told(box, 'HEAD')).verdicts).toMatchObject([{ date: '2024-01-06', late: true }]);
  });

  test('corrections name the key, and a renamed record is the same', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    box.write(
      'ledger.yaml',
      LEDGER.replace('id: cost', 'id: price\n    formerly: [cost]\n    kind: promise\n    said: 2024-01-04')
        .replace('text: It costs 3 million.', 'text: It costs 4 million.')
        .replace('{ id: dredger, date: 2024-01-07', '{ id: late-dredger, formerly: [dredger], date: 2024-01-06')
        .replace('evidence: [dredger]', 'evidence: [late-dredger]')
        .replace('title: T,', 'title: Title,')
        .replace('note: It docked.', 'note: It did dock.'),
    );
    const { corrections, ...rest } = await told(box, 'HEAD');
    expect({ corrections: [], ...rest }).toMatchObject(NOTHING);
    const verdict = {
      date: '2024-03-01',
      status: 'confirmed',
      evidence: ['ferry'],
      by: 'kl',
      label: 'True',
      withdrawn: null,
    };
    const row = (claim: string | null, event: string | null, key: string, from: unknown, to: unknown) => {
      return { ledger: 'ledger', claim, event, key, from, to };
    };
    expect(corrections).toEqual([
      row(null, null, 'title', 'T', 'Title'),
      row('port', null, 'verdicts', { ...verdict, note: 'It docked.' }, { ...verdict, note: 'It did dock.' }),
      row('price', null, 'id', 'cost', 'price'),
      row('price', null, 'text', 'It costs 3 million.', 'It costs 4 million.'),
      row('price', null, 'kind', 'fact', 'promise'),
      row('price', null, 'said', '2024-01-05', '2024-01-04'),
      row(null, 'late-dredger', 'id', 'dredger', 'late-dredger'),
      row(null, 'late-dredger', 'date', '2024-01-07', '2024-01-06'),
    ]);
  });

  test('what is lost comes first', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    box.write(
      'ledger.yaml',
      LEDGER.replace(/ {6}- \{ date: 2024-01-08.*\n/, '')
        .replace(/ {2}- id: cost\n.*\n.*\n/, '')
        .replace(/ {2}- \{ id: dredger.*\n/, ''),
    );
    const { corrections } = await told(box, 'HEAD');
    expect(corrections.map(({ claim, event, key, to }: Record<string, unknown>) => [claim, event, key, to])).toEqual([
      ['port', null, 'verdicts', null],
      ['cost', null, 'id', null],
      [null, 'dredger', 'id', null],
    ]);
    const { out } = await run(box, 'HEAD');
    expect(out).toContain('Lost\n  port  verdict gone: pending (2024-01-08)\n    The port opens.\n');
    expect(out).toContain('  cost  claim gone\n    It costs 3 million.\n');
  });

  test('withdrawals, and what became overdue', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    box.write(
      'ledger.yaml',
      LEDGER.replace('label: True }', 'label: True, withdrawn: { date: 2024-05-02, reason: Another ferry. } }').replace(
        'anchors:',
        'withdrawn: { date: 2024-05-03, reason: Twice., instead: [port] }\n    anchors:',
      ),
    );
    const { withdrawals, overdue, ...rest } = await told(box, 'HEAD');
    expect({ overdue: [], withdrawals: [], ...rest }).toMatchObject(NOTHING);
    expect(withdrawals).toEqual([
      {
        ledger: 'ledger',
        claim: 'port',
        date: '2024-05-02',
        reason: 'Another ferry.',
        verdict: '2024-03-01',
        instead: [],
      },
      { ledger: 'ledger', claim: 'cost', date: '2024-05-03', reason: 'Twice.', verdict: null, instead: ['port'] },
    ]);
    expect(overdue).toEqual([{ ledger: 'ledger', claim: 'port', text: 'The port opens.', due: '2024-04' }]);
  });

  test('layout, anchors and working notes are a count', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    box.write(
      'ledger.yaml',
      LEDGER.replace('text: The port opens.', 'text: "The port   opens."')
        .replace('paragraph: 1', 'paragraph: 2')
        .replace('{ id: dredger, date: 2024-01-07,', '{ date: 2024-01-07, id: dredger,')
        .replace('claims:', '# A comment.\n\nclaims:'),
    );
    expect(await told(box, 'HEAD')).toMatchObject({ ...NOTHING, layout: 3 });
    expect((await run(box, 'HEAD')).out).toContain(
      '3 records changed in form only: layout, anchors or working notes\n',
    );
    box.write('ledger.yaml', LEDGER.replace('anchors:', 'note: Ask the port.\n    anchors:'));
    expect(await told(box, 'HEAD')).toMatchObject({ ...NOTHING, layout: 1 });
  });

  test('a record that is put elsewhere, or has others put beside it, did not change', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    const [, claims = '', events = ''] = /^claims:\n([\s\S]*)^events:\n([\s\S]*)$/m.exec(LEDGER) ?? [];
    const head = LEDGER.slice(0, LEDGER.indexOf('claims:'));
    box.write(
      'ledger.yaml',
      `${head}events:\n${events}  - { id: third, date: 2024-05, title: Third. }\n\nclaims:\n${claims}  - { id: new, text: New. }\n`,
    );
    expect(await told(box, 'HEAD')).toMatchObject({
      ...NOTHING,
      claims: [{ claim: 'new', said: '2024-01-05' }],
      events: [{ event: 'third', date: '2024-05' }],
    });
  });

  test('claims and events that moved to another ledger, and ledgers that came and went', async () => {
    const box = history({ 'a.yaml': LEDGER, 'old.yaml': HARBOUR });
    const port = LEDGER.slice(LEDGER.indexOf('  - id: port'), LEDGER.indexOf('  - id: cost'));
    box.write('a.yaml', LEDGER.replace(port, '').replace(/ {2}- \{ id: ferry.*\n/, ''));
    box.write('b.yaml', `factledger: 1\narticle: { title: B }\nclaims:\n${port}events:${LEDGER.split('events:')[1]}`);
    gitAt(null)(box, 'rm', '-q', 'old.yaml');
    const { corrections, verdicts, claims, events } = await told(box, 'HEAD');
    expect({ verdicts, claims, events }).toEqual({ verdicts: [], claims: [], events: [] });
    expect(
      corrections.map(({ ledger, claim, event, key, from, to }: Record<string, unknown>) => [
        ledger,
        claim ?? event,
        key,
        from,
        to,
      ]),
    ).toEqual([
      ['old', null, 'ledger', 'old.yaml', null],
      ['b', null, 'ledger', null, 'b.yaml'],
      ['b', 'port', 'ledger', 'a', 'b'],
      ['old', 'harbour-reopens', 'id', 'harbour-reopens', null],
      ['old', 'harbour-reopens', 'verdicts', expect.anything(), null],
      ['old', 'ferries-sail', 'id', 'ferries-sail', null],
      ['old', 'harbour-ugly', 'id', 'harbour-ugly', null],
      ['old', 'dredging-late', 'id', 'dredging-late', null],
    ]);
  });

  test('a ledger of another name is the same ledger', async () => {
    const box = history({ 'a.yaml': LEDGER, 'c.yaml': HARBOUR });
    gitAt(null)(box, 'mv', 'a.yaml', 'b.yaml');
    expect(await told(box, 'HEAD')).toMatchObject({
      ...NOTHING,
      overdue: [{ ledger: 'c', claim: 'harbour-reopens' }],
      corrections: [{ ledger: 'b', claim: null, event: null, key: 'ledger', from: 'a.yaml', to: 'b.yaml' }],
    });
  });

  test('a ledger that a sparse checkout leaves out is not gone', async () => {
    const box = history({ 'a.yaml': LEDGER, 'b/c.yaml': HARBOUR, '.factledger.yaml': 'ledgers: ["**/*.yaml"]\n' }, {});
    gitAt(null)(box, 'sparse-checkout', 'set', '--no-cone', '/*', '!/b/');
    expect(() => box.read('b/c.yaml')).toThrow();
    expect(await told(box, 'HEAD~1')).toMatchObject({ corrections: [], claims: [] });
  });

  test('all ledgers gone are told of, not refused', async () => {
    const box = history({ 'ledger.yaml': LEDGER }, { 'ledger.yaml': null });
    const { corrections } = await told(box, 'HEAD~1', 'HEAD');
    expect(corrections.filter(({ key }: { key: string }) => key === 'verdicts')).toHaveLength(2);
    expect((await told(box, 'HEAD~1')).corrections).toEqual(corrections);
  });

  test('as of a day, without what is dated later', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    box.write(
      'ledger.yaml',
      LEDGER.replace('anchors:', 'verdicts: [{ date: 2024-04-01, status: confirmed }]\n    anchors:'),
    );
    expect((await told(box, 'HEAD')).verdicts).toHaveLength(1);
    expect((await told(box, 'HEAD', '--as-of', '2024-03-31')).verdicts).toEqual([]);
  });
});

describe('--format markdown', () => {
  test('is Markdown in which a claim is text alone', async () => {
    const hostile = '<b>@everyone</b> #12 [x](https://evil.example) *y*';
    const box = history({ 'ledger.yaml': LEDGER });
    box.write(
      'ledger.yaml',
      LEDGER.replace(
        'anchors:',
        `verdicts: [{ date: 2024-04-01, status: refuted, evidence: [shut], note: "- ${hostile}" }]`,
      )
        .replace('text: It costs 3 million.', `text: "${hostile}"`)
        .replace('[{ paragraph: 1 }]', '')
        .concat(
          `  - { id: shut, date: 2024-04-01, title: "${hostile}", sources: [{ publisher: "${hostile}", url: 'https://example.org/a_(b)' }] }\n`,
        ),
    );
    const { code, out, err } = await run(box, 'HEAD', '--format', 'markdown');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.replaceAll('\u200b', '|')).toBe(
      `## What changed

${out.split('\n')[2]}

### Settled

- **pending → refuted** &lt;b&gt;@|everyone&lt;/b&gt; #|12 \\[x\\](https:|//evil.example) \\*y\\* (A. Writer, 2024-04-01, \`cost\`)
  > \\- &lt;b&gt;@|everyone&lt;/b&gt; #|12 \\[x\\](https:|//evil.example) \\*y\\*
  - 2024-04-01: &lt;b&gt;@|everyone&lt;/b&gt; #|12 \\[x\\](https:|//evil.example) \\*y\\* ([&lt;b&gt;@|everyone&lt;/b&gt; #|12 \\[x\\](https:|//evil.example) \\*y\\*](https://example.org/a_%28b%29))

### Corrected

- **text** (It costs 3 million. → &lt;b&gt;@|everyone&lt;/b&gt; #|12 \\[x\\](https:|//evil.example) \\*y\\*, \`cost\`)
`,
    );
  });

  test('nothing changed', async () => {
    const { out } = await run(history({ 'ledger.yaml': LEDGER }), 'HEAD', '--format', 'markdown');
    expect(out).toMatch(/^## What changed\n\nFrom HEAD \(.*\) to the ledgers as they stand\.\n\nNothing changed\.\n$/);
  });
});

describe('--since', () => {
  const earlier = LEDGER.replace(/ {6}- \{ date: 2024-03-01.*\n/, '');

  test('compares with the last commit before that day, and says so', async () => {
    const box = history({ 'ledger.yaml': earlier }, { 'ledger.yaml': LEDGER });
    const [first] = gitAt(null)(box, 'rev-list', '--reverse', 'HEAD').split('\n');
    const changes = await told(box, '--since', '2024-02-10');
    expect(changes).toMatchObject({ by: 'revision', from: first, to: null });
    expect(changes.verdicts).toMatchObject([{ claim: 'port', to: 'confirmed' }]);
    expect((await told(box, '--since', '2024-02-11')).verdicts).toEqual([]);
    expect((await run(box, '--since', '2024-02-10')).out).toMatch(
      /^From the last commit before 2024-02-10 \([0-9a-f]{12}, 2024-01-10\) to the ledgers as they stand\n/,
    );
  });

  test('says so where commits were not fetched', async () => {
    const box = history({ 'ledger.yaml': earlier }, { 'ledger.yaml': LEDGER });
    const clone = sandbox();
    gitAt(null)(clone, 'clone', '-q', '--depth', '1', `file://${box.folder}`, 'clone');
    const { out } = await clone.run(['changes', '--since', '2024-02-10'], { env, cwd: 'clone' });
    expect(out).toContain('no commit that was fetched is older');
  });

  test('goes by dates where there is none, and says so', async () => {
    const box = history({ 'ledger.yaml': LEDGER });
    expect(await told(box, '--since', '2024-01-10')).toMatchObject({ by: 'date', from: '2024-01-09' });
    expect((await run(box, '--since', '2024-01-10')).out).toContain(
      '(since 2024-01-10; no commit is older), by the dates',
    );
  });
});

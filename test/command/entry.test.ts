import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { HARBOUR, sandbox } from '../sandbox.ts';

describe('the first page and the help', () => {
  test('without a word, a short page', async () => {
    const { code, out, err } = await sandbox().run([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').length).toBeLessThan(24);
    for (const verb of ['init', 'add', 'mark', 'cite', 'anchor', 'list', 'show', 'log', 'check', 'coverage']) {
      expect(out).toMatch(new RegExp(`^.{12}${verb} +\\S`, 'm'));
    }
  });

  test('--help lists all verbs by what they are for', async () => {
    const { out } = await sandbox().run(['--help']);
    expect(Array.from(out.matchAll(/^(\w+):$/gm), ([, heading]) => heading)).toEqual([
      'Options',
      'Start',
      'Write',
      'Correct',
      'Look',
      'Follow',
      'Check',
      'Help',
    ]);
    expect(out).toMatch(/Check:\n {2}check .*\n {2}coverage .*\n {2}schema /);
  });

  test("a verb's page has its examples right after its usage", async () => {
    const { out } = await sandbox().run(['mark', '--help']);
    expect(out).toMatch(/^factledger mark – .*\n\nUsage:\n.*\n\nExamples:\n/);
  });

  test.each([
    ['--verson', 'Did you mean --version?'],
    ['version', 'The version is printed by: factledger --version'],
    ['lst', 'Did you mean list or log?'],
  ])('%s is answered with what was meant', async (typed, advice) => {
    const { code, err } = await sandbox().run([typed]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(advice) });
  });
});

describe('--json', () => {
  test.each([
    ['list'],
    ['events'],
    ['show', 'ferries-sail'],
    ['log'],
    ['stats'],
    ['check'],
    ['coverage'],
    ['mark', 'pending', 'ferries-sail', '--dry-run'],
  ])('%s', async (...argv) => {
    const run = (...more: string[]) => sandbox(HARBOUR).run([...argv, ...more]);
    expect((await run('--json')).out).toBe((await run('--format', 'json')).out);
    expect((await run('--json', '--format', 'json')).code).toBe((await run('--format', 'json')).code);
  });

  test('with another format it is refused', async () => {
    const { code, err } = await sandbox(HARBOUR).run(['list', '--json', '--format', 'csv']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('--json and --format csv are two formats') });
  });
});

describe('$FACTLEDGER_TODAY', () => {
  const env = { FACTLEDGER_TODAY: '2024-02-03' };

  test('is today', async () => {
    const box = sandbox(HARBOUR);
    await box.run(['mark', 'pending', 'ferries-sail'], { env });
    expect(box.read('ledger.yaml')).toContain('date: 2024-02-03');
    expect(JSON.parse((await box.run(['list', '--json'], { env })).out)[0].overdue).toBe(false);
    expect((await box.run(['check', '--rule', 'future-date'], { env })).out).toContain(
      '2024-03-12, which is after today',
    );
  });

  test('is a day, or nothing', async () => {
    const run = (day: string) => sandbox(HARBOUR).run(['list'], { env: { FACTLEDGER_TODAY: day } });
    expect((await run('')).code).toBe(0);
    expect(await run('2024-02')).toMatchObject({
      code: 2,
      err: expect.stringContaining('$FACTLEDGER_TODAY: expected a day'),
    });
  });
});

describe('show ledger:NAME', () => {
  test('prints the article, the counts and where it is', async () => {
    const box = sandbox(HARBOUR);
    const [shown, ...more] = JSON.parse((await box.run(['show', 'ledger:ledger', '--json'])).out);
    expect(more).toEqual([]);
    expect(shown).toEqual({
      type: 'ledger',
      ledger: 'ledger',
      file: 'ledger.yaml',
      article: {
        title: 'Harbour to reopen by spring, minister says',
        author: ['A. Writer'],
        publisher: null,
        published: '2024-01-09',
        url: null,
        language: null,
        text: null,
      },
      total: 3,
      checkable: 2,
      confirmed: 0,
      pending: 2,
      refuted: 0,
      overdue: 1,
      withdrawn: 0,
    });
    const { out } = await box.run(['show', 'ledger:ledger', 'ferries-sail']);
    expect(out).toContain('3 claims: 0 confirmed, 2 pending, 0 refuted');
    expect(out).toContain('ferries-sail');
    expect((await box.run(['show', 'ledger:other'])).err).toContain('there is no ledger "other"');
  });
});

describe('dates in other forms', () => {
  test.each([
    ['30.11.2025', '2025-11-30'],
    ['11/30/2025', '2025-11-30'],
    ['30/11/2025', '2025-11-30'],
    ['20251130', '2025-11-30'],
    ['2025-11-30T10:00:00Z', '2025-11-30'],
    ['2025-11-30 23:59', '2025-11-30'],
    ['30 November 2025', '2025-11-30'],
    ['Nov 30, 2025', '2025-11-30'],
    ['05.05.2025', '2025-05-05'],
    ['2025/11/30', '2025-11-30'],
  ])('%s: only one day can be meant', async (typed, day) => {
    const { code, err } = await sandbox(HARBOUR).run(['add', 'A', '--said', typed]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`did you mean ${day}?`) });
  });

  test.each(['03.04.2025', '2027-Q1', '31.02.2025', '11.30.25', 'soon', '20251332'])(
    '%s: the form to use',
    async (typed) => {
      const { code, err } = await sandbox(HARBOUR).run(['add', 'A', '--said', typed]);
      expect(code).toBe(2);
      expect(err).toContain('YYYY-MM-DD');
      expect(err).not.toContain('did you mean');
    },
  );
});

describe('which ledger is written', () => {
  const OTHER = 'factledger: 1\narticle: { title: Other }\n';

  test('of those that the configuration chose, the one of the current folder', async () => {
    const box = sandbox(HARBOUR);
    box.write('n/ledger.yaml', OTHER);
    box.write('.factledger.yaml', 'ledgers: ["**/ledger.yaml"]\n');
    expect((await box.run(['add', 'New.'], { cwd: 'n' })).code).toBe(0);
    expect(box.read('n/ledger.yaml')).toContain('New.');
    expect((await box.run(['add', 'Another.'])).code).toBe(0);
    expect(box.read('ledger.yaml')).toContain('Another.');
  });

  test('-f and $FACTLEDGER_FILE are not overridden', async () => {
    const box = sandbox(HARBOUR);
    box.write('n/ledger.yaml', OTHER);
    box.write('.factledger.yaml', 'ledgers: ["**/ledger.yaml"]\n');
    const env = { FACTLEDGER_FILE: 'ledger.yaml:n' };
    for (const ran of [await box.run(['add', 'A', '-f', '.']), await box.run(['add', 'A'], { env })]) {
      expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('say which with --ledger NAME') });
    }
  });
});

describe('what a mark says besides', () => {
  test('that it overrides the verdict of somebody else, or turns one around without a word', async () => {
    const box = sandbox(HARBOUR);
    const mark = (status: string, ...more: string[]) =>
      box.run(['mark', status, 'ferries-sail', '--evidence', 'dredging-late', '--date', '2024-04-01', ...more]);
    await mark('confirmed', '--by', 'kl');
    const { err } = await mark('refuted', '--by', 'xy');
    expect(err).toContain('this takes the place of the verdict by kl of the same day');
    expect(err).toContain('say why with --note');
    expect((await mark('confirmed', '--by', 'xy', '--note', 'N')).err).toBe('');
  });
});

test('an unknown key may come from a newer program', async () => {
  const { err } = await sandbox(`${HARBOUR}zzz: 1\n`).run(['list']);
  expect(err).toMatch(/a newer factledger may have written it \(this is \d+\.\d+\.\d+\)/);
});

test('two ledgers of one article are told of, each', async () => {
  const box = sandbox();
  for (const name of ['a', 'b']) {
    box.write(`l/${name}.yaml`, 'factledger: 1\narticle: { title: T, url: "https://example.org/x" }\n');
  }
  const { out } = await box.run(['check', '-f', 'l', '--rule', 'duplicate-article']);
  expect(out).toMatch(
    /l\/a\.yaml.*l\/b\.yaml is of the same article[\s\S]*l\/b\.yaml.*l\/a\.yaml is of the same article/,
  );
});

test('a limited list says of how many, in a terminal', async () => {
  const { out } = await sandbox(HARBOUR).run(['list', '--limit', '1'], { terminal: { columns: 100 } });
  expect(out).toContain('1 of 3 claims: 0 confirmed, 1 pending');
  const all = await sandbox(HARBOUR).run(['list'], { terminal: { columns: 100, colors: 1 } });
  // None refuted is nothing to be red about.
  expect(all.out).not.toMatch(/\[31m0 refuted/);
});

test('record and mark take the id of an event, and the archived copy of its source', async () => {
  const box = sandbox(HARBOUR);
  const source = ['--source', 'https://example.org/a', '--archived', 'https://example.org/copy'];
  const event = ['--event', 'They sail.', '--event-id', 'sailing', '--on', '2024-04-01', ...source];
  expect((await box.run(['mark', 'confirmed', 'ferries-sail', ...event])).code).toBe(0);
  expect((await box.run(['record', 'More sail.', '--id', 'more', ...source])).code).toBe(0);
  for (const found of parse(box.read('ledger.yaml')).events.slice(1)) {
    expect(found.sources).toEqual([{ url: 'https://example.org/a', archived: 'https://example.org/copy' }]);
  }
  const stray = await box.run(['mark', 'pending', 'ferries-sail', '--event-id', 'x']);
  expect(stray.err).toContain('--event-id tells of an event, and there is no --event');
  const two = await box.run(['record', 'X', ...source, '--source', 'https://example.org/b']);
  expect(two.err).toContain('--archived is the copy of one report');
});

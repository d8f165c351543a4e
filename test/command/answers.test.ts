import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { HARBOUR, sandbox } from '../sandbox.ts';

const ledger = (claims: string, rest = '') => `factledger: 1\narticle: { title: T }\nclaims:\n${claims}${rest}`;

describe('since', () => {
  const claim = (...verdicts: [date: string, status: string][]) =>
    `  - id: a\n    text: A\n    verdicts: [${verdicts.map(([date, status]) => `{ date: ${date}, status: ${status} }`).join(', ')}]\n`;
  const since = async (text: string, ...argv: string[]) =>
    JSON.parse((await sandbox(text).run(['list', '--format', 'json', ...argv])).out)[0].since;

  test('is the first day of the unbroken run of a status', async () => {
    expect(await since(ledger(claim(['2024-01-01', 'confirmed'], ['2024-02-01', 'confirmed'])))).toBe('2024-01-01');
    expect(
      await since(ledger(claim(['2024-01-01', 'confirmed'], ['2024-02-01', 'refuted'], ['2024-03-01', 'confirmed']))),
    ).toBe('2024-03-01');
    // Whatever their order in the file.
    expect(
      await since(ledger(claim(['2024-03-01', 'refuted'], ['2024-01-01', 'confirmed'], ['2024-02-01', 'refuted']))),
    ).toBe('2024-02-01');
  });

  test('counts days: what was taken back on its own day broke nothing', async () => {
    const text = ledger(claim(['2024-01-01', 'confirmed'], ['2024-02-01', 'refuted'], ['2024-02-01', 'confirmed']));
    expect(await since(text)).toBe('2024-01-01');
  });

  test('starts with the first verdict at the earliest, and is null without one by that day', async () => {
    const text = ledger(claim(['2024-02-01', 'pending'], ['2024-03-01', 'pending'], ['2024-04-01', 'refuted']));
    expect(await since(text, '--as-of', '2024-03-15')).toBe('2024-02-01');
    expect(await since(text, '--as-of', '2024-01-31')).toBe(null);
    expect(await since(ledger('  - { id: a, text: A }\n'))).toBe(null);
  });
});

describe('mark', () => {
  test('a return to an earlier verdict of the same day is written; the current one again is not', async () => {
    const box = sandbox(HARBOUR);
    const mark = (status: string) =>
      box.run(['mark', status, 'ferries-sail', '--evidence', 'dredging-late', '--date', '2024-04-01']);
    const statuses = () =>
      parse(box.read('ledger.yaml')).claims[1].verdicts.map((one: { status: string }) => one.status);
    for (const status of ['confirmed', 'pending', 'confirmed']) await mark(status);
    expect(statuses()).toEqual(['confirmed', 'pending', 'confirmed']);
    expect((await mark('confirmed')).out).toContain('nothing changed');
    expect(statuses()).toHaveLength(3);
  });

  test('a source that comes with the same mark again is added to its event', async () => {
    const box = sandbox(HARBOUR);
    const argv = ['mark', 'confirmed', 'ferries-sail', '--event', 'They sail.', '--date', '2024-04-01', '--source'];
    await box.run([...argv, 'https://example.org/one']);
    const again = await box.run([...argv, 'https://example.org/two']);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('its event has a new source') });
    const { claims, events } = parse(box.read('ledger.yaml'));
    expect(claims[1].verdicts).toHaveLength(1);
    expect(events[1].sources.map(({ url }: { url: string }) => url)).toEqual([
      'https://example.org/one',
      'https://example.org/two',
    ]);
    const before = box.read('ledger.yaml');
    expect((await box.run([...argv, 'https://example.org/two'])).out).toContain('nothing changed');
    expect(box.read('ledger.yaml')).toBe(before);
  });

  test.each(['--note', '--by'])('a blank %s is refused, as any blank text is', async (option) => {
    const box = sandbox(HARBOUR);
    const { code, err } = await box.run(['mark', 'pending', 'ferries-sail', option, ' \t']);
    expect({ code, err }).toEqual({ code: 2, err: `factledger: ${option}: expected text, found only blanks\n` });
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
  });
});

describe('cite', () => {
  const EVENTS: Readonly<Record<string, [before: string, after: string]>> = {
    'in lines': [
      '      - url: https://example.org/dredger\n',
      '      - url: https://example.org/dredger\n        publisher: Port Authority\n        archived: https://example.org/copy\n',
    ],
    'in lines, one of them empty': [
      '      - url: https://example.org/dredger\n        publisher:\n        note: N # a comment\n',
      '      - url: https://example.org/dredger\n        publisher: Port Authority\n        note: N # a comment\n        archived: https://example.org/copy\n',
    ],
    'in braces': [
      '      - { url: https://example.org/dredger }\n',
      '      - { url: https://example.org/dredger, publisher: Port Authority, archived: https://example.org/copy }\n',
    ],
    'in JSON': [
      '      - {"url": "https://example.org/dredger"}\n',
      '      - {"url": "https://example.org/dredger", "publisher": "Port Authority", "archived": "https://example.org/copy"}\n',
    ],
  };
  const head =
    'factledger: 1\narticle: { title: T }\nevents:\n  - id: late\n    date: 2024\n    title: E\n    sources:\n';

  test.each(Object.entries(EVENTS))('fills in what a known source lacks: %s', async (_, [before, after]) => {
    const box = sandbox(head + before);
    const argv = ['cite', 'late', '--source', 'https://example.org/dredger', '--publisher', 'Port Authority'];
    const run = () => box.run([...argv, '--archived', 'https://example.org/copy']);
    expect(await run()).toMatchObject({ code: 0, err: '' });
    expect(box.read('ledger.yaml')).toBe(head + after);
    expect((await run()).err).toContain('nothing changed');
    expect(box.read('ledger.yaml')).toBe(head + after);
  });

  test('what the source has otherwise is left, and said', async () => {
    const text = `${head}      - { url: https://example.org/dredger, publisher: Port Authority }\n`;
    const box = sandbox(text);
    const argv = ['cite', 'late', '--source', 'https://example.org/dredger', '--publisher', 'Another', '--note', 'N'];
    expect(await box.run(argv)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/with another publisher\nThere it has the publisher "Port Authority"/),
    });
    expect(box.read('ledger.yaml')).toBe(text);
  });
});

describe('one folding everywhere', () => {
  const FOLDED = ledger(
    `  - { id: quotes, text: "don’t “shout”", speaker: O’Neil }\n  - { id: plain, text: "a plain – dash", speaker: O'Neil }\n  - { id: soft, text: "soft\u00adhyphen ﬁnal", speaker: Anna\u00a0 Example }\n  - id: broken\n    text: |\n      two\n      lines\n`,
  );
  test.each([
    ['--text', `don't "SHOUT"`, 'quotes'],
    ['--text', 'plain - dash', 'plain'],
    ['--text', 'softhyphen final', 'soft'],
    ['--text', 'two lines', 'broken'],
    ['--speaker', 'anna example', 'soft'],
    ['--speaker', 'o‘neil', 'quotes plain'],
  ])('list %s %s', async (option, part, ids) => {
    const { out } = await sandbox(FOLDED).run(['list', option, part, '--format', 'ids']);
    expect(out.trim().split('\n').join(' ')).toBe(ids);
  });

  test('events --text, and groups of speakers', async () => {
    const box = sandbox(`${FOLDED}events: [{ id: e, date: 2024, title: "It’s done – 5 °C" }]\n`);
    expect((await box.run(['events', '--text', "it's done - 5", '--format', 'ids'])).out).toBe('e\n');
    const { groups } = JSON.parse((await box.run(['stats', '--group-by', 'speaker', '--format', 'json'])).out);
    expect(groups.map(({ key, total }: { key: string; total: number }) => [key, total])).toEqual([
      ['O’Neil', 2],
      ['Anna\u00a0 Example', 1],
      [null, 1],
    ]);
  });

  test('a part is taken whole, commas and all', async () => {
    const box = sandbox(ledger('  - { id: a, text: "One, two.", speaker: "Doe, Jane" }\n  - { id: b, text: One. }\n'));
    expect((await box.run(['list', '--text', 'one, two', '--format', 'ids'])).out).toBe('a\n');
    expect((await box.run(['list', '--speaker', 'doe, j', '--format', 'ids'])).out).toBe('a\n');
  });
});

describe('other answers', () => {
  test('add - reads the claim from standard input', async () => {
    const box = sandbox(HARBOUR);
    expect(await box.run(['add', '-'], { stdin: '\ufeffThe ferry – sank.\n' })).toMatchObject({
      code: 0,
      out: 'ferry-sank\n',
    });
    expect(parse(box.read('ledger.yaml')).claims[3].text).toBe('The ferry – sank.');
    for (const stdin of ['', ' \n', Buffer.from([0xff])]) {
      expect((await box.run(['add', '-'], { stdin })).code).toBe(2);
    }
  });

  test('log tells no status of an opinion', async () => {
    const box = sandbox(
      ledger('  - { id: a, text: A, kind: opinion, verdicts: [{ date: 2024-01-01, status: confirmed }] }\n'),
    );
    expect((await box.run(['log'])).out).toBe('2024-01-01  opinion  a A\n');
    expect(JSON.parse((await box.run(['log', '--format', 'json'])).out)[0].from).toBe(null);
  });

  test('check --as-of says after which day', async () => {
    const box = sandbox(ledger('  - { id: a, text: A, verdicts: [{ date: 2023-01-01, status: pending }] }\n'));
    const { out } = await box.run(['check', '--as-of', '2022-12-31', '--rule', 'future-date']);
    expect(out).toContain('a verdict of 2023-01-01, which is after 2022-12-31');
    expect((await box.run(['check', '--rule', 'future-date'], { now: '2022-06-01T12:00:00' })).out).toContain(
      'after today',
    );
  });

  test('where nothing is dated, check says once that nothing can become stale', async () => {
    const box = sandbox();
    for (const name of ['a', 'b']) box.write(`l/${name}.yaml`, ledger(`  - { id: ${name}, text: A }\n`));
    expect((await box.run(['check', '-f', 'l'])).err).toBe(
      'l/a.yaml (and 1 more): no claim can become stale, for nothing is dated: give article.published, or said\nnothing found\n',
    );
    expect((await box.run(['check', '-f', 'l', '--rule', 'overdue'])).err).toBe('nothing found\n');
  });

  test('a missing article, a claim of another ledger', async () => {
    const box = sandbox(HARBOUR);
    expect((await box.run(['coverage', '--article', '/missing.txt'])).err).toBe(
      'factledger: /missing.txt: no such file or folder\n',
    );
    box.write('l/one.yaml', ledger('  - { id: a, text: A }\n'));
    box.write('l/two.yaml', ledger('  - { id: b, text: B }\n'));
    const { code, err } = await box.run(['anchor', 'b', '--ledger', 'one', '--quote', 'B', '-f', 'l']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('there is no claim "b"') });
    expect(box.read('l/two.yaml')).not.toContain('anchors');
  });
});

describe('reports of many findings', () => {
  const many = (count: number) =>
    ledger(
      Array.from({ length: count }, (_, at) => `  - { id: c${at}, text: T${at}, said: 2026, due: 2024 }\n`).join(''),
    );

  test('github: ten of a kind, and how many more', async () => {
    const box = sandbox(`${many(12)}events:\n  - { id: e, date: 2999, title: E, sources: [{ url: u }] }\n`);
    const { out } = await box.run(['check', '--format', 'github', '--rule', 'overdue', '--rule', 'future-date']);
    const lines = out.split('\n');
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(1);
    expect(lines).toContain('… and 2 more warnings: factledger check shows them');
  });

  test('sarif: at most 25,000 results in a run', async () => {
    const { out, err } = await sandbox(many(25_001)).run(['check', '--format', 'sarif', '--rule', 'overdue']);
    const { runs } = JSON.parse(out);
    expect(runs.map(({ results }: { results: unknown[] }) => results.length)).toEqual([25_000, 1]);
    expect(new Set(runs.map((run: { automationDetails: { id: string } }) => run.automationDetails.id)).size).toBe(2);
    expect(err).toBe('25001 findings, in 2 runs of at most 25000\n');
  });

  test('standard input is named alike in all formats', async () => {
    const stdin = ledger('  - { id: a, text: A, said: 2026, due: 2024 }\n');
    for (const format of ['text', 'json', 'github', 'sarif', 'junit']) {
      const { out } = await sandbox().run(['check', '-f', '-', '--format', format], { stdin });
      expect(out).toMatch(/^-:4:|"file": ?"-"|file=-,|"uri": "-"|file="-"/m);
    }
  });
});

describe('csv for spreadsheets', () => {
  test('a note is no verdict, and what follows a semicolon no formula', async () => {
    const box = sandbox(
      ledger(
        '  - id: a\n    text: Cheap;=1+1\n    tags: ["x;@y"]\n    verdicts:\n      - { date: 2024-02-01, status: pending, note: "N; 2030-01-03 refuted" }\n      - { date: 2024-01-01, status: pending }\n',
      ),
    );
    const { out } = await box.run(['list', '--format', 'csv']);
    const [head, row] = out.trim().split('\n') as [string, string];
    expect(head.split(',').slice(-2)).toEqual(['verdicts', 'last_verdict']);
    expect(row).toMatch(/,2,2024-02-01$/);
    expect(row).not.toContain('refuted');
    expect(row).toContain(`"Cheap;'=1+1"`);
    expect(row).toContain(`"x;'@y"`);
  });
});

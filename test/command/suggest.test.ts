import { describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../sandbox.ts';

const LEDGER = `factledger: 1
article: { title: Harbour to reopen, author: A. Writer, published: 2024-01-09 }
claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    kind: promise
    due: 2024-03-31
    tags: [transport]
    verdicts:
      - { date: 2024-03-12, status: pending, evidence: [dredging-late] }
  - id: constitution
    text: The constitution will be changed within two years.
    speaker: Prime Minister
  - id: gas-price
    text: Gas will cost 127 dollars next year.
    tags: [energy]
    verdicts:
      - { date: 2024-02-01, status: confirmed, evidence: [gas-deal] }
  - id: ugly
    text: The harbour is ugly.
    kind: opinion
  - id: gone
    text: The harbour will get a lighthouse.
    withdrawn: { date: 2024-02-01, reason: Never claimed. }
  - id: budget
    text: Budżet miasta wzrośnie o pięć procent.
events:
  - id: dredging-late
    date: 2024-03-12
    title: The dredger is two weeks late.
    sources: [{ title: Bagger verspätet sich, url: https://example.org/d }]
  - { id: gas-deal, date: 2024-01-30, title: A contract on gas is signed. }
`;

const NOW = { now: '2024-03-20T12:00:00' };

function box(): Sandbox {
  return sandbox(LEDGER);
}

async function asked(one: Sandbox, ...argv: string[]) {
  const { out, err, code } = await one.run(['suggest', '--json', ...argv], NOW);
  expect({ err, code }).toEqual({ err: '', code: 0 });
  return JSON.parse(out);
}

const idsOf = ({ suggestions }: { suggestions: { claim: string }[] }) => suggestions.map(({ claim }) => claim);

describe('suggest', () => {
  test('as JSON, with what makes a claim strong', async () => {
    const found = await asked(box(), 'Constitutional', 'court', 'meets');
    expect(Object.keys(found)).toEqual(['query', 'threshold', 'documents', 'suggestions']);
    expect(found).toMatchObject({ query: 'Constitutional court meets', threshold: 2.5, documents: 8 });
    const [first] = found.suggestions;
    expect(Object.keys(first)).toEqual([
      'ledger',
      'claim',
      'text',
      'status',
      'strength',
      'band',
      'words',
      'evidence',
      'passage',
    ]);
    expect(first).toMatchObject({
      ledger: 'ledger',
      claim: 'constitution',
      status: 'pending',
      words: [{ query: 'constitutional', claim: 'constitution', likeness: 0.923 }],
      evidence: null,
      passage: null,
    });
    expect(first.strength).toBeGreaterThan(first.words[0].gain);
  });

  test('a claim is found by what it rests on, with the title that it is found by', async () => {
    const [first] = (await asked(box(), 'Bagger im Hafen verspätet', '--min-strength', '0.2')).suggestions;
    expect(first).toMatchObject({ claim: 'harbour-reopens', words: [] });
    expect(first.evidence).toMatchObject({ event: 'dredging-late', title: 'Bagger verspätet sich' });
    expect(first.evidence.gain).toBeLessThanOrEqual(first.strength);
  });

  test('inflected words are found: budżetu finds budżet', async () => {
    const found = await asked(box(), 'Radni o projekcie budżetu miasta');
    expect(idsOf(found)[0]).toBe('budget');
    expect(found.suggestions[0].words).toContainEqual(
      expect.objectContaining({ query: 'budżetu', claim: 'budżet', likeness: 0.923 }),
    );
  });

  test('pending claims only, unless settled ones or another status are asked for', async () => {
    const one = box();
    const near = ['--min-strength', '0.1'];
    expect(idsOf(await asked(one, 'Gas price in dollars', ...near))).not.toContain('gas-price');
    expect(idsOf(await asked(one, 'Gas price in dollars', '--settled'))[0]).toBe('gas-price');
    expect(idsOf(await asked(one, 'Gas price in dollars', '--status', 'confirmed'))).toEqual(['gas-price']);
    const harbour = idsOf(await asked(one, 'The harbour', '--settled', ...near));
    expect(harbour).toEqual(['harbour-reopens']);
    expect(idsOf(await asked(one, 'A lighthouse for the harbour', '--withdrawn'))).toEqual(['gone']);
  });

  test('the filters of list, and a limit', async () => {
    const one = box();
    const near = ['The harbour will reopen, the constitution will be changed', '--min-strength', '0.1'];
    expect(idsOf(await asked(one, ...near)).length).toBeGreaterThan(1);
    expect(idsOf(await asked(one, ...near, '--limit', '1'))).toHaveLength(1);
    expect(idsOf(await asked(one, ...near, '--tag', 'transport'))).toEqual(['harbour-reopens']);
    expect(idsOf(await asked(one, ...near, '--speaker', 'prime'))).toEqual(['constitution']);
    expect(idsOf(await asked(one, ...near, '--due-by', '1y'))).toEqual(['harbour-reopens']);
    expect(idsOf(await asked(one, ...near, '--evidence', 'dredging-late'))).toEqual(['harbour-reopens']);
    expect(idsOf(await asked(one, ...near, '--overdue'))).toEqual([]);
    expect((await asked(one, ...near, '--tag', 'transport')).documents).toBe(8);
  });

  test('as of a day, without what came later', async () => {
    const one = box();
    const found = await asked(one, 'The dredger is late', '--min-strength', '0', '--as-of', '2024-01-31');
    expect(found.documents).toBe(6);
    expect(found.suggestions.every(({ evidence }: { evidence: unknown }) => evidence === null)).toBe(true);
    expect(idsOf(await asked(one, 'Gas in dollars', '--as-of', '2024-01-31'))).toEqual(['gas-price']);
  });

  test('bands, and exit codes', async () => {
    const one = box();
    const run = (...argv: string[]) => one.run(['suggest', ...argv], NOW);
    const clear = await run('The harbour will reopen by 31 March', '--exit-code');
    expect(clear).toMatchObject({ code: 1, err: '' });
    expect(clear.out).toMatch(/^harbour-reopens {2}pending {2}likely \d\.\d$/m);
    expect(await run('Football', '--exit-code')).toEqual({
      code: 0,
      err: '',
      out: 'Nothing clearly bears on the news.\n',
    });
    expect((await run('Football', '--format', 'ids')).out).toBe('');
    expect((await asked(one, 'Football')).suggestions).toEqual([]);
    expect((await run('The harbour will reopen by 31 March', '--min-strength', '99', '--exit-code')).code).toBe(0);
  });

  test('as text: words, evidence, and the command to type, quoted for a shell', async () => {
    const { out } = await box().run(['suggest', "Harbour's dredger: late by 31 March? $(rm -rf /)"], NOW);
    expect(out).toContain('  The harbour will reopen by 31 March.\n');
    expect(out).toMatch(/^ {2}words {4}31, march, harbour$/m);
    expect(out).toContain('  like     The dredger is two weeks late. (dredging-late)\n');
    expect(out).toContain(
      `  mark     factledger mark STATUS harbour-reopens --event 'Harbour'\\''s dredger: late by 31 March? $(rm -rf /)'\n`,
    );
  });

  test('a strength is never shown as more than it is, and so in another band', async () => {
    const news = ['suggest', 'The harbour budget will reopen', '--min-strength', '1'];
    const { suggestions } = JSON.parse((await box().run([...news, '--json'], NOW)).out);
    const { out } = await box().run(news, NOW);
    const shown = Array.from(out.matchAll(/ (?:likely|possible|nearest) (\d\.\d)$/gm), ([, strength]) =>
      Number(strength),
    );
    const strengths: number[] = suggestions.map(({ strength }: { strength: number }) => strength);
    expect(strengths).toEqual([2.689]);
    expect(shown).toEqual([2.6]);
  });

  test('several ledgers are one pool, and names say the ledger', async () => {
    const one = box();
    one.write('all/a.yaml', LEDGER);
    one.write('all/b.yaml', LEDGER.replace('The harbour will reopen', 'The road will reopen'));
    const { out } = await one.run(['suggest', '-f', 'all', '--format', 'ids', 'The harbour reopens in March'], NOW);
    expect(out.split('\n')[0]).toBe('a/harbour-reopens');
    const lines = await one.run(['suggest', '-f', 'all', '--format', 'ndjson', 'Harbour reopens 31 March'], NOW);
    const rows = lines.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows[0]).toMatchObject({ query: 'Harbour reopens 31 March', ledger: 'a', claim: 'harbour-reopens' });
  });

  const LONG = `Little happened in town this week, and most of it was about the weather, which was colder than usual.

In the port the last wrecks were lifted, and the harbour will reopen on 31 March as planned, said the ministry.

Sports: the local club lost again, this time by four to nothing, before three hundred people and two dogs.`;

  test('a long text is looked at in passages, and the best one is shown', async () => {
    const one = box();
    one.write('news.txt', LONG);
    for (const argv of [['news.txt'], ['--page', 'news.txt'], [LONG]]) {
      const [first] = (await asked(one, ...argv)).suggestions;
      expect(first.claim).toBe('harbour-reopens');
      expect(first.passage).toContain('the harbour will reopen on 31 March');
      expect(first.passage).not.toContain('Little happened');
    }
    const { out } = await one.run(['suggest', '-'], { ...NOW, stdin: LONG });
    expect(out).toContain('  passage  In the port the last wrecks');
  });

  test('a page tells its title, day, address and publisher for the mark command', async () => {
    const one = box();
    one.write(
      'news.html',
      `<html lang="en"><title>Harbour open again</title><link rel="canonical" href="https://example.org/open">
<meta property="og:site_name" content="The Example"><meta property="article:published_time" content="2024-03-19">
<h1>Harbour open again</h1><p>The harbour reopened before 31 March.</p></html>`,
    );
    const { out } = await one.run(['suggest', '--page', 'news.html'], NOW);
    expect(out).toContain(
      "factledger mark STATUS harbour-reopens --event 'Harbour open again' --on 2024-03-19 --source https://example.org/open --publisher 'The Example'",
    );
    one.write('news.md', '# Harbour open again\n\nThe harbour reopened before 31 March.\n');
    expect((await asked(one, 'news.md')).query).toBe('Harbour open again The harbour reopened before 31 March.');
  });

  test('what is not there, or twice, is refused', async () => {
    const one = box();
    const refused = async (argv: string[], stdin = '') => {
      const { code, err } = await one.run(['suggest', ...argv], { ...NOW, stdin });
      expect(code).toBe(2);
      return err;
    };
    expect(await refused([])).toContain('what is the news?');
    expect(await refused([' '])).toContain('only blanks');
    expect(await refused(['-'], ' \n')).toContain('only blanks');
    expect(await refused(['-', '-f', '-'], LEDGER)).toContain('standard input is the ledger');
    expect(await refused(['news.txt'])).toContain('news.txt: ');
    for (const option of ['--page', '--feed'])
      expect(await refused([option, '/dev/null'])).toBe('factledger: /dev/null: no regular file\n');
    expect(await refused(['https://example.org/'])).toContain('--page https://example.org/');
    expect(await refused(['a', '--page', 'b.txt'])).toContain('two pieces of news');
    expect(await refused(['a', '--min-strength', 'x'])).toContain('expected a number');
    expect(await refused(['a', '--evidence', 'nothing'])).toContain('nothing');
    one.write('empty.html', '<html></html>');
    expect(await refused(['--page', 'empty.html'])).toContain('no text was found');
  });

  test('any text can be asked about', async () => {
    const one = box();
    for (const text of ['a'.repeat(5000), 'x\u0000y', '\u202eabc', '港口将开放', '🙂', 'the of and', '...']) {
      expect((await one.run(['suggest', text], NOW)).code).toBe(0);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { HARBOUR, type RunOptions, type Sandbox, sandbox } from '../sandbox.ts';

const ITEMS = [
  '<item><guid>1</guid><title>Harbour to reopen &amp;quot;by 31 March&amp;quot;, minister says</title><link>/1</link><pubDate>Tue, 19 Mar 2024 23:30:00 -0900</pubDate></item>',
  '<item><guid>2</guid><title>Bakers win the cup</title><link>https://news.example/2</link></item>',
  "<item><guid>3</guid><title>It's true: harbour will reopen late</title><description>The &lt;b&gt;harbour&lt;/b&gt; stays shut.</description></item>",
];
const feedOf = (...items: readonly string[]) =>
  `<rss version="2.0"><channel><title>T</title><link>https://news.example/</link>${items.join('')}</channel></rss>`;
/** A word of a few claims says less than one of many. */
const OTHERS = ['school', 'budget', 'tram', 'bridge', 'museum', 'library', 'stadium', 'market', 'hospital', 'airport'];
const LEDGER = HARBOUR.replace(
  '\nevents:',
  `${OTHERS.map((one) => `\n  - { id: ${one}, text: The ${one} gets new windows. }`).join('')}\n\nevents:`,
);
const NOW = { now: '2024-03-20T12:00:00' };

function box(...items: readonly string[]): Sandbox {
  const made = sandbox(LEDGER);
  made.write('feed.xml', feedOf(...(items.length > 0 ? items : ITEMS)));
  return made;
}

const ask = (one: Sandbox, argv: readonly string[] = [], options: RunOptions = {}) =>
  one.run(['suggest', '--feed', 'feed.xml', ...argv], { ...NOW, ...options });

describe('a feed', () => {
  test('as JSON: an object for each entry', async () => {
    const { out, err, code } = await ask(box(), ['--json']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const found = JSON.parse(out);
    expect(Object.keys(found[0])).toEqual(['query', 'threshold', 'documents', 'suggestions', 'entry']);
    expect(found).toMatchObject([
      {
        threshold: 3,
        query: 'Harbour to reopen "by 31 March", minister says',
        suggestions: [{ ledger: 'ledger', claim: 'harbour-reopens', status: 'pending', passage: null }],
        entry: {
          title: 'Harbour to reopen "by 31 March", minister says',
          url: 'https://news.example/1',
          date: '2024-03-19',
        },
      },
      { suggestions: [], entry: { title: 'Bakers win the cup', url: 'https://news.example/2', date: null } },
      { query: "It's true: harbour will reopen late The harbour stays shut.", entry: { url: null, date: null } },
    ]);
  });

  test('as text: the entries that bear on a claim, and how many they are', async () => {
    const { out, err } = await ask(box());
    expect(err).toBe('');
    expect(out).toContain('Harbour to reopen "by 31 March", minister says\n2024-03-19  https://news.example/1\n\n');
    expect(out).toContain('  harbour-reopens  pending  ');
    expect(out).toContain(
      `    mark     factledger mark STATUS harbour-reopens --event 'Harbour to reopen "by 31 March", minister says' --on 2024-03-19 --source https://news.example/1\n`,
    );
    expect(out).toContain(`--event 'It'\\''s true: harbour will reopen late'\n`);
    expect(out).not.toContain('Bakers');
    expect(out).toMatch(/\n2 of 3 entries bear on claims\.\n$/);
  });

  test('as lines, and as names, each once', async () => {
    const lines = (await ask(box(), ['--format', 'ndjson'])).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).entry.title)).toHaveLength(3);
    expect((await ask(box(), ['--format', 'ids'])).out).toBe('harbour-reopens\n');
  });

  test('the strength from which on claims are shown is 3, or as typed', async () => {
    const json = async (...argv: string[]) => JSON.parse((await ask(box(), ['--json', ...argv])).out);
    const all = await json('--min-strength', '0.1');
    expect(all[0].threshold).toBe(0.1);
    const strengths = all.flatMap((one: { suggestions: { strength: number }[] }) => one.suggestions);
    expect(strengths.some(({ strength }: { strength: number }) => strength < 3)).toBe(true);
    for (const { suggestions } of await json())
      for (const { strength } of suggestions) expect(strength).toBeGreaterThanOrEqual(3);
    expect((await json('--limit', '0'))[0].suggestions).toEqual([]);
  });

  test('the exit code tells whether anything was found', async () => {
    expect((await ask(box(), ['--exit-code'])).code).toBe(1);
    expect((await ask(box(ITEMS[1] ?? ''), ['--exit-code'])).code).toBe(0);
    expect((await ask(box(ITEMS[1] ?? ''))).out).toBe('The only entry bears on no claim.\n');
    expect((await ask(box(' '))).out).toBe('The feed has no entries.\n');
  });

  test('what its entries hold drives no terminal', async () => {
    const { out } = await ask(box('<item><title>Harbour &#27;]0;x&#7; will \u202ereopen by 31 March</title></item>'));
    expect(out).toContain('Harbour ]0;x will reopen by 31 March');
    expect(out).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  test.each([
    [['suggest', '--feed', 'feed.xml', 'Harbour'], 'a feed and other news are two things to ask about'],
    [['suggest', '--feed', 'feed.xml', '--page', 'x.html'], 'a feed and other news are two things to ask about'],
    [['suggest', '--unseen', 'Harbour'], '--unseen is about the entries of a feed'],
    [['suggest', '--feed', 'none.xml'], 'none.xml: no such file or folder'],
    [['suggest', '--feed', 'ledger.yaml'], 'ledger.yaml: no feed'],
    [['suggest', '--feed', 'http://:1:2/'], 'http://:1:2/: that is no address'],
  ])('%j is refused', async (argv, message) => {
    const { code, err, out } = await box().run(argv, NOW);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`factledger: ${message}`);
  });

  test('in another encoding', async () => {
    const one = box();
    one.write(
      'feed.xml',
      Buffer.from(
        `<?xml version="1.0" encoding="iso-8859-1"?>${feedOf('<item><title>Caf\u00e9</title></item>')}`,
        'latin1',
      ),
    );
    expect(JSON.parse((await ask(one, ['--json'])).out)[0].entry.title).toBe('Café');
  });
});

describe('--unseen', () => {
  const titles = async (one: Sandbox, options: RunOptions = {}) =>
    JSON.parse((await ask(one, ['--unseen', '--json'], options)).out).map(
      ({ entry }: { entry: { title: string } }) => entry.title,
    );

  test('leaves out what was seen before', async () => {
    const one = box();
    expect(await titles(one)).toHaveLength(3);
    expect(await titles(one)).toEqual([]);
    expect((await ask(one, ['--unseen'])).out).toBe('No new entries: all 3 were seen before.\n');
    one.write('feed.xml', feedOf('<item><guid>4</guid><title>Harbour: fourth news</title></item>', ...ITEMS));
    expect((await ask(one, ['--unseen'])).out).toBe('The only new entry bears on no claim; 3 were seen before.\n');
    expect(JSON.parse((await ask(one, ['--json'])).out)).toHaveLength(4);
  });

  test('a run without it neither leaves out nor remembers', async () => {
    const one = box();
    await ask(one);
    expect(await titles(one)).toHaveLength(3);
  });

  test('nothing is seen where the reader goes away, the feed is broken, or the ledger is', async () => {
    const one = box(
      ...Array.from({ length: 400 }, (_, at) => `<item><title>Harbour ${at} ${'word '.repeat(60)}</title></item>`),
    );
    await ask(one, ['--unseen', '--json'], { readerLeavesAfter: 1 });
    expect(await titles(one)).toHaveLength(400);
    const other = box();
    other.write('ledger.yaml', 'factledger: 2');
    expect((await ask(other, ['--unseen'])).code).toBe(2);
    other.write('ledger.yaml', LEDGER);
    other.write('feed.xml', feedOf(...ITEMS).slice(0, -30));
    expect((await ask(other, ['--unseen'])).err).toContain('the feed breaks off');
    other.write('feed.xml', feedOf(...ITEMS));
    expect(await titles(other)).toHaveLength(3);
  });

  test('without a home', async () => {
    const { code, err } = await ask(box(), ['--unseen'], { stateFolder: null });
    expect(code).toBe(2);
    expect(err).toContain('--unseen: nothing can be remembered: there is no home folder');
  });
});

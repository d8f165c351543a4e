import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorDigest } from '../../src/article/anchor-digest.ts';
import { type Sandbox, sandbox } from '../sandbox.ts';

const ARTICLE = `Harbour to reopen by spring, minister says

Monday, 8 January

The harbour will reopen by 31 March. “It is done,” the minister said on Monday.

Repairs

Two ferries sailed each day before the storm. It cost 3.5 mn. Nobody was hurt.
`;

const TITLE = 'Harbour to reopen by spring, minister says';

const digest = (sentence: string) => anchorDigest(sentence);

const LEDGER = `factledger: 1
article:
  title: Harbour to reopen by spring, minister says
  text: article.txt
  language: en
  skips:
    - { paragraph: 2, sentence: 3, digest: ${digest('Nobody was hurt.')}, reason: Not doubted. }
claims:
  - id: reopens
    text: The harbour will be open again in April.
    anchors:
      - { paragraph: 1, sentence: 1, digest: ${digest('The harbour will reopen by 31 March.')} }
      - { quote: Harbour to reopen }
  - id: two-ferries
    text: There were two ferries a day.
    anchors: [{ paragraph: 2, sentence: 1, quote: Two ferries sailed each day }]
    verdicts: [{ date: 2024-01-10, status: refuted, evidence: [] }]
  - id: ugly
    text: The harbour is ugly.
    kind: opinion
    anchors: [{ paragraph: 1 }]
`;

function box(article = ARTICLE, ledger = LEDGER): Sandbox {
  const one = sandbox(ledger);
  one.write('article.txt', article);
  return one;
}

async function covered(one: Sandbox, ...argv: string[]) {
  const { out, code, err } = await one.run(['coverage', '--format', 'json', ...argv]);
  if (code === 2) throw new Error(err);
  return JSON.parse(out);
}

test('digests are those of the contract', () => {
  expect(digest('The harbour will reopen by 31 March.')).toBe('sha256-9e9d33d4bbfce25b');
  expect(digest('  “It’s done,” she said — at last… ')).toBe('sha256-14ddcb759d769a50');
  expect(digest('ﬁnal − 5 °C')).toBe('sha256-1de870927d8d8554');
});

describe('coverage', () => {
  test('as JSON: the body sentence by sentence, and each anchor', async () => {
    const { sentences, anchors, ...totals } = await covered(box());
    expect(totals).toEqual({ total: 6, covered: 3, skipped: 1, percent: 66.6, headings: 2, left_out: 0 });
    expect(
      sentences.map((one: Record<string, unknown>) => [one.paragraph, one.sentence, one.claims, one.skipped]),
    ).toEqual([
      [null, 1, ['reopens'], false],
      [1, 1, ['reopens'], false],
      [1, 2, [], false],
      [2, 1, ['two-ferries'], false],
      [2, 2, [], false],
      [2, 3, [], true],
    ]);
    expect(sentences[1].digest).toBe('sha256-9e9d33d4bbfce25b');
    expect(sentences[2].text).toBe('“It is done,” the minister said on Monday.');
    expect(anchors).toEqual([
      { claim: 'reopens', index: 0, state: 'exact', paragraph: 1, sentence: 1 },
      { claim: 'reopens', index: 1, state: 'exact', paragraph: null, sentence: 1 },
      { claim: 'two-ferries', index: 0, state: 'exact', paragraph: 2, sentence: 1 },
    ]);
  });

  test('in a terminal and without colour: what nothing accounts for is marked', async () => {
    const { out } = await box().run(['coverage', '--uncovered']);
    expect(out).toBe(
      ' 1.2 ? “It is done,” the minister said on Monday.\n 2.2 ? It cost 3.5 mn.\n' +
        '6 sentences, 3 with claims, 1 skipped: 66.6% accounted for; 2 headings not counted\n',
    );
    const { sentences, total } = await covered(box(), '--uncovered');
    expect({
      total,
      places: sentences.map(({ paragraph, sentence }: Record<string, number>) => [paragraph, sentence]),
    }).toEqual({
      total: 6,
      places: [
        [1, 2],
        [2, 2],
      ],
    });
    const colored = await box().run(['coverage'], { terminal: { columns: 40, colors: 1 } });
    expect(colored.out).toContain('\u001b[31mTwo ferries sailed each day\u001b[39m');
    expect(colored.out).toContain('two-ferries (refuted)');
  });

  test('--min is not rounded', async () => {
    const three = box(
      ARTICLE.replace(' It cost 3.5 mn. Nobody was hurt.', ''),
      LEDGER.replace('      - { quote: Harbour to reopen }\n', ''),
    );
    expect((await covered(three)).percent).toBe(66.6);
    expect((await three.run(['coverage', '--min', '66.6'])).code).toBe(0);
    expect((await three.run(['coverage', '--min', '66.7'])).code).toBe(1);
    expect((await three.run(['coverage', '--min', '101'])).code).toBe(2);
    const empty = box('', 'factledger: 1\narticle: { title: T, text: article.txt }\n');
    expect((await covered(empty)).percent).toBe(null);
    expect((await empty.run(['coverage', '--min', '0'])).code).toBe(1);
  });

  test.each<[string, (text: string) => string, string[]]>([
    [
      'other quotes, dashes and spaces',
      (text) => text.replace('31 March', '31\u00a0March').replaceAll('“', '«'),
      ['exact', 'exact', 'exact'],
    ],
    ['a mended typo', (text) => text.replace('will reopen', 'shall reopen'), ['missing', 'exact', 'exact']],
    [
      'a paragraph before',
      (text) => text.replace('The harbour', 'It was cold.\n\nThe harbour'),
      ['moved', 'exact', 'moved'],
    ],
    [
      'a paragraph moved to the end',
      (text) =>
        `${text.replace(/The harbour will.*\n/, '')}\nThe harbour will reopen by 31 March. “It is done,” he said.\n`,
      ['moved', 'exact', 'moved'],
    ],
    [
      'a dropped sentence',
      (text) => text.replace('Two ferries sailed each day before the storm. ', ''),
      ['exact', 'exact', 'missing'],
    ],
    [
      'the sentence twice elsewhere',
      (text) =>
        `${text.replace('The harbour will reopen by 31 March. ', '')}\nSo it is. The harbour will reopen by 31 March.\n\nHe said so. The harbour will reopen by 31 March.\n`,
      ['ambiguous', 'exact', 'exact'],
    ],
    ['a lookalike in its place', (text) => text.replace('31 March', '30 March'), ['missing', 'exact', 'exact']],
    [
      'two sentences joined by another splitter',
      (text) => text.replace('by 31 March. “It', 'by 31 March. “It'),
      ['exact', 'exact', 'exact'],
    ],
  ])('after %s', async (_, change, states) => {
    const { anchors } = await covered(box(change(ARTICLE)));
    expect(anchors.map(({ state }: { state: string }) => state)).toEqual(states);
  });

  test('a digest of two sentences, and a quote across two, cover both', async () => {
    const two = digest('It cost 3.5 mn. Nobody was hurt.');
    const one = box(
      ARTICLE,
      LEDGER.replace(
        '[{ paragraph: 2, sentence: 1, quote: Two ferries sailed each day }]',
        `[{ digest: ${two} }, { quote: "31 March. \\"It is" }]`,
      ),
    );
    const { sentences } = await covered(one);
    expect(sentences.map(({ claims }: { claims: string[] }) => claims.includes('two-ferries'))).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  test('a digest is tried on three neighbouring sentences, and on no four', async () => {
    const all = ['Two ferries sailed each day before the storm.', 'It cost 3.5 mn.', 'Nobody was hurt.'];
    const article = ARTICLE.replace('Nobody was hurt.', 'Nobody was hurt. It was over.');
    const states = async (count: number) => {
      const text = [...all, 'It was over.'].slice(0, count).join(' ');
      const ledger = `factledger: 1\narticle: { title: T, text: article.txt }\nclaims: [{ id: a, text: A, anchors: [{ digest: ${digest(text)} }] }]\n`;
      const { anchors, covered: count_ } = await covered(box(article, ledger));
      return [anchors[0].state, count_];
    };
    expect(await states(3)).toEqual(['exact', 3]);
    expect(await states(4)).toEqual(['missing', 0]);
  });

  test('without the text: what digests alone can say, and that it is so', async () => {
    const one = sandbox(LEDGER.replace('  text: article.txt\n', ''));
    const { out, err } = await one.run(['coverage', '--format', 'json']);
    expect(err).toContain('is not there');
    const { sentences, anchors } = JSON.parse(out);
    expect(anchors[0]).toEqual({ claim: 'reopens', index: 0, state: null, paragraph: 1, sentence: 1 });
    const gap = sentences.find(({ paragraph, sentence }: Record<string, number>) => paragraph === 2 && sentence === 2);
    expect(gap).toEqual({ paragraph: 2, sentence: 2, digest: null, text: null, claims: [], skipped: false });
  });

  test('the text that a ledger names stays within its folder or work tree; one that is typed may be anywhere', async () => {
    const one = box();
    one.write('l/ledger.yaml', LEDGER.replace('text: article.txt', 'text: ../article.txt'));
    const argv = ['coverage', '-f', 'l/ledger.yaml'];
    expect(await one.run(argv)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('leads out of') });
    expect((await one.run([...argv, '--article', 'article.txt'])).code).toBe(0);
    mkdirSync(join(one.folder, '.git'));
    expect((await one.run(argv)).code).toBe(0);
    symlinkSync('/etc/hostname', join(one.folder, 'l/out.txt'));
    one.write('l/ledger.yaml', LEDGER.replace('text: article.txt', 'text: out.txt'));
    expect((await one.run(argv)).err).toContain('leads out of');
  });

  test('a text that the ledger names may be kept elsewhere; one that is typed must be there', async () => {
    const one = sandbox(LEDGER);
    expect(await one.run(['coverage'])).toMatchObject({ code: 0, err: expect.stringContaining('is not there') });
    expect((await one.run(['coverage', '--article', 'article.txt'])).code).toBe(2);
    expect((await one.run(['check', '--rule', 'anchor'])).code).toBe(0);
    one.write('article.txt', 'Something else. It is long enough to be told from a heading.');
    expect((await one.run(['check', '--rule', 'anchor'])).code).toBe(1);
  });
});

describe('headings', () => {
  const article = `${TITLE}\nRepairs\nThe harbour will reopen by 31 March.\nThe end\n`;
  const ledger = (rest: string) => `factledger: 1\narticle:\n  title: ${TITLE}\n  text: article.txt\n${rest}`;

  test('that hold no anchor are counted apart, and told of', async () => {
    const one = box(article, ledger(''));
    expect(await covered(one)).toMatchObject({ total: 1, covered: 0, percent: 0, headings: 3 });
    expect((await one.run(['coverage'])).out).toContain(
      '1 sentences, 0 with claims, 0 skipped: 0% accounted for; 3 headings not counted\n',
    );
  });

  test('that hold one count as a sentence, by quote or digest, for a claim or a skip', async () => {
    const skips = `  skips:\n    - { digest: ${digest('Repairs')}, reason: A heading. }\n`;
    const claims = `claims: [{ id: a, text: A, anchors: [{ quote: reopen by spring }] }]\n`;
    const one = box(article, ledger(skips + claims));
    const { sentences, ...totals } = await covered(one);
    expect(totals).toMatchObject({ total: 3, covered: 1, skipped: 1, percent: 66.6, headings: 1 });
    expect(sentences.map((each: Record<string, unknown>) => [each.paragraph, each.text])).toEqual([
      [null, TITLE],
      [null, 'Repairs'],
      [1, 'The harbour will reopen by 31 March.'],
    ]);
    expect((await one.run(['coverage'])).out).toContain('; 1 heading not counted\n');
  });
});

describe('of a page, what is left out', () => {
  const page = `<nav><a href="/">Home</a></nav><article><h1>${TITLE}</h1><p>The harbour will reopen.</p>
    <figure><img src="a.png"><figcaption>The quay \u202E in May</figcaption></figure></article>`;
  const ledger = `factledger: 1\narticle: { title: "${TITLE}", text: page.html }\n`;
  const one = () => {
    const made = sandbox(ledger);
    made.write('page.html', page);
    return made;
  };

  test('is counted, and listed under its reasons', async () => {
    const { out } = await one().run(['coverage', '--left-out']);
    expect(out).toBe(
      `navigation\n  Home\n\ncaption\n  The quay \\u202e in May\n\n1 sentences, 0 with claims, 0 skipped: 0% accounted for; 1 heading not counted; 2 lines around the article left out\n`,
    );
    expect(await covered(one())).toMatchObject({ total: 1, left_out: 2 });
    const { left, left_out } = JSON.parse((await one().run(['coverage', '--left-out', '--json'])).out);
    expect({ left, left_out }).toEqual({
      left_out: 2,
      left: [
        { text: 'Home', why: 'navigation' },
        { text: 'The quay \u202E in May', why: 'caption' },
      ],
    });
  });

  test('is another list than what is not accounted for', async () => {
    const { code, err } = await one().run(['coverage', '--left-out', '--uncovered']);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('Leave one out.') });
  });
});

test('the keys of the JSON, in order', async () => {
  const keys = ['sentences', 'total', 'covered', 'skipped', 'percent', 'headings', 'left_out', 'anchors'];
  const found = await covered(box());
  const { sentences, anchors } = found;
  expect(Object.keys(found)).toEqual(keys);
  expect(Object.keys(sentences[0])).toEqual(['paragraph', 'sentence', 'digest', 'text', 'claims', 'skipped']);
  expect(Object.keys(anchors[0])).toEqual(['claim', 'index', 'state', 'paragraph', 'sentence']);
});

test('a claim that is withdrawn is in no coverage, nor are its anchors', async () => {
  const ledger = LEDGER.replace(
    '    text: There were two',
    '    withdrawn: { date: 2024-01-01, reason: R. }\n    text: There were two',
  );
  const { sentences, anchors } = await covered(box(ARTICLE, ledger.replace(/ {4}verdicts:.*\n/, '')));
  expect(anchors.map(({ claim }: { claim: string }) => claim)).toEqual(['reopens', 'reopens']);
  expect(sentences.flatMap(({ claims }: { claims: string[] }) => claims)).toEqual(['reopens', 'reopens']);
});

describe('anchor', () => {
  test('a sentence by its digest, words by quote; once', async () => {
    const one = box();
    const argv = ['anchor', 'ugly', '--paragraph', '1', '--sentence', '2'];
    expect(JSON.parse((await one.run([...argv, '--format', 'json'])).out)).toEqual({
      ledger: 'ledger',
      id: 'ugly',
      changed: true,
      changes: [{ key: 'anchors', from: null, to: '1.2' }],
    });
    expect((await one.run(argv)).err).toContain('nothing changed');
    await one.run(['anchor', 'two-ferries', '--quote', 'cost 3.5 mn']);
    const text = one.read('ledger.yaml');
    expect(text).toContain(
      `paragraph: 1, sentence: 2, digest: ${digest('“It is done,” the minister said on Monday.')}`,
    );
    expect(text).toContain('paragraph: 2, sentence: 2, quote: cost 3.5 mn');
    expect((await covered(one)).percent).toBe(100);
  });

  test('without the text, what was typed is written, and what that is worth is told', async () => {
    const one = sandbox(LEDGER);
    expect((await one.run(['anchor', 'ugly', '--quote', 'It is done'])).err).toContain('the quote was not looked up');
    expect((await one.run(['anchor', 'ugly', '--paragraph', '2'])).err).toContain('a hint for the reader only');
    expect(one.read('ledger.yaml')).toContain('{ paragraph: 2 }');
  });

  test('--all asks for each claim without an anchor, and writes what is answered', async () => {
    const one = box(
      ARTICLE,
      LEDGER.replace(/ {4}anchors:\n( {6}- .*\n)+/, '').replace('[{ paragraph: 1 }]', '[{ paragraph: 2 }]'),
    );
    const { out, err, code } = await one.run(['anchor', '--all'], { stdin: '7\n1\n2\n' });
    expect({ code, out }).toEqual({ code: 0, out: 'reopens\nugly\n' });
    expect(err).toMatch(/reopens: The harbour will be open again in April\.\n {2}1 {2}paragraph 1, sentence 1: The/);
    expect(err).toContain('2 of 2 anchored');
    const { sentences } = await covered(one);
    expect(sentences[0].claims).toEqual(['reopens']);
    expect(sentences.filter(({ claims }: { claims: string[] }) => claims.includes('ugly'))).toHaveLength(1);
    expect(await one.run(['anchor', '--all', '--format', 'json'])).toMatchObject({ out: '[]\n' });
    const stopped = box(ARTICLE, LEDGER.replace(/ {4}anchors:\n( {6}- .*\n)+/, ''));
    expect(await stopped.run(['anchor', '--all'], { stdin: '' })).toMatchObject({ code: 0, out: '' });
  });

  test('in a terminal, a claim without a place is asked for', async () => {
    const one = box();
    const asked = await one.run(['anchor', 'ugly'], { stdin: '1\n', terminal: {} });
    expect(asked.out).toBe('ugly\n');
    expect((await covered(one)).anchors).toHaveLength(4);
    expect((await one.run(['anchor', 'ugly'], { stdin: 'n\n', terminal: {} })).out).toBe('');
  });

  test('at the prompt, words are searched for, and a place can be typed', async () => {
    const ask = (stdin: string) => {
      const one = box();
      return one.run(['anchor', 'ugly'], { stdin, terminal: {} }).then(({ out, err }) => ({
        out,
        err,
        anchors: one.read('ledger.yaml').slice(one.read('ledger.yaml').indexOf('id: ugly')),
      }));
    };
    const searched = await ask('two ferries\n1\n');
    expect(searched.err).toMatch(/1 {2}paragraph 2, sentence 1: Two ferries/);
    expect(searched.anchors).toContain(digest('Two ferries sailed each day before the storm.'));
    expect((await ask('2.2\n')).anchors).toContain('paragraph: 2, sentence: 2, digest:');
    expect((await ask('1.1-1.2\n')).anchors).toContain('digests:');
    const wrong = await ask('9.1\nzzz\nn\n');
    expect(wrong.err).toContain('the article has no paragraph 9, sentence 1');
    expect(wrong.err).toContain('no sentence has such words');
    expect(wrong.out).toBe('');
  });

  test('add takes a place as well', async () => {
    const one = box();
    await one.run(['add', 'It is done.', '--paragraph', '1', '--sentence', '2']);
    expect(one.read('ledger.yaml')).toContain(`digest: ${digest('“It is done,” the minister said on Monday.')}`);
    expect((await one.run(['add', 'It is free.', '--quote', 'free of charge'])).code).toBe(2);
    expect((await one.run(['add', 'It was cold.', '--paragraph', '1'])).code).toBe(0);
  });

  test('what is not in the text, or in several places, is refused with what is like it', async () => {
    const one = box();
    const before = one.read('ledger.yaml');
    const refused = async (...argv: string[]) => {
      const { code, err } = await one.run(['anchor', ...argv]);
      expect(code).toBe(2);
      return err;
    };
    expect(await refused('two-ferries')).toMatch(/Most like it are:\n {2}paragraph 2, sentence 1: Two ferries/);
    expect(await refused('ugly', '--quote', 'Two ferry sailed each day')).toContain('paragraph 2, sentence 1');
    expect(await refused('ugly', '--quote', 'the')).toContain('several places');
    expect(await refused('ugly', '--quote', 'It cost', '--paragraph', '1')).toContain('but in paragraph 2, sentence 2');
    expect(await refused('ugly', '--paragraph', '7')).toContain('has no paragraph 7');
    expect(await refused('ugly', '--sentence', '1')).toContain('--paragraph as well');
    expect(await refused('ugly', '--paragraph', '7', '--sentence', '1')).toContain('has no paragraph 7, sentence 1');
    expect(await refused()).toContain('takes a claim or --all');
    expect(await refused('--all', '--paragraph', '1')).toContain('Leave out --paragraph');
    expect((await one.run(['add', 'New.', '--article', 'article.txt'])).err).toContain('--article is for the place');
    expect(await refused('ugly', '--all')).toContain('takes a claim or --all');
    expect(one.read('ledger.yaml')).toBe(before);
  });
});

test('where nothing is known of the article, the answer is one line', async () => {
  const { out } = await sandbox('factledger: 1\narticle:\n  title: T\n').run(['coverage']);
  expect(out).toBe('0 sentences, 0 with claims, 0 skipped\n');
});

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { anchorDigest } from '../../src/article/anchor-digest.ts';
import { type Sandbox, sandbox } from '../sandbox.ts';

const ARTICLE = `Harbour to reopen
The harbour will reopen by 31 March. It is safe. It is done.
Repairs
Two ferries sailed each day. It cost 3.5 million.
Nobody was hurt. It is safe.
The end came soon.
`;

const LEDGER = `factledger: 1
article: { title: Harbour to reopen, text: article.txt, language: en }
claims:
  - { id: a, text: It will reopen. }
  - { id: b, text: It sailed., anchors: [{ quote: Two ferries }] }
`;

const d = anchorDigest;

function box(ledger = LEDGER): Sandbox {
  const one = sandbox(ledger);
  one.write('article.txt', ARTICLE);
  return one;
}

async function refused(one: Sandbox, ...argv: string[]): Promise<string> {
  const before = one.read('ledger.yaml');
  const { code, err } = await one.run(argv);
  expect(code).toBe(2);
  expect(one.read('ledger.yaml')).toBe(before);
  return err;
}

async function covered(one: Sandbox) {
  const { out, code, err } = await one.run(['coverage', '--json']);
  if (code === 2) throw new Error(err);
  return JSON.parse(out);
}

const anchorsOf = (one: Sandbox, index = 0) => parse(one.read('ledger.yaml')).claims[index].anchors;

describe('anchor <claim> <place>…', () => {
  test.each<[place: string, anchor: object]>([
    ['1.2', { paragraph: 1, sentence: 2, digest: d('It is safe.') }],
    ['2', { paragraph: 2, digests: [d('Two ferries sailed each day.'), d('It cost 3.5 million.')] }],
    ['4', { paragraph: 4, sentence: 1, digest: d('The end came soon.') }],
    ['1.2-1.3', { paragraph: 1, sentence: 2, digests: [d('It is safe.'), d('It is done.')] }],
    ['1.3-2.1', { paragraph: 1, sentence: 3, digests: [d('It is done.'), d('Two ferries sailed each day.')] }],
    ['1.3–1.3', { paragraph: 1, sentence: 3, digest: d('It is done.') }],
    ['3-4', { paragraph: 3, sentence: 1, digests: ['Nobody was hurt.', 'It is safe.', 'The end came soon.'].map(d) }],
  ])('%s', async (place, anchor) => {
    const one = box();
    expect(await one.run(['anchor', 'a', place])).toMatchObject({ code: 0, out: 'a\n', err: '' });
    expect(anchorsOf(one)).toEqual([anchor]);
    expect((await covered(one)).anchors[0]).toMatchObject({ claim: 'a', index: 0, state: 'exact' });
    expect((await one.run(['check', '--rule', 'anchor'])).code).toBe(0);
    expect((await one.run(['anchor', 'a', place])).err).toContain('nothing changed');
    expect(anchorsOf(one)).toHaveLength(1);
  });

  test('several at once, each once; in one write', async () => {
    const one = box();
    await one.run(['anchor', 'a', '1.1', '2', '1.1', '4']);
    expect(anchorsOf(one).map(({ paragraph }: { paragraph: number }) => paragraph)).toEqual([1, 2, 4]);
    await one.run(['anchor', 'b', '1.1', '4']);
    expect(anchorsOf(one, 1)).toHaveLength(3);
    await one.run(['undo']);
    expect(anchorsOf(one, 1)).toHaveLength(1);
  });

  test('the first word is the claim, whatever it looks like', async () => {
    const one = box(LEDGER.replace('id: a', 'id: "2"'));
    expect((await one.run(['anchor', '2', '3.1'])).code).toBe(0);
    expect(anchorsOf(one)).toEqual([{ paragraph: 3, sentence: 1, digest: d('Nobody was hurt.') }]);
    expect(await refused(one, 'anchor', '3.1', '2')).toContain('no claim');
    expect(await refused(one, 'anchor', '3.1', 'b')).toContain('expected a place in the article, found "b"');
  });

  test('what is not in the article is refused, and what it has is told', async () => {
    const one = box();
    const anchor = (...places: string[]) => refused(one, 'anchor', 'a', ...places);
    expect(await anchor('5')).toContain('the article has no paragraph 5\n');
    expect(await anchor('5')).toContain('It has 4 paragraphs');
    expect(await anchor('2.3')).toContain('the article has no paragraph 2, sentence 3');
    expect(await anchor('2.3')).toContain('Paragraph 2 has 2 sentences');
    expect(await anchor('4.2')).toContain('Paragraph 4 has 1 sentence:');
    expect(await anchor('3-9')).toContain('the article has no paragraph 9');
    expect(await anchor('1.2-2.9')).toContain('the article has no paragraph 2, sentence 9');
    expect(await anchor('1.9-2.1')).toContain('the article has no paragraph 1, sentence 9');
    expect(await anchor('1.1', '99999999999')).toContain('the article has no paragraph 99999999999');
  });

  test('what is no place is refused, and how to write one is told', async () => {
    const one = box();
    const anchor = (...places: string[]) => refused(one, 'anchor', 'a', ...places);
    for (const odd of ['0', '2.0', '2.', '.2', '1-2-3', 'x', '2,1', '1 2', '١', '2.1.1', '9'.repeat(400)]) {
      expect(await anchor(odd)).toContain('expected a place in the article');
    }
    expect(await anchor('2.1\u001b[31m')).not.toContain('\u001b');
    expect(await anchor('3-2')).toContain('Write 2-3.');
    expect(await anchor('2.2-2.1')).toContain('Write 2.1-2.2.');
    expect(await anchor('2-3.1')).toContain('from sentence to sentence or from paragraph to paragraph');
    expect(await anchor('2.1-3')).toContain('Write 2.3-3.2, or 5-9.');
    expect(await anchor('1', '--paragraph', '2')).toContain('a place is given twice');
    expect(await anchor('1', '--quote', 'x')).toContain('a place is given twice');
    expect(await refused(one, 'anchor', '--all', '1')).toContain('takes a claim or --all');
  });

  test('without the text, a place is a hint, and a run is refused', async () => {
    const one = sandbox(LEDGER);
    expect((await one.run(['anchor', 'a', '2.1', '3'])).err).toContain('these are hints for the reader only');
    expect(anchorsOf(one)).toEqual([{ paragraph: 2, sentence: 1 }, { paragraph: 3 }]);
    expect(await refused(one, 'anchor', 'a', '2-3')).toContain('what is in 2-3? A run needs the article’s text');
  });

  test('options name a sentence as before', async () => {
    const one = box();
    await one.run(['anchor', 'a', '--paragraph', '2', '--sentence', '2']);
    expect(anchorsOf(one)).toEqual([{ paragraph: 2, sentence: 2, digest: d('It cost 3.5 million.') }]);
    expect(await refused(one, 'anchor', 'a', '--paragraph', '2')).toContain('Give a place, such as 3.1, or --quote');
  });
});

describe('anchor --remove', () => {
  const full = async () => {
    const one = box();
    await one.run(['anchor', 'a', '1.1', '1.2-2.1', '4']);
    return one;
  };

  test.each<[place: string, left: (number | undefined)[]]>([
    ['1.1', [1, 4]],
    ['2', [1, 4]],
    ['2.1', [1, 4]],
    ['1.3-2.2', [1, 4]],
    ['1-3', [4]],
    ['2-9', [1]],
    ['all', []],
  ])('%s', async (place, left) => {
    const one = await full();
    expect((await one.run(['anchor', 'a', '--remove', place])).code).toBe(0);
    expect((anchorsOf(one) ?? []).map(({ paragraph }: { paragraph: number }) => paragraph)).toEqual(left);
  });

  test('names the anchors that there are', async () => {
    const one = await full();
    const { err } = await one.run(['anchor', 'a', '--remove', '3']);
    expect(err).toContain('no anchor there');
    expect(err).toContain('  1.1\n  1.2 (3 sentences)\n  4.1\n');
    expect(await refused(one, 'anchor', 'a', '2', '--remove')).toContain('Write: factledger anchor CLAIM --remove 2.1');
    expect(await refused(one, 'anchor', 'a', '--remove', '4-2')).toContain('ends before it starts');
  });
});

test('show tells of runs', async () => {
  const one = box();
  await one.run(['anchor', 'a', '1.2-2.1', '2']);
  expect((await one.run(['show', 'a'])).out).toContain(
    'Article  paragraph 1, sentence 2 and 2 more; paragraph 2 (2 sentences)',
  );
  const [{ anchors }] = JSON.parse((await one.run(['show', 'a', '--json'])).out);
  expect(Object.keys(anchors[0])).toEqual(['paragraph', 'sentence', 'digest', 'digests', 'quote', 'prefix', 'suffix']);
});

test('without the text, a run tells its sentences, and none of them is a gap', async () => {
  const digests = ['a', 'b', 'c'].map(d);
  const one = sandbox(
    LEDGER.replace(
      '[{ quote: Two ferries }]',
      `[{ paragraph: 1, sentence: 1, digests: [${digests.join(', ')}] }, { paragraph: 1, sentence: 3, quote: x }, { paragraph: 1, sentence: 5, quote: y }]`,
    ),
  );
  const { sentences, ...totals } = await covered(one);
  expect(totals).toMatchObject({ headings: 0, percent: 83.3 });
  expect(sentences.map((each: Record<string, unknown>) => [each.paragraph, each.sentence, each.digest])).toEqual([
    [1, 1, digests[0]],
    [1, 2, digests[1]],
    [1, 3, digests[2]],
    [1, 3, null],
    [1, 4, null],
    [1, 5, null],
  ]);
  const open = sandbox(
    LEDGER.replace('[{ quote: Two ferries }]', `[{ paragraph: 1, sentence: 2, digests: [${digests.join(', ')}] }]`),
  );
  expect(
    (await covered(open)).sentences.map(({ paragraph, sentence }: Record<string, unknown>) => [paragraph, sentence]),
  ).toEqual([
    [1, 1],
    [1, 2],
    [null, null],
    [null, null],
  ]);
});

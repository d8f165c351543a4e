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
article:
  title: Harbour to reopen
  text: article.txt
  language: en
claims:
  - { id: a, text: It will reopen. }
  - { id: b, text: It sailed., anchors: [{ quote: Two ferries }] }
`;

const d = anchorDigest;

function box(ledger = LEDGER, article = ARTICLE): Sandbox {
  const one = sandbox(ledger);
  one.write('article.txt', article);
  return one;
}

async function refused(one: Sandbox, ...argv: string[]): Promise<string> {
  const before = one.read('ledger.yaml');
  const { code, err } = await one.run(['skip', ...argv]);
  expect(code).toBe(2);
  expect(one.read('ledger.yaml')).toBe(before);
  return err;
}

async function covered(one: Sandbox) {
  return JSON.parse((await one.run(['coverage', '--json'])).out);
}

const skipped = async (one: Sandbox): Promise<string[]> =>
  (await covered(one)).sentences
    .filter((each: { skipped: boolean }) => each.skipped)
    .map(({ text }: { text: string }) => text);

const skipsOf = (one: Sandbox) => parse(one.read('ledger.yaml')).article.skips;

/** A ledger with skips in its lines. */
const withSkips = (lines: string) => LEDGER.replace('  language: en\n', `  language: en\n  skips:\n${lines}`);

async function skip(places: readonly string[], ledger = LEDGER, reason = 'Scenery.') {
  const one = box(ledger);
  expect((await one.run(['skip', ...places, '--reason', reason])).code).toBe(0);
  return one;
}

describe('skip <place>… --reason', () => {
  test('writes one record for each run, without headings and what has a claim', async () => {
    const one = box();
    const { code, out, err } = await one.run(['skip', '1.2-2.2', '4', '--reason', 'Scenery.']);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '1.2-1.3 (2 sentences): skipped\n2.2: skipped\n4.1: skipped\n',
      err: '2.1: left out, with a claim\n',
    });
    expect(skipsOf(one)).toEqual([
      { paragraph: 1, sentence: 2, digests: [d('It is safe.'), d('It is done.')], reason: 'Scenery.' },
      { paragraph: 2, sentence: 2, digest: d('It cost 3.5 million.'), reason: 'Scenery.' },
      { paragraph: 4, sentence: 1, digest: d('The end came soon.'), reason: 'Scenery.' },
    ]);
    expect(await covered(one)).toMatchObject({ total: 8, covered: 1, skipped: 4, percent: 62.5, headings: 2 });
    expect((await one.run(['check', '--rule', 'anchor'])).code).toBe(0);
  });

  test('a claim that is withdrawn leaves its sentence open', async () => {
    const withdrawn = LEDGER.replace(
      'Two ferries }] }',
      'Two ferries }], withdrawn: { date: 2024-01-01, reason: R } }',
    );
    expect(await skipped(await skip(['2'], withdrawn))).toHaveLength(2);
  });

  test('places that are neighbours are one run, in whatever order they are typed', async () => {
    const one = await skip(['3.1', '4', '2.2', '3.2', '3']);
    expect(skipsOf(one)).toHaveLength(1);
    expect(skipsOf(one)[0].digests).toHaveLength(4);
  });

  test('joins what stands right beside it with the same reason, and undo splits that again', async () => {
    const one = await skip(['1.2']);
    const before = one.read('ledger.yaml');
    await one.run(['skip', '1.3', '--reason', 'Scenery.']);
    expect(one.read('ledger.yaml')).toBe(
      before.replace(`digest: ${d('It is safe.')}`, `digests: [${d('It is safe.')}, ${d('It is done.')}]`),
    );
    const { out } = await one.run(['skip', '1.1', '--reason', 'Scenery.', '--json']);
    expect(JSON.parse(out)).toEqual({
      ledger: 'ledger',
      id: null,
      changed: true,
      changes: [{ key: 'skips', from: '1.2-1.3 (2 sentences)', to: '1.1-1.3 (3 sentences)' }],
    });
    expect(skipsOf(one)).toEqual([
      {
        paragraph: 1,
        sentence: 1,
        digests: ['The harbour will reopen by 31 March.', 'It is safe.', 'It is done.'].map(d),
        reason: 'Scenery.',
      },
    ]);
    await one.run(['skip', '1.2', '--reason', 'Something else.']);
    expect((await one.run(['undo'])).code).toBe(0);
    expect((await one.run(['undo'])).code).toBe(0);
    expect(one.read('ledger.yaml')).toBe(before);
  });

  test('what stands between two skips makes them one; with another reason it stays apart', async () => {
    const one = await skip(['1.1', '1.3', '3.1', '4']);
    const { out } = await one.run(['skip', '1.2', '--reason', 'Scenery.', '--json']);
    expect(JSON.parse(out).changes).toEqual([{ key: 'skips', from: ['1.1', '1.3'], to: '1.1-1.3 (3 sentences)' }]);
    await one.run(['skip', '3.2', '--reason', 'Opinion.']);
    expect(skipsOf(one).map(({ reason }: { reason: string }) => reason)).toEqual([
      'Scenery.',
      'Scenery.',
      'Scenery.',
      'Opinion.',
    ]);
    expect(await skipped(one)).toHaveLength(6);
  });

  test('changes nothing where nothing is open, and says so', async () => {
    const one = await skip(['1']);
    const before = one.read('ledger.yaml');
    const again = await one.run(['skip', '1.2', '2.1', '--reason', 'Other.', '--json']);
    expect(again).toMatchObject({
      code: 0,
      err: '2.1: left out, with a claim\n1.2: skipped already\nNothing is open there: nothing changed.\n',
    });
    expect(JSON.parse(again.out)).toEqual({ ledger: 'ledger', id: null, changed: false, changes: [] });
    expect(one.read('ledger.yaml')).toBe(before);
  });

  test('--dry-run shows the change and writes nothing', async () => {
    const one = await skip(['1.2']);
    const before = one.read('ledger.yaml');
    const { out, err } = await one.run(['skip', '1.3', '--reason', 'Scenery.', '--dry-run']);
    expect(out).toContain(`+      digests: [${d('It is safe.')}, ${d('It is done.')}]\n`);
    expect(err).toBe('1.3: skipped\n');
    expect(one.read('ledger.yaml')).toBe(before);
  });

  test('leaves skips by hand as they are, and is written beside them', async () => {
    const lines = [
      `    - { digest: ${d('It is done.')}, reason: Scenery. } # checked twice\n`,
      `    - { digest: ${d('It cost 3.5 million.')}, reason: Scenery., x-by: me }\n`,
      `    - { quote: Nobody was hurt, reason: Scenery. }\n`,
    ];
    const one = await skip(['1.2', '3.2'], withSkips(lines.join('')));
    for (const line of lines) expect(one.read('ledger.yaml')).toContain(line);
    expect(skipsOf(one)).toHaveLength(5);
  });

  test('joins digests as they are written', async () => {
    const list = `    - paragraph: 1\n      reason: Scenery.\n      digests:\n        - "${d('It is safe.')}"\n`;
    const one = await skip(['1.3'], withSkips(list));
    expect(one.read('ledger.yaml')).toContain(`${list}        - "${d('It is done.')}"\n`);
    const braces = await skip(
      ['1.1'],
      withSkips(`    - {"digest": "${d('It is safe.')}", "reason": "Scenery.", "paragraph": 1}\n`),
    );
    const digests = `["${d('The harbour will reopen by 31 March.')}", "${d('It is safe.')}"]`;
    expect(braces.read('ledger.yaml')).toContain(`{"digests": ${digests}, "reason": "Scenery."`);
  });

  test('what it cannot do is refused, with what to write', async () => {
    const one = box();
    expect(await refused(one, '1.2')).toContain('a skip needs its reason');
    expect(await refused(one, '1.2', '--reason', ' ')).toContain('only blanks');
    expect(await refused(one, '--reason', 'R')).toContain('Give their places');
    expect(await refused(one, '--remove', '1.2', '--reason', 'R')).toContain('Write: factledger skip --remove 2.1');
    expect(await refused(one, '1.1', '--remove', '1.2')).toContain('Write: factledger skip --remove 2.1');
    expect(await refused(one, '5', '--reason', 'R')).toContain('the article has no paragraph 5\n');
    expect(await refused(one, 'x', '--reason', 'R')).toContain('expected a place in the article, found "x"');
    const bare = sandbox(LEDGER);
    for (const argv of [
      ['1.2', '--reason', 'R'],
      ['--remove', '1.2'],
    ]) {
      expect(await refused(bare, ...argv)).toContain('a skip needs the article’s text\nGive it with --article FILE');
    }
    expect((await bare.run(['anchor', '--skip', 'R', '1.2'])).err).toBe(
      "factledger: unknown option '--skip'\nskip is a verb of its own.\nSee: factledger skip --help\n",
    );
  });
});

describe('a run that is skipped', () => {
  test('loses one sentence where one is edited, and check tells which', async () => {
    const one = await skip(['1'], LEDGER.replace('Two ferries }', 'Nobody }'));
    await one.run(['skip', '2', '--reason', 'Scenery.']);
    expect(skipsOf(one)).toHaveLength(1);
    one.write('article.txt', ARTICLE.replace('It is done.', 'It is nearly done.'));
    expect(await skipped(one)).toEqual([
      'The harbour will reopen by 31 March.',
      'It is safe.',
      'Two ferries sailed each day.',
      'It cost 3.5 million.',
    ]);
    const { out, code } = await one.run(['check', '--rule', 'anchor']);
    expect(code).toBe(1);
    const [, at = '', column = ''] = /:(\d+):(\d+):/.exec(out) ?? [];
    const written = one.read('ledger.yaml').split('\n')[Number(at) - 1] ?? '';
    expect(written.slice(Number(column) - 1).startsWith(d('It is done.'))).toBe(true);
    expect(out).toContain(
      `no sentence there has the digest ${d('It is done.')}; it stood after paragraph 1, sentence 2\n`,
    );
    expect(out.trim().split('\n')).toHaveLength(1);
    // What came in its place is open, and does not join a run that is not whole.
    await one.run(['skip', '1.3', '--reason', 'Scenery.']);
    expect(skipsOf(one)).toHaveLength(2);
  });

  test('does not take a like sentence elsewhere for one that is edited', async () => {
    const one = await skip(['1.1-1.3']);
    one.write('article.txt', ARTICLE.replace('It is safe. It is done.', 'It is unsafe. It is done.'));
    expect(await skipped(one)).toEqual(['The harbour will reopen by 31 March.', 'It is done.']);
  });

  test('each sentence that is lost is told', async () => {
    const one = await skip(['1', '2.2', '3']);
    one.write('article.txt', ARTICLE.replace(' It is safe. It is done.', '').replace('Nobody', 'Somebody'));
    const { out } = await one.run(['check', '--rule', 'anchor']);
    expect(out.match(/no sentence there has the digest/g)).toHaveLength(3);
  });

  test('in several places is told of, until a place says which', async () => {
    const digests = ['It is safe.', 'It is done.'].map(d).join(', ');
    const one = box(LEDGER.replace('language: en', `skips: [{ digests: [${digests}], reason: R. }]`));
    one.write('article.txt', `${ARTICLE}It is safe. It is done.\n`);
    expect((await one.run(['check', '--rule', 'anchor'])).out).toContain('it fits several places of the article');
    expect(await skipped(one)).toEqual([]);
    one.write('ledger.yaml', one.read('ledger.yaml').replace('{ digests', '{ paragraph: 5, digests'));
    expect((await one.run(['check', '--rule', 'anchor'])).code).toBe(0);
    expect((await covered(one)).sentences.map((each: { skipped: boolean }) => each.skipped)).toEqual(
      [...'01234567', 8, 9].map((_, index) => index > 7),
    );
  });
});

describe('skip --remove', () => {
  test.each<[place: string, left: (number | string)[][]]>([
    [
      '1.1',
      [
        [1, 2, 2],
        [4, 1],
      ],
    ],
    [
      '1.2',
      [
        [1, 1],
        [4, 1],
        [1, 3],
      ],
    ],
    [
      '1.3',
      [
        [1, 1, 2],
        [4, 1],
      ],
    ],
    ['1', [[4, 1]]],
    ['1.2-4.1', [[1, 1]]],
  ])('%s', async (place, left) => {
    const one = await skip(['1', '4']);
    expect((await one.run(['skip', '--remove', place])).code).toBe(0);
    const found = skipsOf(one).map(({ paragraph, sentence, digests, reason }: Record<string, unknown>) => {
      expect(reason).toBe('Scenery.');
      return [paragraph, sentence, ...(Array.isArray(digests) ? [digests.length] : [])];
    });
    expect(found).toEqual(left);
  });

  test('says what is skipped no longer, and what the records were and are', async () => {
    const one = await skip(['1', '4']);
    const { out } = await one.run(['skip', '--remove', '1.2', '--remove', '4', '--json']);
    expect(JSON.parse(out)).toEqual({
      ledger: 'ledger',
      id: null,
      changed: true,
      changes: [
        { key: 'skips', from: '1.1-1.3 (3 sentences)', to: ['1.1', '1.3'] },
        { key: 'skips', from: '4.1', to: null },
      ],
    });
    expect((await one.run(['skip', '--remove', '1'])).out).toBe('1.1: no longer skipped\n1.3: no longer skipped\n');
    expect(one.read('ledger.yaml')).toBe(LEDGER);
    expect(await refused(one, '--remove', '1')).toContain('nothing is skipped in 1\n');
  });

  test('keeps comments and the layout of what stays', async () => {
    const lines = `    # Read on Monday.
    - digests:
        - ${d('The harbour will reopen by 31 March.')} # first
        - ${d('It is safe.')}
        - ${d('It is done.')} # last
      reason: Scenery. # why
`;
    const one = box(withSkips(lines));
    await one.run(['skip', '--remove', '1.2']);
    expect(one.read('ledger.yaml')).toContain('# Read on Monday.\n    - digests:\n');
    expect(one.read('ledger.yaml')).toMatch(/# first\n +# last\n {6}reason: Scenery\. # why\n/);
    expect(await skipped(one)).toEqual(['The harbour will reopen by 31 March.', 'It is done.']);
  });

  test('a skip that is not found is where its hint says; one by its words goes as a whole', async () => {
    const lines = `    - { paragraph: 3, sentence: 1, digest: sha256-0000000000000000 }
    - { quote: safe. It is done, paragraph: 1 }
`;
    const one = box(withSkips(lines));
    expect(await refused(one, '--remove', '1.2')).toContain('is by its words: no part of it can be taken out');
    expect((await one.run(['skip', '--remove', '3.1'])).out).toBe('3.1: no longer skipped\n');
    expect((await one.run(['skip', '--remove', '1.2-1.3'])).out).toBe('1.2-1.3 (2 sentences): no longer skipped\n');
    expect(one.read('ledger.yaml')).toBe(LEDGER);
  });

  test('a digest of several sentences is told apart', async () => {
    const one = box(withSkips(`    - { digest: ${d('It is safe. It is done.')}, reason: R. }\n`));
    await one.run(['skip', '--remove', '1.2']);
    expect(skipsOf(one)).toEqual([{ digest: d('It is done.'), reason: 'R.', paragraph: 1, sentence: 3 }]);
  });
});

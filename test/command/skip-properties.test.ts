import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { anchorDigest } from '../../src/article/anchor-digest.ts';
import { type ArticleText, readArticle, type Sentence } from '../../src/article/article.ts';
import { coverArticle } from '../../src/article/coverage.ts';
import type { ReadLedger } from '../../src/flow/read-ledgers.ts';
import { planSkip } from '../../src/flow/skip-sentences.ts';
import { planUnskip } from '../../src/flow/unskip-sentences.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { isWithin, type PlaceRange } from '../../src/model/typed-place.ts';
import { edit } from '../../src/yaml/edit.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';
import { runs } from '../soak.ts';

const TODAY = '2026-11-28';
const REASONS = ['Scenery.', 'Colour: red, #1'];

/** Paragraphs of letters, each of them a sentence; a word in capitals is a heading. Sentences may stand several times. */
const articles = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 1, maxLength: 6 }) },
      fc.constant('NEWS'),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((paragraphs) =>
    readArticle(
      paragraphs.map((one) => ({
        text: one === 'NEWS' ? one : Array.from(one, (letter) => `It is ${letter}oo.`).join(' '),
        isHeading: one === 'NEWS',
      })),
      'T',
      'en',
    ),
  )
  .filter((article) => article.sentences.some(({ paragraph }) => paragraph !== null));

const bodyOf = ({ sentences }: ArticleText) => sentences.filter(({ paragraph }) => paragraph !== null);

interface Step {
  readonly kind: 'skip' | 'unskip';
  readonly from: number;
  readonly count: number;
  readonly reason: string;
}

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('skip', 'skip', 'unskip'),
    from: fc.nat(30),
    count: fc.integer({ min: 1, max: 5 }),
    reason: fc.constantFrom(...REASONS),
  }),
  { minLength: 1, maxLength: 12 },
);

const rangeOf = (sentences: readonly Sentence[]): PlaceRange => {
  const [first, last] = [sentences[0], sentences.at(-1)].map((one) => ({
    paragraph: one?.paragraph ?? 1,
    sentence: one?.sentence ?? 1,
  }));
  return { first: first as PlaceRange['first'], last: last as PlaceRange['last'] };
};

async function read(text: string): Promise<ReadLedger> {
  const { ledger, faults } = await readLedger(text);
  expect(faults).toEqual([]);
  return { text, ledger } as ReadLedger;
}

/** The texts of a ledger after each step, and which sentences of the body are to be skipped then, with the reason. */
async function* made(start: string, article: ArticleText, wanted: readonly Step[]) {
  const body = bodyOf(article);
  let text = start;
  const { ledger } = await read(text);
  const covered = coverArticle(ledger, article).sentences.filter(({ paragraph }) => paragraph !== null);
  const expected = covered.map(({ skipped }) => (skipped ? 'by hand' : null)) as (string | null)[];
  for (const { kind, from, count, reason } of wanted) {
    const first = from % body.length;
    const meant = body.slice(first, first + count);
    const isMeant = (one: Sentence) => isWithin(rangeOf(meant), one);
    if (kind === 'unskip' && !body.some((one, at) => expected[at] !== null && isMeant(one))) continue;
    const now = await read(text);
    const before = text;
    if (kind === 'skip') {
      text = edit(text, planSkip(now, article, meant, { reason, today: TODAY }).changes, now.ledger);
    } else {
      try {
        text = edit(text, planUnskip(now, article, [rangeOf(meant)], TODAY).changes, now.ledger);
      } catch (error) {
        // What stands by hand may be in the way of a removal, never of a skip.
        if (error instanceof Refusal && start.includes('by hand')) continue;
        throw error;
      }
    }
    for (const [at, one] of body.entries()) {
      if (!isMeant(one)) continue;
      if (kind === 'unskip') expected[at] = null;
      else if (covered[at]?.claims.length === 0) expected[at] ??= reason;
    }
    yield { before, text, kind, expected: [...expected] };
  }
}

async function skippedIn(text: string, article: ArticleText): Promise<boolean[]> {
  const { ledger } = await read(text);
  return coverArticle(ledger, article)
    .sentences.filter(({ paragraph }) => paragraph !== null)
    .map(({ skipped }) => skipped);
}

test('what is skipped is what was asked for, in as few records as there are runs of a reason', async () => {
  const claims = fc.array(fc.nat(30), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(articles, claims, steps, async (article, claimed, wanted) => {
      const body = bodyOf(article);
      const anchors = [...new Set(claimed.map((at) => body[at % body.length]))].map(
        (one) => `{ paragraph: ${one?.paragraph}, sentence: ${one?.sentence}, digest: ${one?.digest} }`,
      );
      const start = `factledger: 1\narticle:\n  title: T\nclaims:\n  - { id: a, text: A, anchors: [${anchors.join(', ')}] }\n`;
      for await (const { text, expected } of made(start, article, wanted)) {
        expect(await skippedIn(text, article)).toEqual(expected.map((reason) => reason !== null));
        const { skips } = parse(text).article as { skips?: object[] | null };
        const starts = expected.filter((reason, at) => reason !== null && reason !== expected[at - 1]);
        expect(skips ?? []).toHaveLength(starts.length);
      }
    }),
    runs(60),
  );
});

/** Skips as people write them: by quote and digests, in lines and in braces, with comments, keys of their own and shared values. */
const HANDS: ((sentences: readonly Sentence[]) => string)[] = [
  ([one]) => `    - { digest: ${one?.digest}, reason: "${REASONS[0]}" } # by hand 1\n`,
  ([one]) =>
    `    - { quote: "${one?.text}", paragraph: ${one?.paragraph}, sentence: ${one?.sentence}, reason: Scenery. }\n`,
  (all) =>
    `    - paragraph: ${all[0]?.paragraph}\n      sentence: ${all[0]?.sentence}\n      reason: Scenery.\n      digests:\n${all.map(({ digest }, at) => `        - ${digest} # by hand ${at + 2}\n`).join('')}`,
  (all) =>
    `    # by hand 11\n    - digests: [${all.map(({ digest }) => digest).join(',\n        ')}]\n      reason: Scenery.\n`,
  (all) =>
    `    - { digests: [${all.map(({ digest }) => digest).join(', ')}], paragraph: ${all[0]?.paragraph}, reason: Scenery. }\n`,
  ([one]) => `    - { digest: ${one?.digest}, reason: 'Scenery.', x-mine: yes }\n`,
  ([one]) =>
    `    - { paragraph: ${one?.paragraph}, sentence: ${one?.sentence}, digest: '${one?.digest}', reason: 'Scenery.' }\n`,
  ([one, two]) =>
    `    - digest: ${anchorDigest(`${one?.text} ${two?.text ?? ''}`)}\n      reason: >\n        Folded\n        by hand 12\n`,
  () => `    - { digest: sha256-0000000000000000, reason: Scenery. }\n    -\n`,
];

test('skips by hand keep their layout, comments and keys, whatever is skipped beside them', async () => {
  const hands = fc.array(
    fc.record({ hand: fc.constantFrom(...HANDS), from: fc.nat(30), count: fc.integer({ min: 1, max: 3 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  await fc.assert(
    fc.asyncProperty(articles, hands, steps, async (article, written, wanted) => {
      const body = bodyOf(article);
      const skips = written.map(({ hand, from, count }) => {
        const start = from % body.length;
        return hand(body.slice(start, start + count));
      });
      const start = `factledger: 1\narticle:\n  title: T\n  skips:\n${skips.join('')}\nclaims: []\n`;
      for await (const { before, text, kind, expected } of made(start, article, wanted)) {
        expect(await skippedIn(text, article)).toEqual(expected.map((reason) => reason !== null));
        if (kind !== 'skip') continue;
        expect(text.match(/by hand \d+|x-mine: yes/g)).toEqual(before.match(/by hand \d+|x-mine: yes/g));
      }
    }),
    runs(60),
  );
});

test('82 skips of a speech, made in any order, are as many records as there are runs', async () => {
  const paragraphs = Array.from({ length: 20 }, (_, p) =>
    Array.from({ length: 5 }, (_, s) => `This is sentence ${p * 5 + s + 1} of the speech.`).join(' '),
  );
  const article = readArticle(
    paragraphs.map((text) => ({ text, isHeading: false })),
    'T',
    'en',
  );
  const claimed = [3, 4, 11, 19, 20, 28, 35, 41, 47, 55, 60, 66, 67, 73, 80, 88, 93, 99];
  const anchors = claimed.map((number) => `{ quote: "sentence ${number} of" }`).join(', ');
  const start = `factledger: 1\narticle:\n  title: T\nclaims:\n  - { id: a, text: A, anchors: [${anchors}] }\n`;
  const open = article.sentences.map((_, at) => at).filter((at) => !claimed.includes(at + 1));
  expect(open).toHaveLength(82);
  const orders = fc.shuffledSubarray(open, { minLength: open.length });
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      let last = '';
      const one = order.map((from): Step => ({ kind: 'skip', from, count: 1, reason: 'Colour.' }));
      for await (const { text } of made(start, article, one)) last = text;
      expect(parse(last).article.skips.length).toBeLessThanOrEqual(20);
      expect((await skippedIn(last, article)).filter((is) => is)).toHaveLength(82);
    }),
    runs(1),
  );
});

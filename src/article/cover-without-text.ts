import type { Ledger } from '../model/ledger.ts';
import { type AnchorPlace, namesPlace } from './anchors.ts';
import { type Coverage, type CoveredSentence, counted, type PlacedAnchor } from './coverage.ts';

/** No paragraph has more sentences; a hint beyond is a typo. */
const MOST = 10_000;

/** A sentence as far as an anchor tells: what names it, and where it stands or, where that is not known, comes after. */
interface Part extends Pick<CoveredSentence, 'paragraph' | 'sentence' | 'digest'> {
  readonly key: string;
  readonly order: readonly [paragraph: number, sentence: number];
}

/**
 * What anchors alone can say, without the article's text: the sentences that anchors and skips name, and the gaps that
 * their hints leave in a paragraph.
 */
export function coverWithoutText(ledger: Ledger): Coverage {
  const { claims, article } = ledger;
  const named = [...claims.flatMap((claim) => claim.anchors), ...article.skips].filter(namesPlace);
  const ends = lastHinted(named);
  const known = new Map<string, { part: Part; claims: Set<string>; skipped: boolean }>();
  const at = (part: Part) => {
    const one = known.get(part.key) ?? { part, claims: new Set<string>(), skipped: false };
    // The same sentence, and now its place is told.
    if (one.part.sentence === null && part.sentence !== null) one.part = part;
    known.set(part.key, one);
    return one;
  };
  const anchors = claims.flatMap(({ id, anchors: list }) =>
    list.flatMap((anchor, index): PlacedAnchor[] => {
      if (!namesPlace(anchor)) return [];
      for (const part of partsOf(anchor, ends)) at(part).claims.add(id);
      return [{ claim: id, index, state: null, paragraph: anchor.paragraph, sentence: anchor.sentence }];
    }),
  );
  for (const skip of article.skips) {
    if (namesPlace(skip)) for (const part of partsOf(skip, ends)) at(part).skipped = true;
  }
  const places = new Set([...known.values()].map(({ part }) => `${part.paragraph}.${part.sentence}`));
  for (const [paragraph, count] of ends) {
    for (let sentence = 1; sentence < Math.min(count, MOST); sentence++) {
      const key = `${paragraph}.${sentence}`;
      if (!places.has(key)) at({ key, paragraph, sentence, digest: null, order: [paragraph, sentence] });
    }
  }
  const sentences = [...known.values()]
    .sort(({ part: { order: a } }, { part: { order: b } }) => a[0] - b[0] || a[1] - b[1])
    .map(({ part: { paragraph, sentence, digest }, claims: ids, skipped }) => ({
      paragraph,
      sentence,
      digest,
      text: null,
      claims: [...ids],
      skipped,
    }));
  return { sentences, anchors, ...counted(sentences), headings: 0 };
}

/** Of each paragraph, the last sentence that is told of. */
function lastHinted(anchors: readonly AnchorPlace[]): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { paragraph, sentence } of anchors) {
    if (paragraph === null || sentence === null) continue;
    ends.set(paragraph, Math.max(sentence, ends.get(paragraph) ?? 0));
  }
  return ends;
}

/**
 * The sentences that an anchor names. Those of a run follow each other, but where its paragraph ends is not known: they
 * are numbered as far as the paragraph is known to go on.
 */
function partsOf({ paragraph, sentence, digest, digests, quote }: AnchorPlace, ends: Map<number, number>): Part[] {
  const order = (more: number) => [paragraph ?? 0, (sentence ?? 0) + more] as const;
  if (digests.length === 0) {
    const hint = paragraph !== null && sentence !== null ? `${paragraph}.${sentence}` : null;
    return [{ key: digest ?? hint ?? quote ?? '', paragraph, sentence, digest, order: order(0) }];
  }
  return digests.map((one, index) => {
    const part = { key: one, digest: one, order: order(index) };
    if (sentence === null) return { ...part, paragraph, sentence };
    const isThere = index === 0 || sentence + index <= (ends.get(paragraph ?? 0) ?? 0);
    return { ...part, paragraph: isThere ? paragraph : null, sentence: isThere ? sentence + index : null };
  });
}

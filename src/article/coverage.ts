import type { Ledger } from '../model/ledger.ts';
import { type AnchorPlace, type AnchorState, anchorFinder, namesPlace } from './anchors.ts';
import type { ArticleText } from './article.ts';

/** A sentence with what accounts for it. Without the article's text, `text` is null, and `digest` where no anchor has it. */
export interface CoveredSentence {
  /** Null in a heading, or where it is not known. */
  readonly paragraph: number | null;
  readonly sentence: number | null;
  readonly text: string | null;
  readonly digest: string | null;
  /** The ids of the claims that are anchored in it, in the order of the ledger. */
  readonly claims: readonly string[];
  readonly skipped: boolean;
}

/** An anchor of a claim, by its index in the claim's list. */
interface PlacedAnchor {
  readonly claim: string;
  readonly index: number;
  /** Null where there is no text to look in. */
  readonly state: AnchorState | null;
  readonly paragraph: number | null;
  readonly sentence: number | null;
}

export interface Coverage {
  /** Those of headings, too; they do not count. */
  readonly sentences: readonly CoveredSentence[];
  readonly anchors: readonly PlacedAnchor[];
  readonly total: number;
  /** How many sentences have a claim, and how many have none but are skipped. */
  readonly covered: number;
  readonly skipped: number;
}

/** Whether a sentence is accounted for, by a claim or a skip. */
export const isAccountedFor = ({ claims, skipped }: CoveredSentence): boolean => claims.length > 0 || skipped;

/** The share of sentences accounted for, 0 to 100, not rounded; null where there are none. */
export const percentOf = ({ total, covered, skipped }: Coverage): number | null =>
  total === 0 ? null : ((covered + skipped) * 100) / total;

/** Accounts for an article sentence by sentence. */
export function coverArticle(ledger: Ledger, article: ArticleText): Coverage {
  const find = anchorFinder(article);
  const accounts = article.sentences.map((sentence) => ({ sentence, claims: new Set<string>(), skipped: false }));
  const anchors = ledger.claims.flatMap(({ id, anchors: list }) =>
    list.flatMap((anchor, index): PlacedAnchor[] => {
      if (!namesPlace(anchor)) return [];
      const { state, span } = find(anchor);
      if (span) for (const { claims } of accounts.slice(span.first, span.last + 1)) claims.add(id);
      const first = span && article.sentences[span.first];
      return [{ claim: id, index, state, paragraph: first?.paragraph ?? null, sentence: first?.sentence ?? null }];
    }),
  );
  for (const skip of ledger.article.skips) {
    const span = namesPlace(skip) ? find(skip).span : null;
    if (span) for (const account of accounts.slice(span.first, span.last + 1)) account.skipped = true;
  }
  const sentences = accounts.map(({ sentence: { paragraph, sentence, digest, text }, claims, skipped }) => ({
    paragraph,
    sentence,
    digest,
    text,
    claims: [...claims],
    skipped,
  }));
  return { sentences, anchors, ...counted(sentences.filter(({ paragraph }) => paragraph !== null)) };
}

/** No paragraph has more sentences; a hint beyond is a typo. */
const MOST = 10_000;

/**
 * What digests alone can say, without the article's text: the sentences that anchors and skips name, and the gaps that
 * their hints leave in a paragraph.
 */
export function coverWithoutText(ledger: Ledger): Coverage {
  const known = new Map<string, { place: AnchorPlace; claims: Set<string>; skipped: boolean }>();
  const at = (place: AnchorPlace) => {
    const { paragraph, sentence, digest, quote } = place;
    const key = digest ?? (paragraph !== null && sentence !== null ? `${paragraph}.${sentence}` : (quote ?? ''));
    const one = known.get(key) ?? { place, claims: new Set<string>(), skipped: false };
    known.set(key, one);
    return one;
  };
  const anchors = ledger.claims.flatMap(({ id, anchors: list }) =>
    list.flatMap((anchor, index): PlacedAnchor[] => {
      if (!namesPlace(anchor)) return [];
      at(anchor).claims.add(id);
      return [{ claim: id, index, state: null, paragraph: anchor.paragraph, sentence: anchor.sentence }];
    }),
  );
  for (const skip of ledger.article.skips) if (namesPlace(skip)) at(skip).skipped = true;
  const places = new Set<string>();
  const last = new Map<number, number>();
  for (const { place } of known.values()) {
    if (place.paragraph === null || place.sentence === null) continue;
    places.add(`${place.paragraph}.${place.sentence}`);
    last.set(place.paragraph, Math.max(place.sentence, last.get(place.paragraph) ?? 0));
  }
  const nowhere = { digest: null, quote: null, prefix: null, suffix: null };
  for (const [paragraph, count] of last) {
    for (let sentence = 1; sentence < Math.min(count, MOST); sentence++) {
      if (!places.has(`${paragraph}.${sentence}`)) at({ ...nowhere, paragraph, sentence });
    }
  }
  const sentences = [...known.values()]
    .map(({ place: { paragraph, sentence, digest }, claims, skipped }) => ({
      paragraph,
      sentence,
      digest,
      text: null,
      claims: [...claims],
      skipped,
    }))
    .sort((a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0) || (a.sentence ?? 0) - (b.sentence ?? 0));
  return { sentences, anchors, ...counted(sentences) };
}

function counted(body: readonly CoveredSentence[]): Pick<Coverage, 'total' | 'covered' | 'skipped'> {
  const covered = body.filter(({ claims }) => claims.length > 0).length;
  return { total: body.length, covered, skipped: body.filter(isAccountedFor).length - covered };
}

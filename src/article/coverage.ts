import type { Ledger } from '../model/ledger.ts';
import { type AnchorState, anchorFinder, namesPlace } from './anchors.ts';
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
export interface PlacedAnchor {
  readonly claim: string;
  readonly index: number;
  /** Null where there is no text to look in. */
  readonly state: AnchorState | null;
  readonly paragraph: number | null;
  readonly sentence: number | null;
}

export interface Coverage {
  /** Those of headings, too, whether they count or not. */
  readonly sentences: readonly CoveredSentence[];
  readonly anchors: readonly PlacedAnchor[];
  readonly total: number;
  /** How many sentences have a claim, and how many have none but are skipped. */
  readonly covered: number;
  readonly skipped: number;
  /** How many headings hold no anchor, and so do not count. */
  readonly headings: number;
}

/** Whether a sentence is accounted for, by a claim or a skip. */
export const isAccountedFor = ({ claims, skipped }: CoveredSentence): boolean => claims.length > 0 || skipped;

/** Whether a sentence counts: one of a heading does only where an anchor holds it. */
export const isCounted = (one: CoveredSentence): boolean =>
  one.paragraph !== null || one.text === null || isAccountedFor(one);

/** The share of sentences accounted for, 0 to 100; null where there are none. */
export interface Share {
  readonly exact: number;
  /** Rounded down to one decimal. */
  readonly shown: number;
}

export const shareOf = ({ total, covered, skipped }: Coverage): Share | null => {
  const counted = covered + skipped;
  return total === 0 ? null : { exact: (counted * 100) / total, shown: Math.floor((counted * 1000) / total) / 10 };
};

/** Accounts for an article sentence by sentence. */
export function coverArticle(ledger: Ledger, article: ArticleText): Coverage {
  const find = anchorFinder(article);
  const accounts = article.sentences.map((sentence) => ({ sentence, claims: new Set<string>(), skipped: false }));
  const anchors = ledger.claims.flatMap(({ id, anchors: list }) =>
    list.flatMap((anchor, index): PlacedAnchor[] => {
      if (!namesPlace(anchor)) return [];
      const { state, spans } = find(anchor);
      for (const span of spans) for (const { claims } of accounts.slice(span.first, span.last + 1)) claims.add(id);
      const first = spans[0] && article.sentences[spans[0].first];
      return [{ claim: id, index, state, paragraph: first?.paragraph ?? null, sentence: first?.sentence ?? null }];
    }),
  );
  for (const skip of ledger.article.skips) {
    for (const span of namesPlace(skip) ? find(skip).spans : []) {
      for (const account of accounts.slice(span.first, span.last + 1)) account.skipped = true;
    }
  }
  const sentences = accounts.map(({ sentence: { paragraph, sentence, digest, text }, claims, skipped }) => ({
    paragraph,
    sentence,
    digest,
    text,
    claims: [...claims],
    skipped,
  }));
  return { sentences, anchors, ...counted(sentences), headings: headingsLeft(sentences) };
}

/** How many headings hold no anchor in any of their sentences. */
function headingsLeft(sentences: readonly CoveredSentence[]): number {
  const held: boolean[] = [];
  for (const one of sentences.filter(({ paragraph }) => paragraph === null)) {
    if (one.sentence === 1) held.push(false);
    if (isAccountedFor(one)) held[held.length - 1] = true;
  }
  return held.filter((isHeld) => !isHeld).length;
}

/** How many sentences count, and of these, are accounted for. */
export function counted(sentences: readonly CoveredSentence[]): Pick<Coverage, 'total' | 'covered' | 'skipped'> {
  const body = sentences.filter(isCounted);
  const covered = body.filter(({ claims }) => claims.length > 0).length;
  return { total: body.length, covered, skipped: body.filter(isAccountedFor).length - covered };
}

import type { ClaimPool, TitledEvent } from './claim-pool.ts';
import { Measure, type Measured } from './measure.ts';
import type { Query } from './query.ts';

/** A claim that a text bears on. */
export interface RankedClaim {
  /** Its number in the pool. */
  readonly claim: number;
  /** Comparable between texts and ledgers, to three decimals. */
  readonly strength: number;
  /** What the words of the query add to the strength, by their indexes. */
  readonly words: ReadonlyMap<number, number>;
  /** The earlier evidence that is most like the text, and what that adds; null where none is. */
  readonly evidence: { readonly event: TitledEvent; readonly title: string; readonly gain: number } | null;
  /** The part of a long text that is most like the claim. */
  readonly passage: string | null;
}

/** What a claim's evidence weighs beside the claim. */
const EVIDENCE = 0.25;
/** How many claims a long text is looked at for in passages. */
const CLOSELY = 100;
/** Texts of more words score higher by themselves; from this many words on, by about that power. */
const USUAL = 8;
const DAMPING = 0.45;

/**
 * Ranks the claims of a pool by how much a text bears on them: best first, equal ones in the order of the pool; those
 * that have nothing of it are left out. A long text is looked at in passages for the best hundred claims alone.
 * @param isWanted whether a claim, by its number, is to be ranked; the others count for how usual words are
 */
export function rankPool(pool: ClaimPool, query: Query, isWanted: (claim: number) => boolean): RankedClaim[] {
  const { documents } = pool;
  if (query.words.length === 0 || pool.count === 0) return [];
  const measure = new Measure(documents, query);
  const scale = (USUAL / Math.max(USUAL, query.words.length)) ** DAMPING / Math.log(documents.count + 1);
  const evidence = evidenceScores(pool, measure);
  const ranked: { claim: number; score: number }[] = [];
  for (let claim = 0; claim < pool.count; claim++) {
    if (!isWanted(claim)) continue;
    const score = measure.whole(pool.documentOf(claim)) + EVIDENCE * evidence(claim);
    if (score > 0) ranked.push({ claim, score });
  }
  ranked.sort((a, b) => b.score - a.score);
  const close = query.passages.length > 0 ? ranked.slice(0, CLOSELY) : ranked;
  return close.map(({ claim }) => rankedClaim(pool, measure, claim, scale)).sort((a, b) => b.strength - a.strength);
}

/** The best score of a claim's evidence by the whole query; each title is scored once. */
function evidenceScores(pool: ClaimPool, measure: Measure): (claim: number) => number {
  const scores = new Map<number, number>();
  const scoreOf = (document: number): number => {
    const score = scores.get(document) ?? measure.whole(document);
    scores.set(document, score);
    return score;
  };
  return (claim) => {
    let best = 0;
    for (const { document } of pool.evidenceOf(claim)) best = Math.max(best, scoreOf(document));
    return best;
  };
}

function rankedClaim(pool: ClaimPool, measure: Measure, claim: number, scale: number): RankedClaim {
  const own: Measured = measure.of(pool.documentOf(claim));
  let best: { score: number; event: TitledEvent; title: string } | null = null;
  for (const { document, event, title } of pool.evidenceOf(claim)) {
    const { score } = measure.of(document);
    if (score > (best?.score ?? 0)) best = { score, event, title };
  }
  const gain = EVIDENCE * (best?.score ?? 0);
  return {
    claim,
    strength: rounded((own.score + gain) * scale),
    words: new Map(Array.from(own.words, ([term, added]) => [term, rounded(added * scale)])),
    evidence: best && { event: best.event, title: best.title, gain: rounded(gain * scale) },
    passage: own.passage?.text ?? null,
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

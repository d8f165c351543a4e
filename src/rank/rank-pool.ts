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
/** What rounding can make of a strength. */
const ROUNDING = 0.002;

/**
 * Ranks the claims of a pool by how much a text bears on them: best first, equal ones in the order of the pool; those
 * that have nothing of it are left out. A long text is looked at in passages for the best hundred claims alone.
 * @param isWanted whether a claim, by its number, is to be ranked; the others count for how usual words are
 * @param limit how many claims at most
 * @param least the strength below which claims need not be told
 */
export function rankPool(
  pool: ClaimPool,
  query: Query,
  isWanted: (claim: number) => boolean,
  limit: number,
  least = 0,
): RankedClaim[] {
  const { documents } = pool;
  if (query.words.length === 0 || pool.count === 0) return [];
  const measure = new Measure(documents, query);
  const scale = (USUAL / Math.max(USUAL, query.words.length)) ** DAMPING / Math.log(documents.count + 1);
  const scores = new Float64Array(documents.count);
  for (let at = 0; at < documents.count; at++) scores[at] = measure.whole(at);
  const ranked: { claim: number; strength: number }[] = [];
  for (let claim = 0; claim < pool.count; claim++) {
    if (!isWanted(claim)) continue;
    let evidence = 0;
    for (const { document } of pool.evidenceOf(claim)) evidence = Math.max(evidence, scores[document] ?? 0);
    const strength = rounded(((scores[pool.documentOf(claim)] ?? 0) + EVIDENCE * evidence) * scale);
    if (strength > 0 && strength * measure.most >= least - ROUNDING) ranked.push({ claim, strength });
  }
  ranked.sort(strongest);
  const close = ranked.slice(0, query.passages.length > 0 ? Math.max(CLOSELY, limit) : limit);
  const told = close.map(({ claim }) => rankedClaim(pool, measure, claim, scale));
  return told.sort(strongest).slice(0, limit);
}

/** The strongest first; equal ones in the order of the pool. */
const strongest = (one: { claim: number; strength: number }, other: { claim: number; strength: number }): number =>
  other.strength - one.strength || one.claim - other.claim;

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

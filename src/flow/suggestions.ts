import type { NamedLedger } from '../model/ledger.ts';
import { STATUSES, type Status } from '../model/shape.ts';
import { hasHappened } from '../model/status.ts';
import { allClaimRows, type ClaimRow, claimRows, type Vantage } from '../query/rows.ts';
import { type ClaimFilter, selectClaims } from '../query/select.ts';
import { bandOf, NEAREST, POSSIBLE } from '../rank/band.ts';
import { ClaimPool, type PooledEvent, pooledEvents, type TitledEvent } from '../rank/claim-pool.ts';
import type { News } from '../rank/news.ts';
import { queryOf } from '../rank/query.ts';
import { rankPool } from '../rank/rank-pool.ts';
import type { Suggestions } from '../rank/suggestion.ts';
import { wordMatches } from '../rank/word-matches.ts';

/** What is shown of a claim, for a pool may be large. */
type Candidate = Pick<ClaimRow, 'ledger' | 'id' | 'text' | 'tags' | 'status'>;

/** The claims of all ledgers in use as one pool, to ask about any number of pieces of news. */
export class SuggestionPool {
  private readonly pool = new ClaimPool();
  /** By a claim's number; nothing for those that are not to be suggested. */
  private readonly candidates: Candidate[] = [];

  /**
   * @param filter the claims to suggest; the others count for how usual words are
   * @param settled whether to suggest settled claims as well, where the filter names no status
   */
  constructor(ledgers: readonly NamedLedger[], vantage: Vantage, filter: ClaimFilter, settled: boolean) {
    const status: readonly Status[] = filter.status.length > 0 ? filter.status : settled ? STATUSES : ['pending'];
    const rowsOf = filter.withdrawn ? allClaimRows : claimRows;
    for (const ledger of ledgers) {
      const events = pooledEvents(eventsOf(ledger, vantage));
      const added = this.adding(rowsOf([ledger], vantage), events);
      for (const { ledger: name, id, text, tags, status: standing } of selectClaims(added, { ...filter, status })) {
        this.candidates[this.pool.count - 1] = { ledger: name, id, text, tags, status: standing };
      }
    }
  }

  /**
   * The claims that a piece of news bears on, best first. Where nothing clearly does, those that are nearest.
   * @param text of the news, and its sentences
   * @param limit how many at most
   * @param least the strength from which on claims are shown; null for the usual ones
   */
  ask({ text, sentences }: Pick<News, 'text' | 'sentences'>, limit: number, least: number | null): Suggestions {
    const query = queryOf(sentences);
    const isCandidate = (claim: number) => this.candidates[claim] !== undefined;
    const ranked = rankPool(this.pool, query, isCandidate, limit, least ?? NEAREST);
    const threshold = least ?? POSSIBLE;
    const found = ranked.filter(({ strength }) => strength >= threshold);
    const near = least === null ? ranked.filter(({ strength }) => strength >= NEAREST) : [];
    const shown = found.length > 0 ? found : near;
    return {
      query: text,
      threshold,
      documents: this.pool.documents.count,
      suggestions: shown.flatMap(({ claim, strength, words, evidence, passage }) => {
        const candidate = this.candidates[claim];
        if (candidate === undefined) return [];
        return {
          ledger: candidate.ledger,
          claim: candidate.id,
          text: candidate.text,
          status: candidate.status,
          strength,
          band: bandOf(strength),
          words: wordMatches(query, words, [candidate.text, ...candidate.tags]),
          evidence: evidence && { event: evidence.event.id, title: evidence.title, gain: evidence.gain },
          passage,
        };
      }),
    };
  }

  /** Rows as they come, each once its claim is in the pool. */
  private *adding(rows: Iterable<ClaimRow>, events: ReadonlyMap<string, PooledEvent>): Iterable<ClaimRow> {
    for (const row of rows) {
      this.pool.add(row, events);
      yield row;
    }
  }
}

/** The events that count, with what is looked at of them: a pool may be large. */
function* eventsOf(ledger: NamedLedger, { day, hidesLater }: Vantage): Iterable<TitledEvent> {
  for (const { id, date, title, sources } of ledger.events()) {
    if (hidesLater && !hasHappened(date, day)) continue;
    yield { id, title, sources: sources.map((source) => ({ title: source.title })) };
  }
}

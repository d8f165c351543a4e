import type { Ledger } from '../model/ledger.ts';
import type { Change } from './change.ts';
import { type Correction, claimOf, eventOf, NOTHING } from './correction.ts';
import { refuseTaken } from './new-id.ts';

/**
 * What gives a claim or an event another id wherever the ledger names it, and notes the old one under `formerly`.
 * @param forget whether to leave that note out
 * @throws Refusal if another record has the id, or had it
 */
export function renameRecord(
  ledger: Ledger,
  { type, id, to, forget }: { type: 'claim' | 'event'; id: string; to: string; forget: boolean },
): Correction {
  if (id === to) return NOTHING;
  const record = type === 'claim' ? claimOf(ledger, id) : eventOf(ledger, id);
  const list = type === 'claim' ? 'claims' : 'events';
  refuseTaken(type, to, type === 'claim' ? ledger.claims : ledger.events, record);
  const path = [list, record.place.index] as const;
  const isNoted = forget || record.formerly.includes(id);
  const named = type === 'claim' ? namedInstead(ledger, id) : namedAsEvidence(ledger, id);
  const changes: Change[] = [
    { kind: 'set', path: [...path, 'id'], value: to },
    ...named.map((place): Change => ({ kind: 'set', path: place, item: id, value: to })),
    ...(isNoted ? [] : [{ kind: 'append' as const, path: [...path, 'formerly'] as const, item: id }]),
  ];
  const formerly = { key: 'formerly', from: record.formerly, to: [...record.formerly, id] };
  return { changes, keys: [{ key: 'id', from: id, to }, ...(isNoted ? [] : [formerly])] };
}

/** The lists that name a claim in place of a withdrawn one. */
const namedInstead = ({ claims }: Ledger, id: string) =>
  claims.flatMap(({ place, withdrawn }) =>
    withdrawn?.instead.includes(id) ? [['claims', place.index, 'withdrawn', 'instead'] as const] : [],
  );

/** The lists of evidence that name an event. */
const namedAsEvidence = ({ claims }: Ledger, id: string) =>
  claims.flatMap(({ place, verdicts }) =>
    verdicts.flatMap((verdict) =>
      verdict.evidence.includes(id)
        ? [['claims', place.index, 'verdicts', verdict.place.index, 'evidence'] as const]
        : [],
    ),
  );

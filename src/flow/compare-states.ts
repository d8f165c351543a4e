import { matchAll } from '../check/match-all.ts';
import { pairLedgers } from '../check/pair-ledgers.ts';
import type { PastLedger } from '../check/past.ts';
import type { Claim, Ledger, LedgerEvent } from '../model/ledger.ts';
import type { Changes } from '../query/changes.ts';
import { changesOfPairs } from '../query/changes-of-pairs.ts';
import { recordTexts } from '../yaml/record-texts.ts';
import type { LedgersAt } from './ledgers-at.ts';

type One = LedgersAt['ledgers'][number];

/** What changed between two states of ledgers, whose records are found again as `check --against` finds them. */
export function compareStates(then: LedgersAt, now: LedgersAt): Changes {
  const nowOf = placesNow(then.ledgers, now.ledgers);
  const pasts = then.ledgers.map((was): PastLedger => {
    const is = nowOf.get(was);
    return { ledger: was.ledger, now: is?.ledger ?? null, absence: is ? null : 'gone', isNamed: true };
  });
  const { claims, events } = matchAll(
    pasts,
    now.ledgers.map(({ ledger }) => ledger),
  );
  // A ledger has the name now that it is told by, wherever it was.
  const names = new Map<Ledger, string>(now.ledgers.map(({ ledger, name }) => [ledger, name]));
  for (const was of then.ledgers) names.set(was.ledger, nowOf.get(was)?.name ?? nameOfGone(was, now));
  const nameOf = (ledger: Ledger) => names.get(ledger) ?? '';
  const texts = new Map<object, string>();
  for (const { text, ledger } of [...then.ledgers, ...now.ledgers]) {
    for (const [record, own] of recordTexts(text, ledger)) texts.set(record, own);
  }
  const isRewritten = (was: object | undefined, is: object | undefined) =>
    was !== undefined && is !== undefined && texts.get(was) !== texts.get(is);
  const held = ({ record, ledger }: { record: Claim; ledger: Ledger }) => ({
    ledger: nameOf(ledger),
    article: ledger.article,
    claim: record,
  });
  const heldEvent = ({ record, ledger }: { record: LedgerEvent; ledger: Ledger }) => ({
    ledger: nameOf(ledger),
    event: record,
  });
  const came = new Set(now.ledgers);
  for (const is of nowOf.values()) came.delete(is);
  const ledgers = [
    ...then.ledgers.map((was) => ledgerPair(nameOf(was.ledger), was, nowOf.get(was) ?? null)),
    ...[...came].map((is) => ledgerPair(is.name, null, is)),
  ];
  return changesOfPairs({
    ledgers: ledgers.map(({ was, is, ...pair }) => ({
      ...pair,
      dayThen: was?.day ?? then.ledgers[0]?.day ?? '',
      dayNow: is?.day ?? '',
      was: was && { file: was.file, article: was.ledger.article },
      is: is && { file: is.file, article: is.ledger.article },
      isRewritten: isRewritten(was?.ledger.article, is?.ledger.article),
    })),
    claims: claims.map(({ was, resolved, is, lost, added, kept }) => ({
      was: was && { ...held(was), claim: resolved ?? was.record },
      is: is && held(is),
      isRewritten: isRewritten(was?.record, is?.record),
      lost,
      added,
      kept,
    })),
    events: events.map(({ was, is }) => ({
      was: was && heldEvent(was),
      is: is && heldEvent(is),
      isRewritten: isRewritten(was?.record, is?.record),
    })),
  });
}

function ledgerPair(name: string, was: One | null, is: One | null) {
  return { name, was, is, events: is?.ledger.events ?? [] };
}

/** Which ledger has the place of which: the one of its path, or else the one that has most of its claims. */
function placesNow(then: readonly One[], now: readonly One[]): ReadonlyMap<One, One> {
  const byPath = new Map(now.map((one) => [one.path, one]));
  const nowOf = new Map(
    then.flatMap((was) => {
      const is = byPath.get(was.path);
      return is ? [[was, is] as const] : [];
    }),
  );
  const thenByPath = new Map(then.map((one) => [one.path, one]));
  const gone = then.filter((was) => !nowOf.has(was));
  const fresh = gone.length === 0 ? [] : now.filter(({ path }) => !thenByPath.has(path));
  const renamed = pairLedgers(
    gone.map(({ path, ledger }) => ({ path, claims: ledger.claims.map(({ id }) => id) })),
    fresh.map(({ path, ledger }) => ({
      path,
      claims: ledger.claims.flatMap(({ id, formerly }) => [id, ...formerly]),
    })),
  );
  for (const [to, from] of renamed) {
    const [was, is] = [thenByPath.get(from), byPath.get(to)];
    if (was && is) nowOf.set(was, is);
  }
  return nowOf;
}

/** The name that a ledger had, or where another has it now, its file. */
const nameOfGone = ({ name, file }: One, now: LedgersAt): string =>
  now.ledgers.some((one) => one.name === name) ? file : name;

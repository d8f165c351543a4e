import { check } from '../../src/check/engine.ts';
import { matchPast } from '../../src/check/match-past.ts';
import type { Past, PastLedger } from '../../src/check/past.ts';
import { rules } from '../../src/check/rules.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';

type Texts = Readonly<Record<string, string>>;

/** What stood at a revision: its day, and its ledgers by their names. */
export interface Stood {
  readonly day: string;
  /** Whether no other of the revisions came after it; true if absent. */
  readonly isSide?: boolean;
  readonly texts: Texts;
}

const COMPARING = new Map(
  rules
    .filter(({ compare }) => compare)
    .map(({ id, severity }) => [id, { severity, options: new Map<never, never>() }] as const),
);

/** What the rules that compare find in ledgers against what stood at revisions, without a repository. */
export async function compared(revisions: readonly Stood[], now: Texts, today: string) {
  const readings = new Map(
    await Promise.all(Object.entries(now).map(async ([name, text]) => [name, await readLedger(text)] as const)),
  );
  const sound = new Map<string, Ledger>();
  for (const [name, { ledger, faults }] of readings) if (faults.length === 0) sound.set(name, ledger);
  const pasts = new Map<string, Past[]>();
  for (const { day, isSide = true, texts } of revisions) {
    const then = await Promise.all(
      Object.entries(texts).map(async ([name, text]): Promise<[string, PastLedger]> => {
        const is = sound.get(name) ?? null;
        // As files are: what has not changed is read once.
        const { ledger, faults } = is && now[name] === text ? { ledger: is, faults: [] } : await readLedger(text);
        if (faults.length > 0) throw new Error(faults[0]?.message);
        const absence = is ? null : name in now ? 'invalid' : 'gone';
        return [name, { ledger, now: is, absence, isNamed: true }];
      }),
    );
    const all = [...sound.values()];
    const { ofNow, ofAbsent } = matchPast(
      { day, isSide },
      then.map(([, past]) => past),
      all,
      new Set(all),
    );
    for (const [name, ledger] of sound) {
      const past = ofNow.get(ledger);
      if (past) pasts.set(name, [...(pasts.get(name) ?? []), past]);
    }
    for (const [name, one] of then) {
      const past = ofAbsent.get(one);
      if (past) pasts.set(name, [...(pasts.get(name) ?? []), past]);
    }
  }
  return [...pasts].flatMap(([name, all]) => {
    const ledger = sound.get(name);
    const subject = ledger
      ? { ledger, faults: [], article: null, today, latestDay: today, isToday: true, alike: [], cutShort: [] }
      : { faults: readings.get(name)?.faults ?? [] };
    const revisionsOf = all.map((past) => ({ past, rules: COMPARING }));
    return check(subject, new Map(), revisionsOf, [], lineIndex(now[name] ?? ''));
  });
}

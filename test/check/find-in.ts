import { readArticle } from '../../src/article/article.ts';
import { plainBlocks } from '../../src/article/plain.ts';
import { check } from '../../src/check/engine.ts';
import { matchPast } from '../../src/check/match-past.ts';
import type { Past, PastLedger } from '../../src/check/past.ts';
import type { Wanted } from '../../src/check/rule.ts';
import type { Example } from '../../src/check/rule-page.ts';
import { type Fault, isUnreadable } from '../../src/model/fault.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { disablesIn } from '../../src/yaml/comments.ts';
import { cutShortIn } from '../../src/yaml/cut-short.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';

const TODAY = '2024-06-01';

/** The keys that every ledger starts with, which pages leave out where they do not matter. */
const HEAD = 'factledger: 1\narticle: { title: Harbour to reopen by spring }\n';
export const inFull = (text: string) => (text.startsWith('factledger:') ? text : HEAD + text);

const settings = (wanted: ReadonlySet<string>): Wanted =>
  new Map(Array.from(wanted, (id) => [id, { severity: 'error', options: new Map() }]));

/** What stood at a revision of today. */
async function pastOf(before: string, isGone: boolean, ledger: Ledger, faults: readonly Fault[]): Promise<Past> {
  const then: PastLedger = {
    ledger: (await readLedger(inFull(before))).ledger,
    now: isGone || faults.length > 0 ? null : ledger,
    absence: isGone ? 'gone' : faults.length > 0 ? 'invalid' : null,
    isNamed: true,
  };
  const { ofNow, ofAbsent } = matchPast(
    { day: TODAY, isSide: true },
    [then],
    then.now ? [ledger] : [],
    new Set([ledger]),
  );
  return (then.now ? ofNow.get(ledger) : ofAbsent.get(then)) as Past;
}

/** What rules find in an example; where it has no ledger but one that stood at the revision, the ledger is gone. */
export async function findIn({ ledger, before, article }: Example, wanted: ReadonlySet<string>) {
  const isGone = ledger === '';
  const text = inFull(isGone ? (before ?? '') : ledger);
  const { ledger: read, faults } = await readLedger(text);
  const revisions =
    before === null ? [] : [{ past: await pastOf(before, isGone, read, faults), rules: settings(wanted) }];
  const subject = {
    faults,
    ledger: read,
    article: article === null ? null : readArticle(await plainBlocks(article), read.article.title, 'en'),
    today: TODAY,
    latestDay: TODAY,
    isToday: true,
    alike: read.article.url === 'https://example.org/twice' ? ['other.yaml'] : [],
    cutShort: cutShortIn(text),
  };
  const placeOf = lineIndex(text);
  const found = check(
    isGone ? { faults: [] } : isUnreadable(faults) ? { faults } : subject,
    settings(wanted),
    revisions,
    await disablesIn(text),
    placeOf,
  );
  return found.map(({ rule, offset, message }) => ({ rule: rule.id, message, line: placeOf(offset).line }));
}

import { reasonStays, withdrawClaim, withdrawVerdict } from '../change/withdraw.ts';
import { changeOne } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { corrected, correctedOne } from '../flow/corrected.ts';
import { decidedBy } from '../flow/decided-by.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import type { ReadLedger } from '../flow/read-ledgers.ts';
import { Refusal } from '../model/refusal.ts';
import { STATUSES } from '../model/shape.ts';
import { dayOption, dayOrWord } from '../options/dates.ts';
import { word } from '../options/operand.ts';
import { many, one } from '../options/option.ts';
import { oneOf, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveClaim } from '../query/names.ts';
import { TEXT_FORMATS } from '../view/found.ts';

export const withdraw = verb({
  operands: { claim: word(String) },
  manual: [
    'Withdraws a claim, or with --verdict one of its verdicts: from that day on it does not count, and it stays visible with the day and the reason. What was believed before is told by --as-of as ever.',
    'A withdrawn claim is in no list, total, deadline or coverage any more. --instead names the claims that took its place, as when one was split in two; more can be named later.',
    'A verdict that was just typed is better taken back with undo: a withdrawal is for what others may have seen.',
  ],
  examples: [
    { command: 'withdraw harbour-reopens --verdict last --reason "Another harbour was meant."', what: 'a verdict' },
    {
      command: 'withdraw harbour-reopens --reason "Two claims in one." --instead harbour-opens --instead ferries-sail',
      what: 'a claim that was split',
    },
    {
      command: 'withdraw harbour-reopens --verdict 2024-03-12 --status pending --reason "Entered twice."',
      what: 'one of two verdicts of a day',
    },
  ],
  options: {
    reason: one('text', text, 'why, in a sentence; readers will see it'),
    instead: many('claim', text, 'a claim that took its place'),
    verdict: dayOrWord('last', 'withdraw the verdict of that day, or last for the current one, and not the claim'),
    status: one('status', oneOf(STATUSES), 'which of several verdicts of that day'),
    date: dayOption('the day from which it does not count; today otherwise'),
    by: one('name', text, 'who decided; $FACTLEDGER_BY otherwise'),
    ...writingOptions,
  },
  formats: TEXT_FORMATS,
  async run(context: Context, { claim: name }, { dryRun, ...given }) {
    const { verdict, status, reason } = given;
    if (verdict === null && status !== null) {
      throw new Refusal('--status tells verdicts of a day apart', 'Say of which day with --verdict DAY.');
    }
    if (verdict !== null && given.instead.length > 0) {
      throw new Refusal('--instead is of a claim, not of a verdict', 'To judge anew: factledger mark STATUS CLAIM.');
    }
    const ledgers = await LedgersToWrite.find(context, { ...given, dryRun });
    const among = await ledgers.among([name]);
    const { ledger, record } = resolveClaim(name, among);
    const target = await ledgers.inFull(ledger);
    const instead = given.instead.map((one) => resolveClaim(one, [target]).record.id);
    const { today } = context;
    const by = decidedBy(context, given.by);
    const request = { reason, date: given.date ?? today, by, today };
    const shownAs = ledgers.nameOf(target, record.id);
    const made = await changeOne(context, target, dryRun, (fresh) => {
      const outcome =
        verdict === null
          ? { ...withdrawClaim(fresh.ledger, record.id, instead, request), told: reasonStays(record, reason) }
          : verdictOutcome(withdrawVerdict(fresh.ledger, record.id, { day: verdict, status }, request), shownAs);
      return { changes: outcome.changes, outcome };
    });
    const isGone = verdict === null && made.outcome.keys.some(({ key }) => key === 'withdrawn');
    const open = isGone ? await openSentences(context, made.target, record.id) : [];
    const notes = [...made.outcome.told, ...open];
    return corrected([made], correctedOne(target.name, record.id, shownAs, made.outcome), { isDryRun: dryRun, notes });
  },
});

/** What knows sentences is loaded for a claim that is withdrawn alone. */
async function openSentences(context: Context, target: ReadLedger, claim: string): Promise<string[]> {
  const { noLongerCovered } = await import('../flow/no-longer-covered.ts');
  return noLongerCovered(context, target, claim);
}

function verdictOutcome(withdrawn: ReturnType<typeof withdrawVerdict>, name: string) {
  const { from, to, now, verdict, keys } = withdrawn;
  if (keys.length === 0) return { ...withdrawn, told: [] };
  const change = from === to ? `it stays ${to}` : `${from} → ${to}`;
  const later = now === to ? '' : `; today it is ${now}, by a later verdict`;
  return { ...withdrawn, told: [`${name}: without the verdict of ${verdict}, ${change}${later}`] };
}

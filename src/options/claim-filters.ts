import type { NamedLedger } from '../model/ledger.ts';
import { KINDS, STATUSES } from '../model/shape.ts';
import { resolveEvent } from '../query/names.ts';
import type { ClaimFilter } from '../query/select.ts';
import { comingDateOption } from './dates.ts';
import { flag, many, manyParted, type Values } from './option.ts';
import { oneOf, text } from './values.ts';

/** What narrows claims down, for every verb that lists some. */
export const claimFilterOptions = {
  status: manyParted('status', oneOf(STATUSES), STATUSES.join(', ')),
  speaker: many('part', text, "a part of a speaker's name"),
  kind: manyParted('kind', oneOf(KINDS), KINDS.join(', ')),
  tag: manyParted('tag', text, 'a tag, whole'),
  evidence: manyParted('event', text, 'an event that any of its verdicts rests on'),
  text: many('part', text, "a part of the claim's text"),
  overdue: flag('pending after its due date'),
  withdrawn: flag('only withdrawn claims, with the status that they had last'),
  dueBy: comingDateOption('due on or before this date, whatever the status'),
};

/** The filter that was typed. @throws Refusal if it names an event that no ledger has, or several have */
export function claimFilter(
  { evidence, ...rest }: Values<typeof claimFilterOptions>,
  ledgers: readonly NamedLedger[],
): ClaimFilter {
  const events = evidence.map((name) => {
    const { ledger, record } = resolveEvent(name, ledgers);
    return { ledger: ledger.name, id: record.id };
  });
  return { ...rest, evidence: events };
}

import type { Changes, Correction, VerdictChange, WithdrawalChange } from '../query/changes.ts';
import { type Piece, statusStyle, styled } from './page.ts';
import { sourceText } from './source-text.ts';

/** What is told of one claim, event or ledger. */
export interface Entry {
  /** Its ledger and id; the id is null where it is told of the ledger itself. */
  readonly name: { readonly ledger: string; readonly id: string | null };
  /** What became of it, in a few words. */
  readonly what: Piece | null;
  /** The claim's text or the event's title; null where that is not known, or told already. */
  readonly text: string | null;
  /** What else is known, in a few words each. */
  readonly details: readonly string[];
  readonly note: string | null;
  readonly evidence: VerdictChange['evidence'];
}

const plain = (ledger: string, id: string | null, text: string | null): Entry => ({
  name: { ledger, id },
  what: null,
  text,
  details: [],
  note: null,
  evidence: [],
});

export function verdictEntry(change: VerdictChange): Entry {
  const { ledger, claim, text, speaker, date, from, to, late, evidence, note, label, by } = change;
  const what = from === to ? `still ${to ?? 'an opinion'}` : `${from} → ${to}`;
  const more = [label ? `“${label}”` : '', by ? `by ${by}` : '', late ? 'entered later' : ''];
  return {
    ...plain(ledger, claim, text),
    what: styled(what, statusStyle(to)),
    details: [...speaker, date, ...more.filter((part) => part !== '')],
    note,
    evidence,
  };
}

export const withdrawalEntry = ({ ledger, claim, text, date, reason, verdict, instead }: WithdrawalChange): Entry => ({
  ...plain(ledger, claim, text),
  what: styled(verdict === null ? 'claim withdrawn' : `verdict of ${verdict} withdrawn`, 'alarm'),
  details: [date, ...(instead.length > 0 ? [`instead: ${instead.join(', ')}`] : [])],
  note: reason,
});

export const overdueEntry = ({ ledger, claim, text, due }: Changes['overdue'][number]): Entry => ({
  ...plain(ledger, claim, text),
  details: [`due ${due}`],
});

export const claimEntry = ({ ledger, claim, text, speaker, said }: Changes['claims'][number]): Entry => ({
  ...plain(ledger, claim, text),
  details: [...speaker, ...(said === null ? [] : [`said ${said}`])],
});

export const eventEntry = ({ ledger, event, title, date }: Changes['events'][number]): Entry => ({
  ...plain(ledger, event, title),
  details: [date],
});

/** Whether something stood that does not stand any more. */
export const isLost = ({ key, from, to }: Correction): boolean =>
  key === 'verdicts'
    ? to === null || (isWithdrawn(from) && !isWithdrawn(to))
    : to === null && ['id', 'ledger', 'withdrawn'].includes(key);

const isWithdrawn = (verdict: unknown) => (verdict as { readonly withdrawn?: unknown } | null)?.withdrawn != null;

/** Something that is lost. @param verdicts how many verdicts went with it */
export function lostEntry({ ledger, claim, event, key, from, to, text }: Correction, verdicts: number): Entry {
  const kind = claim === null ? (event === null ? 'ledger' : 'event') : 'claim';
  const what =
    key === 'withdrawn' || to !== null
      ? `no longer withdrawn: ${inWords(from)}`
      : key === 'verdicts'
        ? `verdict gone: ${inWords(from)}`
        : `${kind} gone`;
  const details = verdicts === 0 ? [] : [verdicts === 1 ? 'with its verdict' : `with its ${verdicts} verdicts`];
  return { ...plain(ledger, claim ?? event, text), what: styled(what, 'alarm'), details };
}

export function correctionEntry({ ledger, claim, event, key, from, to, text }: Correction): Entry {
  const entry = plain(ledger, claim ?? event, key === 'text' || key === 'title' ? null : text);
  if (from === null && key === 'ledger') return { ...entry, what: { text: 'new ledger' }, details: [inWords(to)] };
  const what = key === 'verdicts' ? 'verdict' : key;
  return { ...entry, what: { text: what }, details: [`${inWords(from)} → ${inWords(to)}`] };
}

/** A value of a key for people. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return '(none)';
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(inWords).join(', ');
  if (typeof value !== 'object') return String(value);
  if ('status' in value && 'date' in value) {
    const { date, status, note, label } = value as Pick<VerdictChange, 'date' | 'note' | 'label'> & { status: string };
    return [`${status} (${date})`, label && `“${label}”`, note].filter(Boolean).join(' ');
  }
  if ('reason' in value && 'date' in value) return `${value.date}: ${value.reason}`;
  return sourceText(value as Parameters<typeof sourceText>[0]);
}

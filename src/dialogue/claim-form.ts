import type { Claim, Ledger } from '../model/ledger.ts';
import { KINDS } from '../model/shape.ts';
import { kindOf } from '../model/status.ts';
import type { Field } from '../terminal/form.ts';
import { type LineEditor, lineEditor } from '../terminal/line-editor.ts';
import type { Answer } from './answer.ts';
import type { Filled } from './fill-answer.ts';

/** Between speakers in one field: their names may hold commas. */
const BETWEEN = '; ';

/** Fields for a claim of a ledger, as it is. */
export const claimFields = (ledger: Ledger, claim: Claim): Field[] => [
  { name: 'claim', editor: lineEditor(claim.text) },
  { name: 'speaker', editor: speakerEditor(ledger, claim) },
  { name: 'kind', editor: kindEditor(kindOf(claim)) },
  { name: 'due', editor: lineEditor(claim.due ?? '') },
];

/** ↑ brings the other kinds. */
export const kindEditor = (kind: string) =>
  lineEditor(
    kind,
    KINDS.filter((one) => one !== kind),
    KINDS,
  );

/** What an answer changes of a claim: what is filled in otherwise than it was. */
export function changedFields(was: Claim, { claim = '', speaker = '', kind = '', due = '' }: Filled): Answer['fields'] {
  const names = namesIn(speaker);
  return {
    text: ifChanged(claim, was.text),
    speaker: ifChanged(speaker, speakersOf(was)).length === 0 ? [] : names.length === 0 ? [''] : names,
    kind: ifChanged(kind, kindOf(was)),
    due: ifChanged(due, was.due ?? ''),
  };
}

/** The value of a field, where it is another one than before. */
export const ifChanged = (now: string, before: string): string[] => (now.trim() === before.trim() ? [] : [now.trim()]);

/** The names in one field. */
export const namesIn = (typed: string): string[] => typed.split(';').flatMap((name) => name.trim() || []);

const speakersOf = (claim: Claim | null): string => (claim?.speaker ?? []).join(BETWEEN);

/** Those of a claim; ↑ brings all speakers of the ledger, those of its last claims first. */
export function speakerEditor({ claims }: Ledger, claim: Claim | null): LineEditor {
  const known = new Set(claims.toReversed().flatMap(({ speaker }) => speaker ?? []));
  const own = speakersOf(claim);
  return lineEditor(
    own,
    [...known].filter((name) => name !== own),
    [...known],
  );
}

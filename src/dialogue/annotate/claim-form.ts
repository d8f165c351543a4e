import type { Claim } from '../../model/ledger.ts';
import { KINDS } from '../../model/shape.ts';
import { kindOf } from '../../model/status.ts';
import { type Form, formOf } from '../../terminal/form.ts';
import { type LineEditor, lineEditor } from '../../terminal/line-editor.ts';
import type { Answer } from '../answer.ts';
import { type Annotated, blockOf } from './annotated.ts';

/** Between speakers in one field: their names may hold commas. */
const BETWEEN = '; ';

type Values = Readonly<Record<string, string>>;

/**
 * A form for a claim that the sentence at hand makes. Who said the claim before in the paragraph is filled in, and its
 * due date is offered.
 * @param texts those typed before, the latest first
 */
export function newClaimForm(state: Annotated, texts: readonly string[]): Form {
  const before = claimBefore(state);
  const sentence = state.sentences[state.at]?.text ?? '';
  return formOf(
    { name: 'claim', editor: lineEditor('', [sentence, ...texts]) },
    { name: 'speaker', editor: speakerEditor(state, before) },
    { name: 'kind', editor: kindEditor('fact') },
    { name: 'due', editor: lineEditor('', [], before?.due ? [before.due] : []) },
  );
}

/** A form for a claim of the ledger, as it is. */
export function claimForm(state: Annotated, claim: Claim): Form {
  return formOf(
    { name: 'claim', editor: lineEditor(claim.text) },
    { name: 'speaker', editor: speakerEditor(state, claim) },
    { name: 'kind', editor: kindEditor(kindOf(claim)) },
    { name: 'due', editor: lineEditor(claim.due ?? '') },
  );
}

/** ↑ brings the other kinds. */
const kindEditor = (kind: string) =>
  lineEditor(
    kind,
    KINDS.filter((one) => one !== kind),
    KINDS,
  );

/** The answer that adds what was filled in. */
export function addAnswer({
  claim = '',
  speaker = '',
  kind = '',
  due = '',
}: Values): Pick<Answer, 'verb' | 'text' | 'fields'> {
  return {
    verb: 'a',
    text: claim.trim(),
    fields: {
      speaker: namesIn(speaker),
      kind: kind.trim() === '' || kind.trim() === 'fact' ? [] : [kind.trim()],
      due: due.trim() === '' ? [] : [due.trim()],
    },
  };
}

/** The answer that changes what is filled in otherwise than it was. */
export function editAnswer(
  was: Claim,
  { claim = '', speaker = '', kind = '', due = '' }: Values,
): Pick<Answer, 'verb' | 'text' | 'fields'> {
  const changed = (now: string, before: string) => (now.trim() === before.trim() ? [] : [now.trim()]);
  const names = namesIn(speaker);
  return {
    verb: 'e',
    text: was.id,
    fields: {
      text: changed(claim, was.text),
      speaker: changed(speaker, speakersOf(was)).length === 0 ? [] : names.length === 0 ? [''] : names,
      kind: changed(kind, kindOf(was)),
      due: changed(due, was.due ?? ''),
    },
  };
}

const namesIn = (typed: string) => typed.split(';').flatMap((name) => name.trim() || []);

const speakersOf = (claim: Claim | null): string => (claim?.speaker ?? []).join(BETWEEN);

/** Those of a claim; ↑ brings all speakers of the ledger, those of its last claims first. */
function speakerEditor({ target }: Annotated, claim: Claim | null): LineEditor {
  const known = new Set(target.ledger.claims.toReversed().flatMap(({ speaker }) => speaker ?? []));
  const own = speakersOf(claim);
  return lineEditor(
    own,
    [...known].filter((name) => name !== own),
    [...known],
  );
}

/** The last claim of the sentence at hand, or of the nearest one before it in the paragraph that has any. */
function claimBefore(state: Annotated): Claim | null {
  const { target, sentences, at } = state;
  const [first] = blockOf(state, at);
  const last = sentences.slice(first, at + 1).findLast(({ claims }) => claims.length > 0);
  const id = last?.claims.at(-1);
  return target.ledger.claims.find((one) => one.id === id) ?? null;
}

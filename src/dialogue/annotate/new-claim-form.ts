import type { Claim } from '../../model/ledger.ts';
import { type Form, formOf } from '../../terminal/form.ts';
import { lineEditor } from '../../terminal/line-editor.ts';
import { kindEditor, namesIn, speakerEditor } from '../claim-form.ts';
import type { Filled, FilledAnswer } from '../fill-answer.ts';
import { type Annotated, blockOf } from './annotated.ts';

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
    { name: 'speaker', editor: speakerEditor(state.target.ledger, before) },
    { name: 'kind', editor: kindEditor('fact') },
    { name: 'due', editor: lineEditor('', [], before?.due ? [before.due] : []) },
  );
}

/** The answer that adds what was filled in. */
export function addAnswer({ claim = '', speaker = '', kind = '', due = '' }: Filled): FilledAnswer {
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

/** The last claim of the sentence at hand, or of the nearest one before it in the paragraph that has any. */
function claimBefore(state: Annotated): Claim | null {
  const { target, sentences, at } = state;
  const [first] = blockOf(state, at);
  const last = sentences.slice(first, at + 1).findLast(({ claims }) => claims.length > 0);
  const id = last?.claims.at(-1);
  return target.ledger.claims.find((one) => one.id === id) ?? null;
}

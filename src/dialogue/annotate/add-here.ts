import { addClaim } from '../../change/add-claim.ts';
import { nearClaim } from '../../change/near-claim.ts';
import { notWritten } from '../../change/not-written.ts';
import { newIdWords } from '../../flow/new-id-words.ts';
import { Refusal } from '../../model/refusal.ts';
import { newClaimFields } from '../../options/claim-fields.ts';
import { answerVerb, type Planned } from '../answer-verb.ts';
import { type Annotated, hereOf } from './annotated.ts';
import { tying } from './tie-here.ts';

/** `a TEXT`: a claim that the sentence makes; the very same claim once more is tied, not doubled. */
export const addHere = answerVerb(
  'text',
  newClaimFields,
  'add a claim that the sentence makes; . stands for the sentence itself',
  async (state: Annotated, { about, text: typed, fields }) => {
    const here = hereOf(state, about);
    if (typed === '') throw new Refusal('what does the claim say?', 'a . takes the sentence as it stands.');
    const text = typed === '.' ? here.text : typed;
    const { source, tag: tags, ...rest } = fields;
    const sources = source.map((url) => ({ url }));
    const words = await newIdWords(text, fields.id, state.target);
    const request = { ...rest, text, words, tags, sources, anchor: here.anchor, replaces: null };
    const plan = (now: Annotated): Planned => {
      const { ledger } = now.target;
      const { id, existing, changes } = addClaim(ledger, request);
      if (existing) {
        const others = notWritten(ledger, existing, { ...request, anchor: null }).join(', ');
        return tying(now, here, id, others === '' ? '' : `; what it has otherwise stays: ${others}`);
      }
      const near = nearClaim(ledger, text, null);
      const words = `added ${now.nameOf(id)}${near ? `; ${now.nameOf(near.id)} says nearly the same` : ''}`;
      return { changes, told: { place: here.place, words, id, changes: [{ key: 'text', from: null, to: text }] } };
    };
    return { plan, after: (now) => ({ ...now, at: here.indexes[0] }) };
  },
);

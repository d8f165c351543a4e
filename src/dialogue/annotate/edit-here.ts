import { editClaim } from '../../change/edit-fields.ts';
import { Refusal } from '../../model/refusal.ts';
import { claimFields } from '../../options/claim-fields.ts';
import { nameOf } from '../../options/option.ts';
import { answerVerb } from '../answer-verb.ts';
import { type Annotated, hereOf } from './annotated.ts';
import { claimNamed } from './claim-named.ts';

/** `e ID --field VALUE`: changes what a claim says. */
export const editHere = answerVerb(
  'id',
  claimFields,
  'change what a claim says, as edit does',
  (state: Annotated, { about, text: name, fields }) => {
    const here = hereOf(state, about);
    if (Object.values(fields).every((value) => value === null || value.length === 0)) {
      const names = Object.keys(fields).map(nameOf).join(', ');
      throw new Refusal(`what is to change? e takes ${names}`);
    }
    return {
      plan: (now) => {
        const { id } = claimNamed(now, name, here);
        const { changes, keys } = editClaim(now.target.ledger, id, fields);
        const shown = now.nameOf(id);
        const words =
          keys.length > 0 ? `changed ${shown}: ${keys.map(({ key }) => key).join(', ')}` : `already so: ${shown}`;
        return { changes, told: { place: here.place, words, id, changes: keys } };
      },
      after: (now) => ({ ...now, at: here.indexes[0] }),
    };
  },
);

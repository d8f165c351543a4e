import { claimFields } from '../../options/claim-fields.ts';
import { answerVerb } from '../answer-verb.ts';
import { editing, refuseNothing } from '../edit-claim.ts';
import { type Annotated, hereOf } from './annotated.ts';
import { claimNamed } from './claim-named.ts';

/** `e ID --field VALUE`: changes what a claim says. */
export const editHere = answerVerb(
  'id',
  claimFields,
  'change what a claim says, as edit does',
  (state: Annotated, { about, text: typed, fields }) => {
    const here = hereOf(state, about);
    refuseNothing(fields);
    return {
      plan: (now) => {
        const { id } = claimNamed(now, typed, here);
        return editing(now.target.ledger, id, fields, { place: here.place, name: now.nameOf(id) });
      },
      after: (now) => ({ ...now, at: here.indexes[0] }),
    };
  },
);

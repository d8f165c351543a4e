import { claimFields } from '../../options/claim-fields.ts';
import { answerVerb } from '../answer-verb.ts';
import { editing, refuseNothing } from '../edit-claim.ts';
import { itemAtHand, type Reviewed } from './reviewed.ts';

/** `e --field VALUE`: changes what the claim says, and stays there. */
export const editAtHand = answerVerb(
  null,
  claimFields,
  'change what the claim says, as edit does',
  (state: Reviewed, { fields }) => {
    const { id, name } = itemAtHand(state);
    refuseNothing(fields);
    return {
      plan: ({ target }) => editing(target.ledger, id, fields, { place: name, name: '' }),
      after: (now) => now,
    };
  },
);

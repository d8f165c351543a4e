import { markClaims } from '../../change/mark-claims.ts';
import { markHints } from '../../change/mark-hints.ts';
import { markRequests } from '../../flow/mark-requests.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Status } from '../../model/shape.ts';
import type { Values } from '../../options/option.ts';
import { sourcesOf } from '../../options/sources.ts';
import { refuseStrayFields, verdictFields } from '../../options/verdict-fields.ts';
import { markedWords } from '../../view/marked-words.ts';
import { answerVerb, type Planned, type Write } from '../answer-verb.ts';
import { itemAtHand, onward, type Reviewed } from './reviewed.ts';

type Fields = Values<typeof verdictFields>;

/** `c EVENT…`: the events confirm the claim. */
export const confirm = answerVerb('events', verdictFields, 'confirm the claim', (state: Reviewed, { text, fields }) =>
  judging(state, 'confirmed', withEvents(fields, text), 'c'),
);

/** `r EVENT…`: the events refute the claim. */
export const refute = answerVerb('events', verdictFields, 'refute the claim', (state: Reviewed, { text, fields }) =>
  judging(state, 'refuted', withEvents(fields, text), 'r'),
);

/** `p NOTE`: the claim was looked at, and stays pending. */
export const leavePending = answerVerb(
  'note',
  verdictFields,
  'looked at, and still pending; a note says why',
  (state: Reviewed, { text, fields }) =>
    judging(state, 'pending', { ...fields, note: text === '' ? fields.note : text }, 'p'),
);

const withEvents = (fields: Fields, typed: string): Fields => ({
  ...fields,
  evidence: [...typed.split(/[\s,]+/).filter((name) => name !== ''), ...fields.evidence],
});

/** Adds a verdict to the claim at hand, as `mark` does, and goes on to the next one. */
async function judging(state: Reviewed, status: Status, fields: Fields, verb: string): Promise<Write<Reviewed>> {
  const { id, name } = itemAtHand(state);
  refuseStrayFields(fields);
  if (status !== 'pending' && fields.evidence.length === 0 && fields.event === null) {
    throw new Refusal(
      `${status} needs evidence`,
      `Name an event of the ledger: ${verb} EVENT (factledger events lists them).`,
      `Or record one in the same step: ${verb} --event "What happened" --on YYYY-MM-DD --source URL.`,
    );
  }
  const by = fields.by ?? state.by;
  const asked = { ...fields, by, sources: sourcesOf(fields), keepEvidence: false, uncited: false };
  const requestFor = await markRequests([state.target], status, asked, state.today);
  const plan = ({ target, today }: Reviewed): Planned => {
    const { marked, changes, isEventChanged } = markClaims(target.ledger, requestFor(target, [id]));
    const words = marked.flatMap((one) => [
      markedWords(one, isEventChanged)
        .map(({ text }) => text)
        .join(''),
      ...markHints(one, today),
    ]);
    const verdicts = marked.filter(({ changed }) => changed).map(({ from, to }) => ({ key: 'verdicts', from, to }));
    const sources = asked.sources.map(({ url }) => ({ key: 'sources', from: null, to: url ?? null }));
    const keys = verdicts.length > 0 ? verdicts : isEventChanged ? sources : [];
    return { changes, told: { place: name, words: words.join('; '), id, changes: keys } };
  };
  return { plan, after: onward };
}

import { KINDS } from '../model/shape.ts';
import { comingDateOption, comingDateOrNothing, dateOption, dateOrNothing } from './dates.ts';
import { many, one } from './option.ts';
import { address, id, oneOf, orNothing, text } from './values.ts';

/** What is typed of a new claim besides its text. */
export const newClaimFields = {
  id: one('id', id, 'its id'),
  speaker: many('name', text, 'who said it'),
  via: one('name', text, 'who passed it on'),
  kind: one('kind', oneOf(KINDS), KINDS.join(', ')),
  said: dateOption('when it was said'),
  due: comingDateOption('when it can be judged'),
  tag: many('tag', text, 'a word to group it by'),
  source: many('url', address, 'where else it was said'),
  note: one('text', text, 'how to check it, or what is next'),
};

/** What is typed to correct a claim; an empty value takes a key away. */
export const claimFields = {
  text: one('text', orNothing(text), "a claim's text; of the article, the file that holds its text"),
  speaker: many('name', orNothing(text), 'of a claim: who said it, in place of those it has'),
  via: one('name', orNothing(text), 'of a claim: who passed it on'),
  kind: one('kind', orNothing(oneOf(KINDS)), `of a claim: ${KINDS.join(', ')}`),
  said: dateOrNothing('of a claim: when it was said'),
  due: comingDateOrNothing('of a claim: when it can be judged'),
  tag: many('tag', text, 'of a claim: a tag to add'),
  untag: many('tag', text, 'of a claim: a tag to take away'),
  note: one('text', orNothing(text), 'of a claim: how to check it; with --verdict, why'),
};

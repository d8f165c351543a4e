import { Refusal } from '../model/refusal.ts';
import { dateOption, dayOption } from './dates.ts';
import { many, nameOf, one, type Values } from './option.ts';
import { sourceOptions } from './sources.ts';
import { id, text } from './values.ts';

/** What is typed of a verdict besides its status and its claims. */
export const verdictFields = {
  evidence: many('event', text, 'an event that the verdict rests on'),
  event: one('title', text, 'record this event in the same write'),
  eventId: one('id', id, "that event's id; made of the title otherwise"),
  on: dateOption("when that event happened, if not on the verdict's day"),
  ...sourceOptions,
  date: dayOption('the day from which the verdict is held, if not today'),
  by: one('name', text, 'who decided; $FACTLEDGER_BY otherwise'),
  note: one('text', text, 'why, in a sentence'),
  label: one('text', text, "the publisher's own rating, such as Mostly true"),
};

/** @throws Refusal where something tells of an event and there is none */
export function refuseStrayFields({ event, ...given }: Values<typeof verdictFields>): void {
  if (event !== null) return;
  const { on, eventId, source, publisher, archived } = given;
  const typed = { on, eventId, source: source[0] ?? null, publisher, archived };
  const [stray] = Object.entries(typed).find(([, value]) => value !== null) ?? [];
  if (stray === undefined) return;
  throw new Refusal(
    `${nameOf(stray)} tells of an event, and there is no --event`,
    'Record one: --event "What happened" --on YYYY-MM-DD --source URL.',
    'The day of the verdict is --date; to add a source to an event, use cite.',
  );
}

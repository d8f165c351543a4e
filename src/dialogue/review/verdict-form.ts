import { type Form, formOf } from '../../terminal/form.ts';
import { lineEditor } from '../../terminal/line-editor.ts';
import type { Filled, FilledAnswer } from '../fill-answer.ts';
import type { Reviewed } from './reviewed.ts';

/** The answers that add a verdict. */
export type Judgement = 'c' | 'r' | 'p';

/**
 * A form for a verdict: its note and its day; where it needs evidence and no event is ticked, an event first.
 * @param earlier what was typed before, by the fields' names, the latest first
 */
export function verdictForm(
  { today }: Reviewed,
  verb: Judgement,
  ticked: readonly string[],
  earlier: ReadonlyMap<string, readonly string[]>,
): Form {
  const field = (name: string, text = '') => ({ name, editor: lineEditor(text, earlier.get(name)) });
  const event = verb === 'p' || ticked.length > 0 ? [] : [field('event'), field('on', today), field('source')];
  return formOf(...event, field('note'), field('date', today));
}

/** The answer that adds the verdict. A new event may have several addresses, separated by blanks. */
export function verdictAnswer(verb: Judgement, ticked: readonly string[], filled: Filled): FilledAnswer {
  const given = (name: string) => (filled[name] ?? '').trim();
  const one = (name: string) => (given(name) === '' ? [] : [given(name)]);
  const event = one('event');
  const source = given('source')
    .split(/\s+/)
    .filter((address) => address !== '');
  // The day stands there before an event does.
  const on = event.length === 0 && source.length === 0 ? [] : one('on');
  return { verb, text: '', fields: { evidence: ticked, event, on, source, note: one('note'), date: one('date') } };
}

import { type FormFrame, fillIn } from '../terminal/fill-in.ts';
import type { Form } from '../terminal/form.ts';
import type { Answer } from './answer.ts';
import type { Stand } from './answer-verb.ts';
import type { Desk } from './desk.ts';

/** What stands in a form, by the names of its fields. */
export type Filled = Readonly<Record<string, string>>;

/** An answer about the item at hand. */
export type FilledAnswer = Pick<Answer, 'verb' | 'text' | 'fields'>;

/**
 * Has a form filled in and gives what it says; it stays open, with all that was typed, until that is done.
 * @returns whether it was: Esc leaves it
 */
export function fillAnswer<S extends Stand>(
  desk: Desk<S>,
  form: Form,
  frame: FormFrame,
  answer: (values: Filled) => FilledAnswer,
  onDone: (values: Filled) => void = () => undefined,
): Promise<boolean> {
  const names = form.fields.map(({ name }) => name);
  return fillIn(desk.screen, form, frame, async (values) => {
    const refused = await desk.tryGiving(answer(values));
    if (refused === null) onDone(values);
    return refused === null ? null : faultIn(refused, names);
  });
}

/** What is wrong, with the field that it is about. */
function faultIn(message: string, names: readonly string[]) {
  const [, name = '', rest = ''] = /^--([a-z]+): (.*)$/s.exec(message) ?? [];
  return names.includes(name) ? { field: name, message: rest } : { field: null, message };
}

import { type Form, type FormFault, pressedIn, valuesOf, withFault } from './form.ts';
import { formRows } from './form-rows.ts';
import type { Canvas, Row } from './row.ts';
import type { Screen } from './screen.ts';

/** A whole screen around the rows of a form. */
export type FormFrame = (canvas: Canvas, rows: readonly Row[]) => readonly Row[];

/**
 * Has a form filled in. It stays open, with all that was typed, until it can be saved.
 * @param save takes the values by the fields' names; what it returns is wrong with them, null once they are saved
 * @returns whether it was saved: Esc, Ctrl-C and the end of the input leave it
 */
export async function fillIn(
  screen: Screen,
  start: Form,
  frame: FormFrame,
  save: (values: Readonly<Record<string, string>>) => Promise<FormFault | null>,
): Promise<boolean> {
  let form = start;
  for (;;) {
    const shown = form;
    screen.show((canvas) => frame(canvas, formRows(shown, canvas)));
    const next = pressedIn(form, await screen.next());
    if (next === 'cancel') return false;
    if (next !== 'save') {
      form = next;
      continue;
    }
    const fault = await save(valuesOf(form));
    if (!fault) return true;
    form = withFault(form, fault);
  }
}

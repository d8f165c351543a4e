import type { Press } from './keys.ts';
import { edited, type LineEditor, lineIn } from './line-editor.ts';

/** A field of a form. */
export interface Field {
  readonly name: string;
  readonly editor: LineEditor;
}

/** What is wrong with what was filled in, or became of it. */
export interface FormFault {
  /** The field that it is about; null for none of them. */
  readonly field: string | null;
  readonly message: string;
}

/** Fields to fill in, one after the other. */
export interface Form {
  readonly fields: readonly Field[];
  /** Which field the cursor is in. */
  readonly at: number;
  readonly fault: FormFault | null;
}

export const formOf = (...fields: readonly Field[]): Form => ({ fields, at: 0, fault: null });

/** What stands in each field. */
export const valuesOf = ({ fields }: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(({ name, editor }) => [name, lineIn(editor).text]));

/** The form with what is wrong with it, and the cursor in that field. */
export function withFault(form: Form, fault: FormFault): Form {
  const at = form.fields.findIndex(({ name }) => name === fault.field);
  return { ...form, fault, at: at === -1 ? form.at : at };
}

/** The form after a press; the same one where the press means nothing. The end of the input cancels it. */
export function pressedIn(form: Form, press: Press): Form | 'save' | 'cancel' {
  if (press.kind === 'end') return 'cancel';
  const { fields, at } = form;
  switch (press.kind === 'key' ? press.name : null) {
    case 'enter':
      return 'save';
    case 'escape':
    case 'ctrl-c':
      return 'cancel';
    case 'tab':
      return { ...form, at: (at + 1) % fields.length };
    case 'shift-tab':
      return { ...form, at: (at + fields.length - 1) % fields.length };
  }
  const field = fields[at];
  const editor = field && edited(field.editor, press);
  if (!field || !editor) return form;
  // What was found fault with is another text now.
  const isSame = lineIn(editor).text === lineIn(field.editor).text;
  const fault = hasLines(press) ? { field: field.name, message: JOINED } : isSame ? form.fault : null;
  return { ...form, fields: fields.with(at, { ...field, editor }), fault };
}

const JOINED = 'the lines that were pasted are one line now';

/** Whether a paste has several lines. */
const hasLines = (press: Press) => press.kind === 'paste' && /[\r\n]/.test(press.text.trim());

import { nameOf, type Options } from '../options/option.ts';

/** An answer as it was typed, taken apart. */
export interface Answer {
  /** What it is about, as typed before the verb: a place, or a claim; null where it is about the one at hand. */
  readonly about: string | null;
  readonly verb: string;
  /** What stands after the verb, up to its first field. */
  readonly text: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** What reading an answer needs to know of a verb. */
export interface AnswerForm {
  /** What stands after it, as the help calls it; null where nothing does. */
  readonly operand: string | null;
  readonly fields: Options;
}

/** What reading answers needs to know. */
export interface Grammar {
  readonly verbs: Readonly<Record<string, AnswerForm>>;
  /** What an answer may be about, as JSON calls it. */
  readonly about: {
    readonly name: string;
    /** What is surely that and no verb. */
    readonly pattern: RegExp;
  };
  /** An answer as JSON. */
  readonly example: string;
}

/** An answer as it is typed on one line. */
export function answerShown({ about, verb, text, fields }: Answer): string {
  const typed = Object.entries(fields).flatMap(([key, values]) => values.map((value) => `${nameOf(key)} ${value}`));
  return [about ?? '', verb, text, ...typed].filter((word) => word !== '').join(' ');
}

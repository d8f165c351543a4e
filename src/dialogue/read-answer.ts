import { Refusal } from '../model/refusal.ts';
import { nameOf } from '../options/option.ts';
import { didYouMean } from '../text/nearest.ts';
import type { Answer, AnswerForm } from './answer.ts';

type Forms = Readonly<Record<string, AnswerForm>>;

/**
 * Reads an answer from a line: `[PLACE] VERB [TEXT] [--field VALUE]…`, or a JSON object with the same names. A value
 * runs to the next field that the verb knows, so that it needs no quotes and no escapes.
 * @throws Refusal if it is no answer
 */
export function readAnswer(line: string, forms: Forms): Answer {
  const typed = line.trim();
  const answer = typed.startsWith('{') ? ofJson(typed, forms) : ofWords(typed, forms);
  const { verb, text } = answer;
  // Whoever typed it meant something by it.
  if (text !== '' && forms[verb]?.operand === null) {
    throw new Refusal(`${verb} takes no text, found ${JSON.stringify(text)}`);
  }
  return answer;
}

function ofWords(typed: string, forms: Forms): Answer {
  const [first, rest] = firstWord(typed);
  if (Object.hasOwn(forms, first)) return { about: null, verb: first, ...taken(rest, formOf(forms, first)) };
  const [second, more] = firstWord(rest);
  if (Object.hasOwn(forms, second)) return { about: first, verb: second, ...taken(more, formOf(forms, second)) };
  // Words to find may follow their sign at once.
  if (first.startsWith('/') && Object.hasOwn(forms, '/')) {
    return { about: null, verb: '/', ...taken(typed.slice(1).trim(), formOf(forms, '/')) };
  }
  throw noVerb(/^\d/.test(first) && second !== '' ? second : first, forms);
}

const firstWord = (text: string): [string, string] => {
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  return [word, rest];
};

/** @throws Refusal if there is no such verb */
function formOf(forms: Forms, verb: string): AnswerForm {
  const form = Object.hasOwn(forms, verb) ? forms[verb] : undefined;
  if (form === undefined) throw noVerb(verb, forms);
  return form;
}

const noVerb = (typed: string, forms: Forms) =>
  new Refusal(`there is no answer ${JSON.stringify(typed)}`, `The answers are ${Object.keys(forms).join(', ')}.`);

/** Takes what stands after a verb apart, into a text and fields. */
function taken(rest: string, { fields }: AnswerForm): Pick<Answer, 'text' | 'fields'> {
  const keys = Object.keys(fields);
  const names = keys.map((key) => nameOf(key).slice(2));
  const marks =
    names.length === 0 ? [] : [...rest.matchAll(new RegExp(`(?<!\\S)--(${names.join('|')})(?=[\\s=]|$)=?`, 'g'))];
  const found: Record<string, string[]> = {};
  for (const [at, mark] of marks.entries()) {
    const key = keys[names.indexOf(mark[1] ?? '')] ?? '';
    found[key] = [...(found[key] ?? []), rest.slice(mark.index + mark[0].length, marks[at + 1]?.index).trim()];
  }
  return { text: rest.slice(0, marks[0]?.index).trim(), fields: found };
}

function ofJson(typed: string, forms: Forms): Answer {
  const { place, verb, ...rest } = objectOf(typed);
  if (typeof verb !== 'string') throw new Refusal('an answer as JSON needs its "verb"', EXAMPLE);
  if (typeof place === 'number' && NUMBER_CUT_SHORT.test(typed)) {
    throw new Refusal('"place" is to be a text: the number 2.10 would be 2.1', EXAMPLE);
  }
  const { operand, fields } = formOf(forms, verb);
  const names = new Map(Object.keys(fields).map((key) => [nameOf(key).slice(2), key]));
  const isOperand = (name: string) => name === operand || (name === 'text' && !names.has('text'));
  const found: Record<string, readonly string[]> = {};
  const texts: string[] = [];
  for (const [name, value] of Object.entries(rest)) {
    const key = names.get(name);
    if (isOperand(name)) texts.push(...[textOf(name, value)?.trim() ?? ''].filter(Boolean));
    else if (key !== undefined) found[key] = textsOf(name, value);
    else {
      const known = [...(operand === null ? [] : [operand]), ...names.keys()];
      throw new Refusal(`the answer ${verb} has no ${JSON.stringify(name)}${didYouMean(name, known)}`, EXAMPLE);
    }
  }
  const [text = '', other] = texts;
  if (other !== undefined) throw new Refusal(`"text" and ${JSON.stringify(operand)} are the same`, 'Give one of them.');
  return { about: textOf('place', place ?? null), verb, text, fields: found };
}

/** A place as a number of which JSON drops the last digit. */
const NUMBER_CUT_SHORT = /"place"\s*:\s*\d+\.\d*0(?!\d)/;

const EXAMPLE = 'Write, for example: {"place": "2.1", "verb": "a", "text": "A claim.", "kind": "promise"}';

function objectOf(typed: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(typed);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Told below.
  }
  throw new Refusal('a line that starts with { is no sound JSON object', EXAMPLE);
}

/** The text of a value; null of null. @throws Refusal if it is something else, or several */
function textOf(name: string, value: unknown): string | null {
  const [text = null, ...others] = textsOf(name, value);
  if (others.length > 0) throw new Refusal(`${JSON.stringify(name)} is to be one text`, EXAMPLE);
  return text;
}

/** The texts of a value; none of null. @throws Refusal if it is something else */
function textsOf(name: string, value: unknown): readonly string[] {
  if (value === null) return [];
  const texts = [value].flat().map((one) => (typeof one === 'number' ? String(one) : one));
  if (texts.every((one) => typeof one === 'string')) return texts;
  throw new Refusal(`${JSON.stringify(name)} is to be a text or a list of texts`, EXAMPLE);
}

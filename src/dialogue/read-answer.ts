import { Refusal } from '../model/refusal.ts';
import { nameOf } from '../options/option.ts';
import { didYouMean } from '../text/nearest.ts';
import type { Answer, AnswerForm, Grammar } from './answer.ts';

type Forms = Grammar['verbs'];

/**
 * Reads an answer from a line: `[ABOUT] VERB [TEXT] [--field VALUE]…`, or a JSON object with the same names. A value
 * runs to the next field that the verb knows, so that it needs no quotes and no escapes.
 * @throws Refusal if it is no answer
 */
export function readAnswer(line: string, grammar: Grammar): Answer {
  const typed = line.trim();
  const answer = typed.startsWith('{') ? ofJson(typed, grammar) : ofWords(typed, grammar);
  const { verb, text } = answer;
  // Whoever typed it meant something by it.
  if (text !== '' && grammar.verbs[verb]?.operand === null) {
    throw new Refusal(`${verb} takes no text, found ${JSON.stringify(text)}`);
  }
  return answer;
}

function ofWords(typed: string, { verbs: forms, about }: Grammar): Answer {
  const [first, rest] = firstWord(typed);
  if (Object.hasOwn(forms, first)) return { about: null, verb: first, ...taken(rest, formOf(forms, first)) };
  const [second, more] = firstWord(rest);
  if (Object.hasOwn(forms, second)) return { about: first, verb: second, ...taken(more, formOf(forms, second)) };
  // Words to find may follow their sign at once.
  if (first.startsWith('/') && Object.hasOwn(forms, '/')) {
    return { about: null, verb: '/', ...taken(typed.slice(1).trim(), formOf(forms, '/')) };
  }
  throw noVerb(about.pattern.test(first) && second !== '' ? second : first, forms);
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

function ofJson(typed: string, { verbs: forms, about, example }: Grammar): Answer {
  const advice = `Write, for example: ${example}`;
  const { [about.name]: item = null, verb, ...rest } = objectOf(typed, advice);
  if (typeof verb !== 'string') throw new Refusal('an answer as JSON needs its "verb"', advice);
  if (typeof item === 'number' && isCutShort(typed, about.name)) {
    throw new Refusal(`"${about.name}" is to be a text: the number 2.10 would be 2.1`, advice);
  }
  const { operand, fields } = formOf(forms, verb);
  const names = new Map(Object.keys(fields).map((key) => [nameOf(key).slice(2), key]));
  const isOperand = (name: string) => name === operand || (name === 'text' && !names.has('text'));
  const found: Record<string, readonly string[]> = {};
  const texts: string[] = [];
  for (const [name, value] of Object.entries(rest)) {
    const key = names.get(name);
    if (isOperand(name)) texts.push(...[textOf(name, value, advice)?.trim() ?? ''].filter(Boolean));
    else if (key !== undefined) found[key] = textsOf(name, value, advice);
    else {
      const known = [...(operand === null ? [] : [operand]), ...names.keys()];
      throw new Refusal(`the answer ${verb} has no ${JSON.stringify(name)}${didYouMean(name, known)}`, advice);
    }
  }
  const [text = '', other] = texts;
  if (other !== undefined) throw new Refusal(`"text" and ${JSON.stringify(operand)} are the same`, 'Give one of them.');
  return { about: textOf(about.name, item, advice), verb, text, fields: found };
}

/** Whether a place is a number of which JSON drops the last digit. */
const isCutShort = (typed: string, name: string) => new RegExp(`"${name}"\\s*:\\s*\\d+\\.\\d*0(?!\\d)`).test(typed);

function objectOf(typed: string, advice: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(typed);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Told below.
  }
  throw new Refusal('a line that starts with { is no sound JSON object', advice);
}

/** The text of a value; null of null. @throws Refusal if it is something else, or several */
function textOf(name: string, value: unknown, advice: string): string | null {
  const [text = null, ...others] = textsOf(name, value, advice);
  if (others.length > 0) throw new Refusal(`${JSON.stringify(name)} is to be one text`, advice);
  return text;
}

/** The texts of a value; none of null. @throws Refusal if it is something else */
function textsOf(name: string, value: unknown, advice: string): readonly string[] {
  if (value === null) return [];
  const texts = [value].flat().map((one) => (typeof one === 'number' ? String(one) : one));
  if (texts.every((one) => typeof one === 'string')) return texts;
  throw new Refusal(`${JSON.stringify(name)} is to be a text or a list of texts`, advice);
}

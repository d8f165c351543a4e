import { Refusal } from '../model/refusal.ts';
import type { Given, Stand, Subject } from './answer-verb.ts';
import { helpLines } from './help-lines.ts';
import { readAnswer } from './read-answer.ts';
import { reasonsOf } from './reasons.ts';
import type { Run } from './run.ts';

/** An answer of a line, and what it did. */
interface AnsweredLine extends Given {
  /** Which answer it was, from 1. */
  readonly answer: number;
  /** Its line, from 1. */
  readonly line: number;
  readonly verb: string;
  /** What is said of it to people, a line each. */
  readonly said: readonly string[];
}

/** What became of all lines. */
export interface AnsweredLines {
  readonly answered: readonly AnsweredLine[];
  /** What is wrong with the first that could not be done; null where all could. */
  readonly failure: Refusal | null;
}

/** How much of what was typed or read a message shows, in characters. */
const SHOWN = 60;

/**
 * Gives a run the answers of lines, until one ends it or cannot be done. Blank lines and those that start with # are
 * ignored.
 * @param isWritten whether what was answered is in the file, for the message
 */
export async function answerLines<S extends Stand>(
  run: Run<S>,
  subject: Subject<S>,
  lines: AsyncIterable<string>,
  isWritten: boolean,
): Promise<AnsweredLines> {
  const answered: AnsweredLine[] = [];
  let line = 0;
  for await (const typed of lines) {
    line++;
    const text = line === 1 ? typed.replace(/^\uFEFF/, '') : typed;
    if (/^\s*(?:#|$)/.test(text)) continue;
    const number = answered.length + 1;
    let item = subject.itemOf(run.state, null);
    try {
      // What stands for bytes that are no characters would get into the ledger.
      if (text.includes('\ufffd')) throw new Refusal('the line is no sound UTF-8', 'Save the answers as UTF-8.');
      const answer = readAnswer(text, subject);
      item = subject.itemOf(run.state, answer.about);
      const told = await run.give(answer);
      if (told === 'leave') break;
      const about = { answer: number, line, verb: answer.verb };
      const said = told === 'help' ? helpLines(subject.verbs) : [`${told.place} ${told.words}`];
      const ledger = run.state.target.name;
      const nothing = { place: item.place, words: '', id: null, changes: [], ledger };
      answered.push({ ...about, ...(told === 'help' ? nothing : told), said });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const stood = [`  It was: ${shortened(text.trim())}`, `  It stood at ${item.place}: ${shortened(item.text)}`];
      const kept = answered.length > 0 && isWritten ? ['  What was answered before is written.'] : [];
      const [message, ...more] = reasonsOf(error);
      const advice = more.map((one) => `  ${one}`);
      return {
        answered,
        failure: new Refusal(`answer ${number} (line ${line}): ${message}`, ...advice, ...stood, ...kept),
      };
    }
  }
  return { answered, failure: null };
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 4 * SHOWN));
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('').trimEnd()} …` : text;
}

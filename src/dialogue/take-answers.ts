import { changed } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import type { ReadLedger } from '../flow/read-ledgers.ts';
import { Interrupted, Refusal } from '../model/refusal.ts';
import type { Terminal } from '../model/world.ts';
import { answerLines } from './answer-lines.ts';
import type { Given, Stand, Subject } from './answer-verb.ts';
import { type Seat, seated } from './at-terminal.ts';
import { Run } from './run.ts';

/** What a verb goes through, and how it is shown to somebody at a terminal. */
interface Answered<S extends Stand> {
  readonly subject: Subject<S>;
  readonly start: S;
  readonly seat: Seat<S>;
}

/** Takes answers from the keys of the terminal, or where there is none from the lines of standard input. */
export function takeAnswers<S extends Stand>(context: Context, answered: Answered<S>, isDryRun: boolean) {
  const terminal = context.world.terminal();
  return terminal === null ? byLines(context, answered, isDryRun) : byKeys(context, terminal, answered, isDryRun);
}

async function byLines<S extends Stand>(context: Context, { subject, start }: Answered<S>, isDryRun: boolean) {
  const run = new Run(context, subject, start, isDryRun);
  const { answered, failure } = await answerLines(run, subject, context.world.readLines(), !isDryRun);
  const summary = summaryOf(subject, run.state, answered.length);
  return changed(madeOf(subject, start, run.state), {
    isDryRun,
    failure: failure && new Refusal(failure.message, ...failure.advice, summary),
    data: answered.map(({ answer, line, verb, ...told }) => dataOf(answer, line, verb, told)),
    lines: answered.flatMap(({ said }) => said),
    notes: failure === null ? [summary] : [],
  });
}

/** By keys, where each answer is told at once. */
async function byKeys<S extends Stand>(
  context: Context,
  terminal: Terminal,
  { subject, start, seat }: Answered<S>,
  isDryRun: boolean,
) {
  if (isDryRun)
    throw new Refusal('--dry-run is for answers that come through a pipe', 'At a terminal, u takes one back.');
  const { state, answered, isInterrupted } = await seated(context, terminal, subject, start, seat);
  return changed(madeOf(subject, start, state), {
    isDryRun,
    failure: isInterrupted ? new Interrupted() : null,
    data: answered.map(({ verb, told }, index) => dataOf(index + 1, null, verb, told)),
    lines: [],
    notes: [summaryOf(subject, state, answered.length)],
  });
}

function madeOf<S extends Stand>({ ledgersOf }: Subject<S>, start: S, end: S) {
  const now = new Map<ReadLedger['found'], string>(ledgersOf(end).map(({ found, text }) => [found, text]));
  return ledgersOf(start).map((target) => {
    const before = target.text;
    return { target, before, after: now.get(target.found) ?? before, outcome: null };
  });
}

/** An answer for programs. @param line null where it did not come as a line */
const dataOf = (answer: number, line: number | null, verb: string, { place, ledger, id, changes }: Given) => ({
  answer,
  line,
  place,
  verb,
  ledger,
  id,
  changed: changes.length > 0,
  changes,
});

const summaryOf = <S extends Stand>(subject: Subject<S>, state: S, answers: number) =>
  `${subject.summary(state)}; ${answers === 1 ? 'one answer' : `${answers} answers`}`;

import { contextOf } from '../flow/context.ts';
import { todayOf } from '../flow/today.ts';
import { Interrupted, InvalidLedgers, Refusal } from '../model/refusal.ts';
import type { Streams, World } from '../model/world.ts';
import { Printer } from '../view/printer.ts';
import { type Called, CommandLine } from './command-line.ts';
import { COULD_NOT_RUN, DONE, INTERRUPTED, NO } from './exit-codes.ts';
import { verbs as allVerbs, type LazyVerb } from './verbs.ts';

/** Help is wrapped at this many columns, or at the terminal's if it has fewer. */
const WIDEST_HELP = 100;

/**
 * Runs a command line to its end.
 * @param argv the words after the program's name
 * @returns the exit code
 */
export async function main(
  argv: readonly string[],
  { stdout, stderr, ...world }: World & Streams,
  verbs: readonly LazyVerb[] = allVerbs,
): Promise<number> {
  const errors = await Printer.to(stderr, world, false);
  try {
    const width = stdout.isTerminal ? Math.min(WIDEST_HELP, stdout.columns) : WIDEST_HELP;
    const called = await new CommandLine(argv, verbs, width, () => todayOf(world)).read();
    return await run(called, argv, world, { stdout, stderr });
  } catch (error) {
    if (error instanceof Interrupted) return INTERRUPTED;
    // Where not even this can be written, the exit code alone must tell.
    await errors.lines(...report(error, world)).catch(() => undefined);
    return COULD_NOT_RUN;
  }
}

async function run(
  called: Called,
  argv: readonly string[],
  world: World,
  { stdout, stderr }: Streams,
): Promise<number> {
  if ('help' in called) {
    const printer = await Printer.to(stdout, world, null);
    await printer.document({ kind: 'data', pieces: [called.help], notes: [] }, called.globals.pager);
    return DONE;
  }
  const { verb, globals, operands, options } = called;
  const results = await Printer.to(stdout, world, globals.color);
  const beside = await Printer.to(stderr, world, globals.color);
  const context = contextOf(world, globals, argv, results, beside);
  const { document, notes, isNo, written, failure, afterwards } = await verb.run(context, operands, options);
  try {
    // After a change only what it did is told, which no one is to page through.
    const isRead = document === null || (await results.document(document, globals.pager && written.length === 0));
    if (isRead) await afterwards?.();
    for (const note of [...(document?.notes ?? []), ...notes]) await context.note(note);
  } catch (error) {
    throw error instanceof Refusal && written.length > 0 ? afterWriting(error, written) : error;
  }
  if (failure !== null) throw failure;
  return isNo ? NO : DONE;
}

/** Only the message could not be written: the change is made. */
const afterWriting = ({ message, advice }: Refusal, files: readonly string[]) =>
  new Refusal(message, ...advice, `The change itself is made: ${files.join(', ')} was written.`);

/** The lines that tell what went wrong. */
function report(error: unknown, { env }: World): string[] {
  if (error instanceof InvalidLedgers) return [...error.lines, ...error.advice];
  if (error instanceof Refusal) return [`factledger: ${error.message}`, ...error.advice];
  const bug = error instanceof Error ? error : new Error(String(error));
  const details = env.FACTLEDGER_DEBUG === '1' ? (bug.stack ?? '') : 'Set FACTLEDGER_DEBUG=1 to see where.';
  return [`factledger: a bug in factledger: ${bug.message}`, ...details.split('\n')];
}

import { InvalidLedgers, Refusal } from '../model/refusal.ts';
import type { World } from '../model/world.ts';
import { keepLines, oneLine } from '../text/escape.ts';
import { COULD_NOT_RUN, exitCode } from './exit-codes.ts';
import { run } from './program.ts';

/**
 * Runs a command line to its end.
 * @param argv the words behind the program's name
 * @returns the exit code: 0 done, 1 the answer is no, 2 it could not run
 */
export async function main(argv: readonly string[], world: World): Promise<number> {
  try {
    return exitCode(await run(argv, world));
  } catch (error) {
    // Where not even this can be written, the exit code alone must tell.
    await world.stderr.write(report(error, world)).catch(() => undefined);
    return COULD_NOT_RUN;
  }
}

function report(error: unknown, { env }: World): string {
  if (error instanceof InvalidLedgers) return lines([...error.lines, ...error.advice]);
  if (error instanceof Refusal) return lines([`factledger: ${error.message}`, ...error.advice]);
  const bug = error instanceof Error ? error : new Error(String(error));
  const details = env.FACTLEDGER_DEBUG === '1' ? (bug.stack ?? '') : 'Set FACTLEDGER_DEBUG=1 to see where.';
  return keepLines(`factledger: a bug in factledger: ${bug.message}\n${details}\n`);
}

/** Messages quote ledgers and command lines, which must not drive the terminal. */
const lines = (texts: readonly string[]) => texts.map((text) => `${oneLine(text)}\n`).join('');

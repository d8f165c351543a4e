import { InvalidLedgers, Refusal } from '../model/refusal.ts';
import type { World } from '../model/world.ts';
import { keepLines } from '../text/escape.ts';
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
    await world.stderr.write(keepLines(report(error, world)));
    return COULD_NOT_RUN;
  }
}

function report(error: unknown, { env }: World): string {
  if (error instanceof InvalidLedgers) return [...error.lines, ...error.advice, ''].join('\n');
  if (error instanceof Refusal) return [`factledger: ${error.message}`, ...error.advice, ''].join('\n');
  const bug = error instanceof Error ? error : new Error(String(error));
  const details = env.FACTLEDGER_DEBUG === '1' ? bug.stack : 'Set FACTLEDGER_DEBUG=1 to see where.';
  return `factledger: a bug in factledger: ${bug.message}\n${details}\n`;
}

import { Refusal } from '../model/refusal.ts';
import { errorCode } from './system-error.ts';

/** What a call of git gave. */
interface Ran {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Calls git at the top of one work tree. */
export type Git = (args: readonly string[], input?: string) => Ran;

/** All that git prints at once is kept in memory; git itself keeps a blob in memory, too. */
const LARGEST = 2 ** 30;

/**
 * Settings that come before any that a repository makes: nothing in it is taken for another repository, and no program is
 * started when its index is read. What only other commands than those called here would start is not among them.
 */
const SETTINGS = ['safe.bareRepository=explicit', 'core.fsmonitor=false', 'core.hooksPath=/dev/null'].flatMap(
  (setting) => ['-c', setting],
);

/** Nothing of the caller's own environment for git, such as that of a hook, leads to another repository. */
function environment(): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
    GIT_NO_LAZY_FETCH: '1',
    // No server is asked for what is missing, whatever way the repository has to it (git 2.3 and later).
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/** @param top the top of a work tree, absolute */
export function gitIn(top: string): Git {
  const env = environment();
  return (args, input) => {
    // Loaded when it is due, for only a few commands call git.
    const { spawnSync } = process.getBuiltinModule('node:child_process');
    const { status, stdout, stderr, error } = spawnSync('git', ['--no-pager', ...SETTINGS, ...args], {
      cwd: top,
      env,
      input: input ?? '',
      maxBuffer: LARGEST,
    });
    if (error) {
      const isMissing = errorCode(error) === 'ENOENT';
      throw new Refusal(
        isMissing ? 'a comparison with git needs it, and it is not installed' : `git cannot be run: ${error.message}`,
      );
    }
    return { status, stdout, stderr: stderr.toString() };
  };
}

export const DEEPER =
  'If it is not fetched yet, fetch the history: git fetch --unshallow, or fetch-depth: 0 in actions/checkout.';

/** What git says of a failure, without its prefix; nothing where it says nothing. */
export function saidBy({ stderr }: Pick<Ran, 'stderr'>, top: string): string[] {
  if (/dubious ownership/.test(stderr)) {
    return [
      'It belongs to another user, and git does not read what others may have prepared.',
      `If you trust it: git config --global --add safe.directory ${JSON.stringify(top)}`,
    ];
  }
  const [first = ''] = stderr.split('\n').filter((line) => /^(?:fatal|error): /.test(line));
  const said = first.replace(/^(?:fatal|error): /, '');
  return said === '' ? [] : [`git says: ${said}`];
}

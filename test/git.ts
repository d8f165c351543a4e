import { execFileSync } from 'node:child_process';
import type { Sandbox } from './sandbox.ts';

/**
 * Calls git in a sandbox, as an example person.
 * @param day when commits are made, ISO 8601 with a time; now if null
 * @returns what it prints
 */
export const gitAt =
  (day: string | null) =>
  (box: Sandbox, ...argv: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=An Example', '-c', 'user.email=an@example.org', '-c', 'init.defaultBranch=main', ...argv],
      {
        cwd: box.folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, ...(day !== null && { GIT_COMMITTER_DATE: day, GIT_AUTHOR_DATE: day }) },
      },
    );

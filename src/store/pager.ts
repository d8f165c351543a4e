import type { Pager } from '../model/world.ts';
import { errorCode } from './system-error.ts';

/** Quits if all fits on the screen, lets colours through, and leaves what was read on the screen. */
const OPTIONS = 'FRX';

/** How a shell says that a command is not there, or no program (POSIX). */
const NOT_STARTED = [126, 127];

/**
 * The pager that the user chose, `$PAGER`, else less; as with git, an empty one and `cat` are none. It is started by the
 * shell, and nothing that a ledger or a configuration holds has a part in it.
 * @returns null for none
 */
export function pagerOf(env: NodeJS.ProcessEnv, platform: string = process.platform): Pager | null {
  const chosen = env.PAGER?.trim();
  if (chosen === '' || chosen === 'cat') return null;
  // What cannot move its cursor cannot page; and Windows brings no pager that knows colours.
  if (chosen === undefined && (env.TERM === 'dumb' || platform === 'win32')) return null;
  return (pieces) => show(pieces, chosen, env);
}

function show(pieces: readonly string[], chosen: string | undefined, env: NodeJS.ProcessEnv): boolean {
  // Loaded when it is due: most output is short.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  // What interrupts the pager is its own affair: we wait for its end, or it would be left without its terminal.
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  const { status, error } = spawnSync(chosen ?? 'less', chosen === undefined ? [`-${OPTIONS}`] : [], {
    shell: chosen !== undefined,
    // For a $PAGER that names no options: as with git. On Windows, no program of the current folder is started.
    env: { LESS: OPTIONS, LV: '-c', ...env, NoDefaultCurrentDirectoryInExePath: '1' },
    input: Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'utf8'))),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  process.off('SIGINT', ignore);
  // It may end before it has read all: that is its reader's wish.
  if (error !== undefined && errorCode(error) !== 'EPIPE') return false;
  return status === null || !NOT_STARTED.includes(status);
}

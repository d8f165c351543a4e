import { basename } from 'node:path';
import { Refusal } from '../model/refusal.ts';

/** Editors that take `+LINE` before a file's name, and those that take `FILE:LINE`. */
const PLUS = /^(?:vi|vim|nvim|view|gvim|nano|pico|emacs|emacsclient|kak|micro|joe|jed|ne|mg|gedit|kate)$/;
const COLON = /^(?:hx|helix|subl|zed|lite-xl)$/;
const GOTO = /^(?:code|code-insiders|codium|cursor|windsurf)$/;

/**
 * Opens a file in the user's editor, and waits for it to end.
 * @param env `$VISUAL`, else `$EDITOR`, is run by the shell, as git does, so that it may have options
 * @param line where to begin, from 1
 * @throws Refusal if no editor is set, or it ended with an error
 */
export function openEditor(env: NodeJS.ProcessEnv, path: string, line: number): void {
  const command = [env.VISUAL, env.EDITOR].find((one) => one?.trim());
  if (command === undefined) {
    throw new Refusal(
      'no editor is set: $VISUAL and $EDITOR are empty',
      'Set one, or say what to change: factledger edit --help.',
    );
  }
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const args = argumentsFor(command, path, line);
  const options = { stdio: 'inherit', env } as const;
  const isWindows = process.platform === 'win32';
  const ended = isWindows
    ? spawnSync([command, ...args.map((one) => `"${one}"`)].join(' '), { ...options, shell: true })
    : spawnSync('/bin/sh', ['-c', `${command} "$@"`, command, ...args], options);
  if (ended.error) throw new Refusal(`the editor cannot be started: ${ended.error.message}`);
  if (ended.status !== 0) {
    throw new Refusal(`the editor ended with ${ended.signal ?? ended.status}: ${command}`);
  }
}

function argumentsFor(command: string, path: string, line: number): readonly string[] {
  const name = basename(command.trim().split(/\s+/)[0] ?? '').replace(/\.exe$/i, '');
  if (PLUS.test(name)) return [`+${line}`, path];
  if (COLON.test(name)) return [`${path}:${line}`];
  return GOTO.test(name) ? ['-g', `${path}:${line}`] : [path];
}

import { isAbsolute, join } from 'node:path';

/**
 * The folder for what a user has done (XDG Base Directory Specification 0.8): `factledger` in $XDG_STATE_HOME, else in
 * ~/.local/state. A relative path is ignored, as the specification says. Null where there is no home.
 */
export function stateFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  const { XDG_STATE_HOME, HOME, LOCALAPPDATA } = env;
  const home = process.platform === 'win32' ? LOCALAPPDATA : HOME && join(HOME, '.local', 'state');
  const base = [XDG_STATE_HOME, home].find((path) => path && isAbsolute(path));
  return base === undefined ? null : join(base, 'factledger');
}

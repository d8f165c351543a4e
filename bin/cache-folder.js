const { mkdirSync, statSync } = require('node:fs');
const { isAbsolute, join } = require('node:path');

/**
 * The folder for what can be made again at any time (XDG Base Directory Specification): `factledger` in $XDG_CACHE_HOME,
 * else in ~/.cache. Null where $FACTLEDGER_NO_CACHE is 1, where it cannot be made, or where others could write to it.
 */
module.exports = function cacheFolder({ FACTLEDGER_NO_CACHE, XDG_CACHE_HOME, HOME, LOCALAPPDATA }) {
  if (FACTLEDGER_NO_CACHE === '1') return null;
  const home = process.platform === 'win32' ? LOCALAPPDATA : HOME && join(HOME, '.cache');
  const base = [XDG_CACHE_HOME, home].find((path) => path && isAbsolute(path));
  if (base === undefined) return null;
  const folder = join(base, 'factledger');
  try {
    if (!statSync(folder, { throwIfNoEntry: false })) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    const isOurs = process.platform === 'win32' || (uid === process.geteuid() && (mode & 0o022) === 0);
    return isOurs ? folder : null;
  } catch {
    return null;
  }
};

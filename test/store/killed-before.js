// Runs a command, and is killed right before its Nth call that changes files: `node killed-before.js N WORD…`.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { main, processWorld } = require('../../dist/factledger.cjs');
const [most, ...argv] = process.argv.slice(2);
const CHANGING = [
  'writeFileSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'unlinkSync',
  'rmSync',
  'chmodSync',
  'mkdirSync',
];

let calls = 0;
function killBefore(holder, name) {
  const real = holder[name];
  if (typeof real !== 'function') return;
  holder[name] = (...args) => {
    if (++calls === Number(most)) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}

const fs = require('node:fs');
for (const name of CHANGING) killBefore(fs, name);
const { openSync } = fs;
fs.openSync = (path, flags, ...rest) => {
  const isMade = typeof flags === 'string' ? /[wa]/.test(flags) : (flags & fs.constants.O_CREAT) !== 0;
  if (isMade && ++calls === Number(most)) process.kill(process.pid, 'SIGKILL');
  return openSync(path, flags, ...rest);
};
killBefore(require('fs-native-extensions'), 'swapSync');

process.exitCode = await main(argv, processWorld(null));
console.log(`calls: ${calls}`);

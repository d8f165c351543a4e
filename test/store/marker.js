// Marks claims one after another until it is done or killed: `node marker.js LEDGER FROM TO DAY`.
import { createRequire } from 'node:module';

const { main, processWorld } = createRequire(import.meta.url)('../../dist/factledger.cjs');
const [file, from, to, day] = process.argv.slice(2);
const world = processWorld();
for (let n = Number(from); n < Number(to); n++) {
  // Prints a line for each, so that who kills it knows that it has started.
  process.exitCode = await main(['mark', 'pending', `claim-${n}`, '--date', day, '-f', file], world);
  if (process.exitCode !== 0) break;
}

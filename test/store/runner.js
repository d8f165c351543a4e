// Runs commands one after another until they are done or one fails: `node runner.js '[["mark", "pending", "a"], …]'`.
import { createRequire } from 'node:module';

const { main, processWorld } = createRequire(import.meta.url)('../../dist/factledger.cjs');
const world = processWorld(null);
for (const argv of JSON.parse(process.argv[2])) {
  process.exitCode = await main(argv, world);
  if (process.exitCode !== 0) break;
}

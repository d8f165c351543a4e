// What an installation takes: `node test/smoke/size.js FOLDER`, where the package is installed in FOLDER/node_modules.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MOST_PACKAGES = 7;
const MOST_BYTES = 5_000_000;

const folder = join(process.argv[2], 'node_modules');
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const packages = names.filter((name) => /^(?:@[^/]+\/)?[^/@.][^/]*\/package\.json$/.test(name));
const bytes = names
  .map((name) => statSync(join(folder, name)))
  .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
console.log(`${packages.length} packages, ${(bytes / 1e6).toFixed(2)} MB`);
assert.ok(packages.length <= MOST_PACKAGES, `more than ${MOST_PACKAGES} packages: ${packages.join(', ')}`);
assert.ok(bytes <= MOST_BYTES, `more than ${MOST_BYTES} bytes`);

const notices = readFileSync(join(folder, 'factledger/dist/NOTICES.txt'), 'utf8');
const maps = readdirSync(join(folder, 'factledger/dist')).filter((name) => name.endsWith('.map'));
const sources = maps.flatMap((name) => JSON.parse(readFileSync(join(folder, 'factledger/dist', name), 'utf8')).sources);
const bundled = new Set(sources.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
assert.ok(bundled.size > 3);
for (const name of bundled) assert.ok(notices.includes(`\n${name} `), `no notice of ${name}`);

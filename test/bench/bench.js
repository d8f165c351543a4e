import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Times commands on the sample ledger against bare Node, each run beside one of bare Node, and prints ratios.
 * Usage: npm run bench -- [runs]
 */
const RUNS = Number(process.argv[2] ?? 30);
const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin/factledger.js');
const sample = 'lukashenko-sochi-2020.yaml';

const commands = [
  ['list'],
  ['list', '--format', 'json'],
  ['show', 'loan-1-5bn'],
  ['stats'],
  ['log'],
  ['mark', 'pending', 'expectations-list', '--note', 'Looked.'],
];

const folder = mkdtempSync(join(tmpdir(), 'factledger-bench-'));
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${RUNS} runs side by side`);
  console.log(`${'command'.padEnd(60)}  ${'ms'.padStart(6)}  ${'× bare node'.padStart(11)}  least–most`);
  for (const command of commands) measure(command);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(command) {
  const ratios = [];
  const times = [];
  for (let run = -1; run < RUNS; run++) {
    cpSync(join(root, 'data', sample), join(folder, sample));
    const ours = time([program, ...command, '-f', sample]);
    const bare = time(['-e', '0']);
    // The first run warms the disk's cache and does not count.
    if (run < 0) continue;
    times.push(ours);
    ratios.push(ours / bare);
  }
  const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  const figures = `${median(times).toFixed(0).padStart(6)}  ${median(ratios).toFixed(2).padStart(11)}`;
  console.log(`${command.join(' ').padEnd(60)}  ${figures}  ${spread}`);
}

function time(argv) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${argv.join(' ')} failed: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

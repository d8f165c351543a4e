import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { journal, ledger, tasks, writeArchive } from './material.js';

/**
 * Times factledger beside bare Node and beside what is installed of hledger, ledger, yq and Taskwarrior. The commands of
 * a group run in turns, one of each a round, so that whatever else the machine does meets all of them; told are medians,
 * and of ratios the median, least and most of those within a round.
 */
const USAGE = `Usage: npm run bench -- [--only start|large|growth|suggest] [--runs N] [--rounds N] [--json FILE]
  --runs    how often each short command runs (30)
  --rounds  how often each long command runs (5)
  --json    where the figures go as JSON (bench.json)`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'string', default: 'bench.json' },
    help: { type: 'boolean', short: 'h' },
  },
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin/factledger.js');
const folder = mkdtempSync(join(tmpdir(), 'factledger-bench-'));
const cache = join(folder, 'cache');
const CLAIMS = 100_000;
const PENDING = ['list', '--status', 'pending', '--format', 'json'];

const machine = {
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  cpu: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
};
const figures = { machine, date: new Date().toISOString().slice(0, 10), groups: [] };

const groups = { start, large, growth, suggest };
if (options.help || (options.only !== undefined && !(options.only in groups))) console.log(USAGE);
else {
  try {
    console.log(`Node ${machine.node}, ${machine.platform}, ${machine.cpu}, ${machine.memory}`);
    for (const name of Object.keys(groups)) if (options.only === undefined || options.only === name) groups[name]();
    writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How much longer than Node itself a command on the sample ledger takes. */
function start() {
  const file = 'lukashenko-sochi-2020.yaml';
  const sample = join(root, 'data', file);
  const fresh = () => copyFileSync(sample, join(folder, file));
  fresh();
  const mark = ['mark', 'pending', 'expectations-list', '--note', 'Looked.', '-f', file];
  const verbs = [
    ['list', ['list', '-f', file]],
    ['show', ['show', 'loan-1-5bn', '-f', file]],
    ['stats', ['stats', '-f', file]],
    ['check', ['check', '-f', file]],
  ];
  const commands = [
    { name: 'node -e 0', run: node('-e', '0') },
    ...verbs.flatMap(([name, argv]) => [
      { name: `${name}, first time`, prepare: emptyCache, run: ours(argv) },
      { name: `${name}, second time`, run: ours(argv) },
    ]),
    { name: 'mark', prepare: fresh, run: ours(mark) },
  ];
  measure('the sample ledger, 55 claims', commands, Number(options.runs), 'node -e 0');
}

/** A ledger of 100,000 claims, and an archive of as many, beside tools that keep other books in plain files. */
function large() {
  writeFileSync(join(folder, 'single.yaml'), ledger(CLAIMS));
  writeFileSync(join(folder, 'middle.yaml'), ledger(CLAIMS / 10));
  writeArchive(join(folder, 'archive'), CLAIMS / 40, 40);
  writeFileSync(join(folder, 'books.journal'), journal(CLAIMS));
  const single = idsIn('single.yaml')[CLAIMS / 2];
  const [, name] = /^(\S+)$/.exec(idsIn('archive/012/article-1234.yaml')[7]) ?? [];
  const bare = idsIn('archive/012/article-1235.yaml').find((id) => isAlone(id));
  const note = () => ['--note', `Looked ${Math.random()}.`];
  const commands = [
    { name: 'hledger bal', tool: 'hledger', run: () => ['hledger', '-f', 'books.journal', 'bal'] },
    { name: 'ledger bal', tool: 'ledger', run: () => ['ledger', '-f', 'books.journal', 'bal'] },
    { name: 'list, first time', prepare: emptyCache, run: ours([...PENDING, '-f', 'single.yaml']) },
    { name: 'list, second time', run: ours([...PENDING, '-f', 'single.yaml']) },
    { name: 'check', run: ours(['check', '-f', 'single.yaml']) },
    { name: 'mark', run: () => ours(['mark', 'pending', single, ...note(), '-f', 'single.yaml'])() },
    { name: 'archive: list, first time', prepare: emptyCache, run: ours([...PENDING, '-f', 'archive']) },
    { name: 'archive: list, second time', run: ours([...PENDING, '-f', 'archive']) },
    { name: 'archive: check', run: ours(['check', '-f', 'archive']) },
    {
      name: 'archive: mark, by ledger/id',
      run: () => ours(['mark', 'pending', `article-1234/${name}`, ...note(), '-f', 'archive'])(),
    },
    { name: 'archive: mark, by id alone', run: () => ours(['mark', 'pending', bare, ...note(), '-f', 'archive'])() },
  ];
  const title = `${CLAIMS} claims in one file, and in ${CLAIMS / 40} of 40 each`;
  measure(title, commands, Number(options.rounds), isThere('hledger') ? 'hledger bal' : 'list, first time');
  memory('one file', [...PENDING, '-f', 'single.yaml'], join(folder, 'single.yaml'));

  const jq = '[.claims[] | select(.verdicts[-1].status == "pending")] | length';
  measure(
    `${CLAIMS / 10} claims, or tasks`,
    [
      { name: 'list, first time', prepare: emptyCache, run: ours([...PENDING, '-f', 'middle.yaml']) },
      { name: 'list, second time', run: ours([...PENDING, '-f', 'middle.yaml']) },
      { name: 'yq', tool: 'yq', run: () => ['yq', '-c', jq, 'middle.yaml'] },
      { name: 'task export', tool: 'task', warm: importTasks, run: () => [...task(), 'status:pending', 'export'] },
    ],
    Number(options.rounds),
    'list, first time',
  );
}

/** How the time grows with the number of claims: as one number a claim it stays the same. */
function growth() {
  for (const claims of [1_000, 3_000, 10_000, 30_000, 100_000, 300_000]) {
    const file = `${claims}.yaml`;
    writeFileSync(join(folder, file), ledger(claims));
    measure(
      `growth: ${claims} claims`,
      [
        { name: 'node -e 0', run: node('-e', '0') },
        { name: 'list, first time', prepare: emptyCache, run: ours([...PENDING, '-f', file]), claims },
        { name: 'list, second time', run: ours([...PENDING, '-f', file]), claims },
        { name: 'check', run: ours(['check', '-f', file]), claims },
      ],
      Math.max(1, Math.min(Number(options.rounds), 3)),
      'node -e 0',
    );
  }
}

/** What it takes to ask about a piece of news, beside what listing the claims takes. */
function suggest() {
  const news = 'Harbour budget talks on grain exports resume within the year';
  for (const claims of [1_000, 10_000, 100_000]) {
    const file = `news-${claims}.yaml`;
    writeFileSync(join(folder, file), ledger(claims));
    measure(
      `suggest: ${claims} claims`,
      [
        { name: 'node -e 0', run: node('-e', '0') },
        { name: 'list, second time', run: ours([...PENDING, '-f', file]), claims },
        { name: 'suggest, second time', run: ours(['suggest', news, '-f', file]), claims },
      ],
      Number(options.rounds),
      'node -e 0',
    );
    memory(`list, ${claims} claims`, [...PENDING, '-f', file], join(folder, file));
    memory(`suggest, ${claims} claims`, ['suggest', news, '-f', file], join(folder, file));
  }
}

function measure(title, commands, rounds, base) {
  const there = commands.filter(({ tool }) => tool === undefined || isThere(tool));
  const times = new Map(there.map(({ name }) => [name, []]));
  for (const { warm } of there) if (typeof warm === 'function') time(warm());
  // The first round warms the disk's cache and does not count.
  for (let round = -1; round < rounds; round++) {
    for (const { name, prepare, run } of there) {
      prepare?.();
      const took = time(run());
      if (round >= 0) times.get(name).push(took);
    }
  }
  const rows = there.map(({ name, claims }) => {
    const own = times.get(name);
    const ratios = own.map((took, round) => took / times.get(base)[round]);
    const perClaim = claims && { microsecondsPerClaim: (median(own) * 1000) / claims };
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    return { name, ms: median(own), ratio: median(ratios), least, most, ...perClaim };
  });
  figures.groups.push({ title, rounds, base, rows });
  console.log(`\n${title}; ${rounds} rounds`);
  console.log(`  ${'command'.padEnd(30)}${'ms'.padStart(8)}  × ${base}`);
  for (const { name, ms, ratio, least, most, microsecondsPerClaim: each } of rows) {
    const spread = `${ratio.toFixed(2).padStart(6)}  (${least.toFixed(2)}–${most.toFixed(2)})`;
    const claim = each === undefined ? '' : `  ${each.toFixed(0).padStart(5)} µs a claim`;
    console.log(`  ${name.padEnd(30)}${ms.toFixed(0).padStart(8)}  ${spread}${claim}`);
  }
  for (const { name, tool } of commands) {
    if (tool !== undefined && !isThere(tool)) console.log(`  ${name.padEnd(30)}${'–'.padStart(8)}  not installed`);
  }
}

/** The most memory that a command takes, beside the size of its file. */
function memory(title, argv, file) {
  emptyCache();
  const report = join(folder, 'memory');
  const hook = join(folder, 'hook.cjs');
  const tell = `require('node:fs').writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS))`;
  writeFileSync(hook, `process.on('exit', () => ${tell});\n`);
  time([process.execPath, '--require', hook, program, ...argv]);
  const bytes = Number(readFileSync(report, 'utf8')) * 1024;
  const size = readFileSync(file).length;
  figures.groups.push({ title: `memory: ${title}`, bytes, size, ratio: bytes / size });
  console.log(`\nmemory, ${title}: ${(bytes / 2 ** 20).toFixed(0)} MB, ${(bytes / size).toFixed(1)} × the file`);
}

function ours(argv) {
  return () => [process.execPath, program, ...argv];
}

function node(...argv) {
  return () => [process.execPath, ...argv];
}

function task() {
  return ['task', `rc:${join(folder, 'taskrc')}`];
}

function emptyCache() {
  rmSync(cache, { recursive: true, force: true });
}

function importTasks() {
  mkdirSync(join(folder, 'tasks'), { recursive: true });
  writeFileSync(join(folder, 'taskrc'), `data.location=${join(folder, 'tasks')}\nconfirmation=off\nhooks=off\n`);
  writeFileSync(join(folder, 'tasks.json'), JSON.stringify(tasks(CLAIMS / 10)));
  return [...task(), 'import', 'tasks.json'];
}

function idsIn(file) {
  return Array.from(readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}- id: (\S+)$/gm), ([, id]) => id);
}

/** Whether no other ledger of the archive has that id, nor one that starts with it. */
function isAlone(id) {
  const archive = join(folder, 'archive');
  const files = readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const pattern = new RegExp(`^ {2}- id: ${id}$`, 'gm');
  return (
    files.reduce((sum, name) => sum + (readFileSync(join(archive, name), 'utf8').match(pattern)?.length ?? 0), 0) === 1
  );
}

function isThere(tool) {
  return spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** In milliseconds. */
function time([command, ...argv]) {
  const before = process.hrtime.bigint();
  const env = { ...process.env, XDG_CACHE_HOME: cache, XDG_STATE_HOME: cache, FACTLEDGER_NO_CACHE: '' };
  const { status, stderr } = spawnSync(command, argv, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const took = Number(process.hrtime.bigint() - before) / 1e6;
  if (status !== 0) throw new Error(`${command} ${argv.join(' ')} failed: ${stderr}`);
  return took;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

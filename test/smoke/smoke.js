// The built program, tried from outside with the Node that runs this: `node test/smoke/smoke.js [FOLDER]`, where FOLDER
// is an installed package, or this one.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../..', import.meta.url));
const program = join(resolve(process.argv[2] ?? source), 'bin/factledger.js');
const folder = mkdtempSync(join(tmpdir(), 'factledger-smoke-'));
const env = {
  ...process.env,
  XDG_CACHE_HOME: join(folder, 'cache'),
  XDG_STATE_HOME: join(folder, 'state'),
  FACTLEDGER_NO_CACHE: '',
  FACTLEDGER_TODAY: '',
};
const LEDGER = 'ledger.yaml';

function run(...argv) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function done(...argv) {
  const ran = run(...argv);
  assert.deepEqual([ran.status, argv], [0, argv], ran.stderr);
  return ran.stdout;
}

const write = (name, text) => writeFileSync(join(folder, name), text);
const git = (...argv) =>
  execFileSync('git', ['-c', 'user.name=An Example', '-c', 'user.email=an@example.org', ...argv], { cwd: folder });

before(() => {
  console.log(`Node ${process.version}, ${program}`);
  write(LEDGER, readFileSync(join(source, 'data/lukashenko-sochi-2020.yaml'), 'utf8'));
});
after(() => rmSync(folder, { recursive: true }));

test('reads, the first time and the second', () => {
  for (const _ of [1, 2]) {
    assert.match(done('stats'), /^55 claims: 37 confirmed, 8 pending, 4 refuted/);
    assert.match(done('show', 'trade-fall-s'), /confirmed since 2022-12-19/);
    assert.match(done('log', '--since', '2025'), /still pending/);
  }
  assert.equal(done('--version').trim(), JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version);
  assert.match(done('mark', '--help'), /^factledger mark –/);
  assert.equal(JSON.parse(done('schema')).title, 'A factledger ledger');
});

test('prints every format', () => {
  for (const verb of ['list', 'events']) {
    const count = verb === 'list' ? 55 : JSON.parse(done('events', '--format', 'json')).length;
    assert.equal(JSON.parse(done(verb, '--format', 'json')).length, count);
    for (const [format, extra] of [
      ['table', 0],
      ['ndjson', 0],
      ['ids', 0],
    ]) {
      assert.equal(done(verb, '--format', format).trimEnd().split('\n').length, count + extra, format);
    }
    assert.match(done(verb, '--format', 'csv'), /^ledger,file,line,id,/);
    assert.match(done(verb, '--format', 'tsv'), /^ledger\tfile\tline\tid\t/);
  }
  write('wide.yaml', 'factledger: 1\narticle: {title: T}\nclaims: [{id: a, text: 港口将开放}]\n');
  assert.match(done('list', '-f', 'wide.yaml', '--color'), /港口将开放/);
  write('found.yaml', 'factledger: 1\narticle: {title: T}\nclaims: [{id: a, text: A, due: 2024}]\n');
  const check = (format) => done('check', '-f', 'found.yaml', '--format', format);
  assert.match(check('text'), /warning overdue/);
  assert.equal(JSON.parse(check('json')).warnings, 1);
  assert.equal(JSON.parse(check('sarif')).runs[0].results.length, 1);
  assert.match(check('github'), /^::warning file=/);
  assert.match(check('junit'), /<testsuite name="found"/);
  assert.match(done('check', '--explain', 'overdue'), /^overdue \(warning\)/);
});

test('tells what is wrong with a ledger', () => {
  write('broken.yaml', 'factledger: 1\narticle: {title: T}\nclaims: [\n');
  const { status, stderr } = run('list', '-f', 'broken.yaml');
  assert.equal(status, 2);
  assert.match(stderr, /^broken\.yaml:\d+:\d+: /);
});

test('reads articles: plain text, Markdown, HTML', () => {
  const words = 'The harbour will reopen by 31 March, as the minister says. Two ferries sailed each day.';
  write('a.txt', `${words}\n`);
  write('a.md', `# Harbour\n\n${words}\n`);
  write('a.html', `<!doctype html><html><body><article><h1>Harbour</h1><p>${words}</p></article></body></html>`);
  for (const name of ['a.txt', 'a.md', 'a.html']) {
    assert.equal(JSON.parse(done('coverage', '--article', name, '--format', 'json')).total, 2, name);
  }
});

test('writes: every verb, and shows a change first', () => {
  write('new.yaml', 'factledger: 1\narticle:\n  title: T\nclaims:\nevents:\n');
  assert.match(done('init', 'other.yaml', '--title', 'Other', '--dry-run'), /^--- \/dev\/null/);
  done('init', 'other.yaml', '--title', 'Other');
  const on = ['-f', 'new.yaml'];
  assert.equal(done('add', 'Гавань откроется.', ...on), 'gavan-otkroetsya\n');
  assert.equal(done('record', 'A ferry docks.', '--date', '2024-03-30', ...on), 'ferry-docks\n');
  done('cite', 'ferry-docks', '--source', 'https://example.org/', ...on);
  done('anchor', 'gavan', '--quote', 'Two ferries', '--article', 'a.txt', ...on);
  assert.match(done('mark', 'confirmed', 'gavan', '--evidence', 'ferry', '--dry-run', ...on), /^\+\s+- date:/m);
  assert.match(done('mark', 'confirmed', 'gavan', '--evidence', 'ferry', ...on), /pending → confirmed/);
  assert.equal(JSON.parse(done('list', '--format', 'json', ...on))[0].verdicts.length, 1);
});

test('lets many write at once, and loses nothing', async () => {
  write('shared.yaml', 'factledger: 1\narticle:\n  title: T\nclaims:\n  - id: a\n    text: A.\n');
  const writers = Array.from({ length: 10 }, (_, n) => {
    const argv = [program, 'mark', 'pending', 'a', '--note', `Look ${n}.`, '-f', 'shared.yaml'];
    return new Promise((resolve) =>
      spawn(process.execPath, argv, { cwd: folder, env, stdio: 'ignore' }).on('exit', resolve),
    );
  });
  assert.deepEqual(
    await Promise.all(writers),
    writers.map(() => 0),
  );
  assert.equal(JSON.parse(done('show', 'a', '-f', 'shared.yaml', '--format', 'json'))[0].verdicts.length, 10);
});

test('compares with a revision of git', () => {
  git('init', '-q');
  git('add', LEDGER);
  git('commit', '-q', '-m', 'start');
  const check = () => run('check', '-f', LEDGER, '--against', 'HEAD', '--rule', 'history-rewritten').status;
  assert.equal(check(), 0);
  const ledger = readFileSync(join(folder, LEDGER), 'utf8');
  write(LEDGER, ledger.replace('status: refuted', 'status: confirmed'));
  assert.equal(check(), 1);
  write(LEDGER, ledger);
});

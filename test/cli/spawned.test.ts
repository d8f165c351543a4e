import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HARBOUR, ROOT, type Sandbox, sandbox } from '../sandbox.ts';

const PROGRAM = join(ROOT, 'bin/factledger.js');

function run(box: Sandbox, argv: readonly string[], options: { env?: Record<string, string>; input?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
    cwd: box.folder,
    env: { ...process.env, ...options.env },
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

function largeLedger(claims: number): string {
  const items = Array.from(
    { length: claims },
    (_, n) => `  - id: claim-${n}\n    text: ${'A claim of some length. '.repeat(8)}${n}\n`,
  );
  return `factledger: 1\narticle:\n  title: T\nclaims:\n${items.join('')}`;
}

describe('the program itself', () => {
  test('exit codes: done, no, could not run', () => {
    const box = sandbox(HARBOUR);
    expect(run(box, ['list']).status).toBe(0);
    expect(run(box, ['list', '--exit-code']).status).toBe(1);
    expect(run(box, ['lst']).status).toBe(2);
    expect(run(box, [])).toMatchObject({ status: 0, stderr: '' });
    expect(run(box, ['-q']).status).toBe(2);
    expect(run(box, ['--help'])).toMatchObject({ status: 0, stderr: '' });
    expect(run(box, ['mark', '--help'])).toMatchObject({ status: 0, stderr: '' });
  });

  test('results on standard output, all else on standard error', () => {
    const box = sandbox(HARBOUR);
    expect(run(box, ['list', '--text', 'nothing'])).toMatchObject({ stdout: '', stderr: 'no claims\n' });
    expect(run(box, ['list', '--text', 'nothing', '-q'])).toMatchObject({ stdout: '', stderr: '' });
    expect(run(box, ['show', 'nothing'])).toMatchObject({ stdout: '', status: 2 });
  });

  test('questions end with the answers, while their input is still open', async () => {
    const box = sandbox(HARBOUR);
    box.write('a.txt', 'The harbour will reopen by 31 March, as the minister says.\n');
    const child = spawn(process.execPath, [PROGRAM, 'anchor', '--all', '--article', 'a.txt'], { cwd: box.folder });
    child.stdin.write('1\nq\n');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    child.stdin.destroy();
    expect(code).toBe(0);
    expect(box.read('ledger.yaml')).toContain('digest: sha256-');
  });

  test('a terminal that is closed ends annotate by its signal; what was answered is in the file', async ({ skip }) => {
    skip(spawnSync('script', ['--version']).status !== 0, 'script, which makes a terminal, is not installed here');
    const box = sandbox(HARBOUR);
    box.write('a.txt', 'The harbour will reopen. Two ferries sail.\n');
    const command = `echo $$ > pid; exec "${process.execPath}" "${PROGRAM}" annotate --article a.txt`;
    const terminal = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: box.folder,
      env: { ...process.env, TERM: 'xterm', XDG_STATE_HOME: box.stateFolder },
    });
    let shown = '';
    terminal.stdout.on('data', (data) => {
      shown += data;
    });
    const sees = (text: string) => expect.poll(() => shown, { timeout: 20_000 }).toContain(text);
    await sees('1.1 ▸');
    terminal.stdin.write('s');
    await sees('why is there no claim?');
    terminal.stdin.write('Colour.\r');
    await sees('1.1 skipped');
    terminal.stdin.write('aHalf a cl');
    await sees('Half a cl');
    terminal.kill('SIGKILL');
    const isThere = () => spawnSync('kill', ['-0', box.read('pid').trim()]).status === 0;
    await expect.poll(isThere, { timeout: 10_000 }).toBe(false);
    expect(box.read('ledger.yaml')).toContain('reason: Colour.');
    expect(readdirSync(box.folder).sort()).toEqual(['a.txt', 'ledger.yaml', 'pid']);
  });

  test('ten megabytes go through a pipe whole', () => {
    const { status, stdout } = run(sandbox(largeLedger(45_000)), ['list', '--format', 'json']);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(10_000_000);
    expect(JSON.parse(stdout)).toHaveLength(45_000);
  });

  test('a pipe closed early ends it quietly', async () => {
    const box = sandbox(largeLedger(20_000));
    const child = spawn('sh', ['-c', `"${process.execPath}" "${PROGRAM}" list | head -n 1`], { cwd: box.folder });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(out.split('\n')).toHaveLength(2);
    expect(err).toBe('');
  });

  test('output that cannot be written is an error, without a stack trace', ({ skip }) => {
    skip(!existsSync('/dev/full'), 'this system has no /dev/full');
    const shell = `"${process.execPath}" "${PROGRAM}" list > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', shell], { cwd: sandbox(HARBOUR).folder, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^factledger: the output cannot be written: .*\n$/);
  });

  test('where only the message cannot be written, it says that the change is made', ({ skip }) => {
    skip(!existsSync('/dev/full'), 'this system has no /dev/full');
    for (const format of ['text', 'json']) {
      const box = sandbox(HARBOUR);
      const shell = `"${process.execPath}" "${PROGRAM}" mark pending ferries-sail --format ${format} > /dev/full`;
      const { status, stderr } = spawnSync('sh', ['-c', shell], { cwd: box.folder, encoding: 'utf8' });
      expect(status).toBe(2);
      expect(stderr).toMatch(
        /the output cannot be written: .*\nThe change itself is made: ledger\.yaml was written\.\n$/,
      );
      expect(box.read('ledger.yaml')).not.toBe(HARBOUR);
    }
  });

  test('standard input is a ledger', () => {
    const { stdout } = run(sandbox(), ['list', '-f', '-', '--format', 'ids'], { input: HARBOUR });
    expect(stdout).toBe('harbour-reopens\nferries-sail\nharbour-ugly\n');
  });

  test('colours follow the flags, FORCE_COLOR and NO_COLOR', () => {
    const box = sandbox(HARBOUR);
    const isColored = (argv: string[], env: Record<string, string>) =>
      run(box, ['list', ...argv], { env }).stdout.includes('\u001b[');
    const neither = { NO_COLOR: '', FORCE_COLOR: '0' };
    expect(isColored([], neither)).toBe(false);
    expect(isColored(['--color'], neither)).toBe(true);
    expect(isColored([], { NO_COLOR: '', FORCE_COLOR: '1' })).toBe(true);
    expect(isColored(['--no-color'], { NO_COLOR: '', FORCE_COLOR: '1' })).toBe(false);
  });

  test('a pipe or a folder in place of a file is refused at once', () => {
    const box = sandbox();
    spawnSync('mkfifo', [join(box.folder, 'pipe.yaml')]);
    expect(run(box, ['list', '-f', 'pipe.yaml']).stderr).toContain('pipe.yaml:1:1: no regular file');
    mkdirSync(join(box.folder, 'ledger.yaml'));
    expect(run(box, ['mark', 'pending', 'x', '-f', 'ledger.yaml']).stderr).toContain('no ledger in this folder');
  });
});

describe('writing', () => {
  const argv = ['mark', 'pending', 'ferries-sail', '--date', '2024-02-01'];

  test('keeps mode and symbolic link, and leaves no other file', () => {
    const box = sandbox();
    const path = box.write('real/ledger.yaml', HARBOUR);
    chmodSync(path, 0o640);
    symlinkSync(path, join(box.folder, 'ledger.yaml'));
    expect(run(box, argv).status).toBe(0);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(box.folder, 'ledger.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).not.toBe(HARBOUR);
    expect(readdirSync(join(box.folder, 'real'))).toEqual(['ledger.yaml']);
  });

  test('a mark that is there already leaves the very file', () => {
    const box = sandbox(HARBOUR);
    run(box, argv);
    const { ino, mtimeMs } = statSync(join(box.folder, 'ledger.yaml'));
    const text = box.read('ledger.yaml');
    expect(run(box, argv).stdout).toContain('nothing changed');
    expect(statSync(join(box.folder, 'ledger.yaml'))).toMatchObject({ ino, mtimeMs });
    expect(box.read('ledger.yaml')).toBe(text);
  });

  test('if one claim cannot be marked, none is', () => {
    const box = sandbox(HARBOUR);
    expect(run(box, ['mark', 'pending', 'ferries-sail', 'harbour-ugly']).status).toBe(2);
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
  });

  test('a dry run is a patch that git takes', () => {
    const box = sandbox(HARBOUR);
    const { stdout } = run(box, [...argv, '--dry-run']);
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
    expect(spawnSync('git', ['apply', '-'], { cwd: box.folder, input: stdout }).status).toBe(0);
    const patched = box.read('ledger.yaml');
    box.write('ledger.yaml', HARBOUR);
    run(box, argv);
    expect(box.read('ledger.yaml')).toBe(patched);
  });

  test('in a shell: list, filter, mark', () => {
    const box = sandbox(HARBOUR);
    const shell = `f="${process.execPath} ${PROGRAM}"; $f list --kind promise --format ids | xargs $f mark confirmed --evidence dredging-late --date 2024-04-01`;
    const { stdout } = spawnSync('sh', ['-c', shell], { cwd: box.folder, encoding: 'utf8' });
    expect(stdout).toBe('harbour-reopens: pending → confirmed (2024-04-01)\n');
  });
});

describe('what is kept of a start', () => {
  const cached = (box: Sandbox) => ({ env: { FACTLEDGER_NO_CACHE: '', XDG_CACHE_HOME: join(box.folder, 'cache') } });
  const folder = (box: Sandbox) => join(box.folder, 'cache/factledger/code');

  test('is compiled code, which may be damaged or removed at any time', () => {
    const box = sandbox(HARBOUR);
    const plain = run(box, ['list']);
    expect(run(box, ['list'], cached(box))).toEqual(plain);
    const names = readdirSync(folder(box), { recursive: true, encoding: 'utf8' });
    expect(names.length).toBeGreaterThan(0);
    expect(run(box, ['list'], cached(box))).toEqual(plain);
    for (const damage of [
      (bytes: Buffer) => bytes.subarray(0, 1000),
      (bytes: Buffer) => bytes.fill(0, 500, 600),
      () => '',
    ]) {
      for (const name of names) {
        const path = join(folder(box), name);
        if (statSync(path).isFile()) writeFileSync(path, damage(readFileSync(path)));
      }
      expect(run(box, ['list'], cached(box))).toEqual(plain);
    }
    rmSync(join(box.folder, 'cache'), { recursive: true });
    expect(run(box, ['list'], cached(box))).toEqual(plain);
  });

  test('is that of just this program, and no other of the same size and time', () => {
    const box = sandbox();
    const copies = ['a', 'b'].map((name) => {
      for (const part of ['bin', 'dist', 'package.json'])
        cpSync(join(ROOT, part), join(box.folder, name, part), { recursive: true });
      return join(box.folder, name);
    });
    const file = join(copies[1] as string, 'dist/factledger.cjs');
    writeFileSync(file, readFileSync(file, 'utf8').replace('count the claims by status', 'count the claims by STATUS'));
    for (const copy of copies) {
      for (const name of readdirSync(join(copy, 'dist'))) utimesSync(join(copy, 'dist', name), 1, 1);
    }
    const help = (copy: string | undefined) =>
      spawnSync(process.execPath, [join(copy as string, 'bin/factledger.js'), '--help'], {
        encoding: 'utf8',
        env: { ...process.env, ...cached(box).env },
      }).stdout;
    expect(help(copies[0])).toContain('count the claims by status');
    expect(help(copies[1])).toContain('count the claims by STATUS');
    expect(help(copies[1])).toContain('count the claims by STATUS');
  });

  test('serves what is loaded later, too: the lock, and other packages', () => {
    const box = sandbox(HARBOUR);
    box.write('a.md', 'The harbour will reopen.\n');
    box.write('broken.yaml', 'a: [');
    for (const argv of [
      ['mark', 'pending', 'ferries-sail', '--note', 'Looked.', '--dry-run'],
      ['mark', 'pending', 'ferries-sail', '--note', 'Looked.'],
      ['coverage', '--article', 'a.md'],
      ['list', '-f', 'broken.yaml'],
      ['list', '--format', 'csv'],
    ]) {
      const plain = run(box, argv);
      box.write('ledger.yaml', HARBOUR);
      run(box, argv, cached(box));
      box.write('ledger.yaml', HARBOUR);
      expect(run(box, argv, cached(box))).toEqual(plain);
      box.write('ledger.yaml', HARBOUR);
    }
  });

  test('is not made where it is not wanted, nor where others could write', () => {
    const box = sandbox(HARBOUR);
    const { env } = cached(box);
    expect(run(box, ['list'], { env: { ...env, FACTLEDGER_NO_CACHE: '1' } }).status).toBe(0);
    expect(existsSync(join(box.folder, 'cache'))).toBe(false);
    expect(run(box, ['list'], { env: { ...env, XDG_CACHE_HOME: 'relative', HOME: '' } }).status).toBe(0);
    expect(existsSync(join(box.folder, 'relative'))).toBe(false);
    mkdirSync(join(box.folder, 'cache/factledger'), { recursive: true });
    chmodSync(join(box.folder, 'cache/factledger'), 0o777);
    expect(run(box, ['list'], { env }).status).toBe(0);
    expect(readdirSync(join(box.folder, 'cache/factledger'))).toEqual([]);
    box.write('no-folder', '');
    expect(run(box, ['list'], { env: { ...env, XDG_CACHE_HOME: join(box.folder, 'no-folder') } }).status).toBe(0);
  });
});

describe('the output', () => {
  const shell = (box: Sandbox, line: string) =>
    spawnSync('sh', ['-c', line.replaceAll('factledger', `"${process.execPath}" "${PROGRAM}"`)], {
      cwd: box.folder,
      encoding: 'utf8',
    });

  test('reaches a reader that takes its time whole, also through a pipe that does not wait', () => {
    const box = sandbox(largeLedger(5_000));
    const { length } = run(box, ['list', '--format', 'json']).stdout;
    expect(shell(box, 'factledger list --format json | (sleep 0.5; wc -c)').stdout.trim()).toBe(String(length));
    const python = 'import os,sys;os.set_blocking(1,False);os.execvp(sys.argv[1],sys.argv[1:])';
    const line = `python3 -c "${python}" factledger list --format json | (sleep 0.5; wc -c)`;
    if (spawnSync('python3', ['--version']).status !== 0) return;
    expect(shell(box, line).stdout.trim()).toBe(String(length));
  });

  test('goes to a file in the order in which it was written, errors and all', () => {
    const box = sandbox(HARBOUR);
    box.write('out', 'before\n');
    shell(box, 'factledger list --text nothing >> out 2>&1; factledger list --format ids >> out 2>&1');
    expect(box.read('out')).toBe('before\nno claims\nharbour-reopens\nferries-sail\nharbour-ugly\n');
  });

  test('is made no further once its reader is gone', async () => {
    const box = sandbox(largeLedger(3_000));
    const whole = await box.run(['list']);
    const cut = await box.run(['list'], { readerLeavesAfter: 1 });
    expect(cut.code).toBe(0);
    expect(whole.out.startsWith(cut.out)).toBe(true);
    expect(cut.out.length).toBeLessThan(whole.out.length / 5);
  });
});

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { gitAt } from '../git.ts';
import { HARBOUR, ROOT, type Sandbox, sandbox } from '../sandbox.ts';

const REWRITTEN = HARBOUR.replace('status: pending', 'status: refuted');

const call = gitAt(null);
const git = (box: Sandbox, ...argv: string[]) => call(box, ...argv).trim();

function repository(files: Readonly<Record<string, string>> = { 'ledger.yaml': HARBOUR }): Sandbox {
  const box = sandbox();
  for (const [name, text] of Object.entries(files)) box.write(name, text);
  git(box, 'init', '-q', '-b', 'main');
  git(box, 'add', '-A');
  git(box, 'commit', '-q', '-m', 'start');
  return box;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('nothing in a checkout is run', () => {
  /** A command that leaves a trace, in the words of a shell. */
  const trace = (box: Sandbox) => `touch ${join(box.folder, 'ran')}`;
  const hasRun = (box: Sandbox) => existsSync(join(box.folder, 'ran'));

  /** Runs every form of the check that asks git for something. */
  async function checkAll(box: Sandbox, cwd = ''): Promise<void> {
    for (const argv of [
      ['--against', 'HEAD'],
      ['--against', 'main...'],
      ['-f', '.', '--against', 'HEAD'],
    ]) {
      await box.run(['check', ...argv], { cwd });
    }
  }

  /** A folder that git would take for a repository, whose missing objects come from a command. */
  function bait(box: Sandbox, folder: string): void {
    const empty = join(box.folder, folder);
    mkdirSync(join(empty, 'refs/heads'), { recursive: true });
    mkdirSync(join(empty, 'objects'));
    box.write(join(folder, 'HEAD'), `${'1'.repeat(40)}\n`);
    box.write(
      join(folder, 'config'),
      `[core]\n\trepositoryformatversion = 1\n\tbare = true\n\tfsmonitor = ${trace(box)}\n\tsshCommand = ${trace(box)}\n[extensions]\n\tpartialClone = x\n[remote "x"]\n\turl = "ext::${trace(box)}"\n\tpromisor = true\n[protocol "ext"]\n\tallow = always\n`,
    );
  }

  test('a folder that looks like a bare repository, from inside of it', async () => {
    const box = repository();
    bait(box, 'n');
    // As a control: git itself falls for it.
    spawnSync('git', ['cat-file', '-p', 'HEAD'], { cwd: join(box.folder, 'n') });
    expect(hasRun(box)).toBe(true);
    rmSync(join(box.folder, 'ran'));
    await checkAll(box, 'n');
    box.write('n/ledger.yaml', REWRITTEN);
    await checkAll(box, 'n');
    await checkAll(box);
    expect(hasRun(box)).toBe(false);
  });

  test('a bare repository with an innocent history does not stand for the real one', async () => {
    const box = repository({ 'n/ledger.yaml': HARBOUR });
    box.write('n/ledger.yaml', REWRITTEN);
    git(box, 'clone', '-q', '--bare', box.folder, 'bare');
    for (const name of readdirSync(join(box.folder, 'bare'))) {
      cpSync(join(box.folder, 'bare', name), join(box.folder, 'n', name), { recursive: true });
    }
    const ran = await box.run(['check', '--against', 'HEAD', '--rule', 'history-rewritten'], { cwd: 'n' });
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining('history-rewritten') });
  });

  const settings: Readonly<Record<string, (command: string) => string>> = {
    'core.fsmonitor': (command) => `[core]\n\tfsmonitor = ${command}`,
    'core.sshCommand': (command) => `[core]\n\tsshCommand = ${command}`,
    'core.pager': (command) => `[core]\n\tpager = ${command}\n[pager]\n\tls-tree = ${command}\n\trev-list = ${command}`,
    'core.editor': (command) => `[core]\n\teditor = ${command}`,
    'core.gitProxy': (command) => `[core]\n\tgitProxy = ${command}`,
    'core.askPass': (command) => `[core]\n\taskPass = ${command}`,
    'core.alternateRefsCommand': (command) => `[core]\n\talternateRefsCommand = ${command}`,
    'aliases of what is called': (command) =>
      `[alias]\n${['rev-parse', 'ls-tree', 'cat-file', 'merge-base', 'rev-list', 'ls-files', 'check-ignore', 'for-each-ref', 'diff-tree'].map((name) => `\t${name} = !${command}`).join('\n')}`,
    'gpg.program': (command) => `[gpg]\n\tprogram = ${command}\n[log]\n\tshowSignature = true`,
    'diff.external': (command) => `[diff]\n\texternal = ${command}`,
    textconv: (command) => `[diff "x"]\n\ttextconv = ${command}\n\tcommand = ${command}`,
    'a filter': (command) =>
      `[filter "x"]\n\tclean = ${command}\n\tsmudge = ${command}\n\tprocess = ${command}\n\trequired = true`,
    'a merge driver': (command) => `[merge "x"]\n\tdriver = ${command}`,
    'a credential helper': (command) => `[credential]\n\thelper = !${command}`,
    'uploadpack.packObjectsHook': (command) => `[uploadpack]\n\tpackObjectsHook = ${command}`,
  };

  test.each(Object.entries(settings))('%s, in the repository, and in what it includes', async (_, setting) => {
    for (const isIncluded of [false, true]) {
      const box = repository();
      box.write('.gitattributes', '* diff=x filter=x merge=x\n');
      box.write('ledger.yaml', REWRITTEN);
      const config = box.read('.git/config');
      const text = setting(trace(box));
      box.write('included', text);
      box.write('.git/config', `${config}${isIncluded ? '[include]\n\tpath = ../included' : text}\n`);
      await checkAll(box);
      expect(hasRun(box)).toBe(false);
    }
  });

  test('hooks', async () => {
    for (const isElsewhere of [false, true]) {
      const box = repository();
      const folder = isElsewhere ? 'hooks' : '.git/hooks';
      for (const name of [
        'post-index-change',
        'fsmonitor-watchman',
        'pre-auto-gc',
        'reference-transaction',
        'post-checkout',
      ]) {
        chmodSync(box.write(`${folder}/${name}`, `#!/bin/sh\n${trace(box)}\n`), 0o755);
      }
      if (isElsewhere) git(box, 'config', 'core.hooksPath', join(box.folder, 'hooks'));
      box.write('ledger.yaml', REWRITTEN);
      await checkAll(box);
      expect(hasRun(box)).toBe(false);
    }
  });

  test.each(['ext', 'ssh', 'file', 'vcs'])('what a partial clone has left out is not fetched: %s', async (way) => {
    const box = repository();
    const blob = git(box, 'rev-parse', 'HEAD:ledger.yaml');
    rmSync(join(box.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    box.write('ledger.yaml', REWRITTEN);
    const command = chmodAnd(box, 'command', `#!/bin/sh\n${trace(box)}\n`);
    git(box, 'config', 'extensions.partialClone', 'x');
    git(box, 'config', 'core.repositoryFormatVersion', '1');
    git(box, 'config', 'remote.x.promisor', 'true');
    const url = { ext: `ext::${command}`, ssh: 'ssh://example.org/x', file: box.folder, vcs: 'x' }[way] as string;
    git(box, 'config', 'remote.x.url', url);
    if (way === 'vcs') git(box, 'config', 'remote.x.vcs', 'example');
    git(box, 'config', 'core.sshCommand', command);
    git(box, 'config', 'remote.x.uploadpack', command);
    git(box, 'config', `protocol.${way}.allow`, 'always');
    git(box, 'config', 'protocol.allow', 'always');
    const { code, err } = await box.run(['check', '--against', 'HEAD']);
    expect(code).toBe(2);
    expect(err).toMatch(/git cannot read[\s\S]*partial clone/);
    expect(err).not.toContain('fatal:');
    expect(hasRun(box)).toBe(false);
  });

  function chmodAnd(box: Sandbox, name: string, text: string): string {
    const path = box.write(name, text);
    chmodSync(path, 0o755);
    return path;
  }

  test('a submodule that names a command', async () => {
    const box = repository();
    box.write('.gitmodules', `[submodule "x"]\n\tpath = x\n\turl = ext::${trace(box)}\n\tupdate = !${trace(box)}\n`);
    git(box, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},x`);
    mkdirSync(join(box.folder, 'x'));
    box.write('ledger.yaml', REWRITTEN);
    await checkAll(box);
    expect(hasRun(box)).toBe(false);
  });

  test('names and words of a repository reach the terminal escaped', async () => {
    const box = repository({
      'l/a.yaml': HARBOUR,
      'l/\u001b[31mb.yaml': HARBOUR.replaceAll('id: ', 'id: x-').replace('[dredging', '[x-dredging'),
    });
    box.write('.git/config', `${box.read('.git/config')}[core\u001b[31m\n`);
    rmSync(join(box.folder, 'l/\u001b[31mb.yaml'));
    for (const argv of [
      ['-f', 'l', '--against', 'HEAD'],
      ['-f', 'l', '--against', '\u001b[31mHEAD'],
    ]) {
      const { out, err } = await box.run(['check', ...argv]);
      expect(out + err).not.toContain('\u001b');
    }
  });
});

describe('the environment leads nowhere else', () => {
  test('GIT_DIR, GIT_WORK_TREE and the like of another repository', async () => {
    const other = repository({ 'ledger.yaml': REWRITTEN });
    const box = repository();
    box.write('ledger.yaml', REWRITTEN);
    vi.stubEnv('GIT_DIR', join(other.folder, '.git'));
    vi.stubEnv('GIT_WORK_TREE', other.folder);
    vi.stubEnv('GIT_INDEX_FILE', join(other.folder, '.git/index'));
    vi.stubEnv('GIT_OBJECT_DIRECTORY', join(other.folder, '.git/objects'));
    vi.stubEnv('GIT_CEILING_DIRECTORIES', box.folder);
    vi.stubEnv('GIT_NAMESPACE', 'x');
    vi.stubEnv('GIT_REPLACE_REF_BASE', 'refs/x/');
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'core.worktree');
    vi.stubEnv('GIT_CONFIG_VALUE_0', other.folder);
    const { code, out } = await box.run(['check', '--against', 'HEAD', '--rule', 'history-rewritten']);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('ledger.yaml:9:9') });
  });

  test('in a hook of a linked work tree, from a folder below', async () => {
    const box = repository({ 'main/ledger.yaml': HARBOUR, 'main/n/readme.txt': '' });
    git(box, 'worktree', 'add', '-q', '-b', 'topic', 'linked');
    const hook = `#!/bin/sh\ncd main/n && exec "${process.execPath}" "${join(ROOT, 'bin/factledger.js')}" check --against HEAD --rule history-rewritten\n`;
    chmodSync(box.write('.git/hooks/pre-commit', hook), 0o755);
    box.write('linked/main/ledger.yaml', REWRITTEN);
    const argv = ['-c', 'user.name=An Example', '-c', 'user.email=an@example.org', 'commit', '-q', '-a', '-m', 'x'];
    const { status, stderr, stdout } = spawnSync('git', argv, { cwd: join(box.folder, 'linked'), encoding: 'utf8' });
    expect({ status, said: stderr + stdout }).toEqual({ status: 1, said: expect.stringContaining('ledger.yaml:9:9') });
  });
});

describe('what was not compared is named', () => {
  test('a ledger that git does not track, in every format', async () => {
    const box = repository({ 'l/a.yaml': HARBOUR });
    box.write('l/b.yaml', 'factledger: 1\narticle: { title: T }\n');
    const run = async (format: string) =>
      box.run(['check', '-f', 'l', '--against', 'HEAD', '--rule', 'history-rewritten', '--format', format]);
    const reason = 'git does not track it yet';
    expect(JSON.parse((await run('json')).out)).toEqual({
      findings: [],
      errors: 0,
      warnings: 0,
      not_compared: [{ file: 'l/b.yaml', reason }],
    });
    expect(await run('text')).toEqual({ code: 0, out: '', err: `l/b.yaml: not compared: ${reason}\nnothing found\n` });
    expect((await run('github')).out).toBe(`::notice file=l/b.yaml::not compared: ${reason}\n`);
    const [notification] = JSON.parse((await run('sarif')).out).runs[0].invocations[0].toolExecutionNotifications;
    expect(notification).toMatchObject({
      level: 'note',
      message: { text: `not compared: ${reason}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'l/b.yaml' } } }],
    });
    git(box, 'add', '-A');
    expect(JSON.parse((await run('json')).out).not_compared).toEqual([]);
  });

  test('a file that could never be read as a ledger', async () => {
    const box = repository({ 'ledger.yaml': `${HARBOUR}unknown: 1\n` });
    box.write('ledger.yaml', REWRITTEN);
    const { code, out } = await box.run([
      'check',
      '--against',
      'HEAD',
      '--rule',
      'history-rewritten',
      '--format',
      'json',
    ]);
    expect({ code, left: JSON.parse(out).not_compared }).toEqual({
      code: 0,
      left: [{ file: 'ledger.yaml', reason: 'what stood there could never be read as a ledger' }],
    });
  });

  test('without a revision, nothing is', async () => {
    const { out } = await sandbox(HARBOUR).run(['check', '--format', 'json']);
    expect(JSON.parse(out).not_compared).toEqual([]);
  });
});

describe('several revisions', () => {
  test('each is compared with, and what is found against all is told once', async () => {
    const box = repository();
    git(box, 'branch', 'first');
    await box.run(['mark', 'pending', 'ferries-sail', '--date', '2026-11-20']);
    git(box, 'commit', '-q', '-a', '-m', 'more');
    const run = async (...refs: string[]) => {
      const argv = refs.flatMap((ref) => ['--against', ref]);
      const { out } = await box.run(['check', ...argv, '--rule', 'history-rewritten', '--format', 'json']);
      return JSON.parse(out).findings.map(({ claim }: { claim: string }) => claim);
    };
    expect(await run('HEAD', 'first')).toEqual([]);
    box.write('ledger.yaml', REWRITTEN);
    expect(await run('first')).toEqual(['harbour-reopens']);
    expect(await run('HEAD')).toEqual(['harbour-reopens', 'ferries-sail']);
    expect(await run('first', 'HEAD')).toEqual(['harbour-reopens', 'ferries-sail']);
    expect((await box.run(['check', '--against', 'HEAD', '--against', 'nowhere'])).code).toBe(2);
  });
});

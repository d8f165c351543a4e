import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { gitAt } from '../git.ts';
import { HARBOUR, type Sandbox, sandbox } from '../sandbox.ts';
import { findings, OVERDUE, SOUND, UNCITED } from './check-findings.ts';

describe('against a revision', () => {
  // Before whatever the tests mark.
  const git = gitAt('2024-03-13T12:00:00+00:00');

  function repository(files: Readonly<Record<string, string>>): Sandbox {
    const box = sandbox();
    for (const [name, text] of Object.entries(files)) box.write(name, text);
    git(box, 'init', '-q');
    git(box, 'add', '-A');
    git(box, 'commit', '-q', '-m', 'start');
    return box;
  }

  const ONLY = [
    '--rule',
    'history-rewritten',
    '--rule',
    'claim-reworded',
    '--rule',
    'evidence-altered',
    '--rule',
    'backdated',
    '--rule',
    'check-weakened',
  ];
  const against = (box: Sandbox, ref = 'HEAD') => findings(box, ['--against', ref, ...ONLY]);

  test('an addition is fine; a change of what was there is not', async () => {
    const box = repository({ 'ledger.yaml': HARBOUR });
    await box.run(['mark', 'confirmed', 'harbour-reopens', '--evidence', 'dredging-late', '--date', '2024-04-01']);
    expect(await against(box)).toEqual([]);
    box.write(
      'ledger.yaml',
      box.read('ledger.yaml').replace('Two weeks late', 'Three weeks late').replace('by 31 March', 'by 31 May'),
    );
    expect(await against(box)).toEqual([
      'ledger.yaml:9:9 error history-rewritten',
      'ledger.yaml:10:11 warning claim-reworded',
    ]);
  });

  test('a ledger that was renamed is followed, one that is gone is told, a new one is fine', async () => {
    const box = repository({ 'l/a.yaml': HARBOUR, 'l/b.yaml': UNCITED });
    renameSync(join(box.folder, 'l/a.yaml'), join(box.folder, 'l/renamed.yaml'));
    box.write('l/new.yaml', OVERDUE);
    const argv = ['-f', 'l', '--against', 'HEAD', ...ONLY];
    expect(await findings(box, argv)).toEqual([]);
    box.write('l/renamed.yaml', HARBOUR.replace('status: pending', 'status: refuted'));
    expect(await findings(box, argv)).toEqual(['l/renamed.yaml:9:9 error history-rewritten']);
    rmSync(join(box.folder, 'l/b.yaml'));
    expect(await findings(box, argv)).toEqual([
      'l/b.yaml:1:1 error history-rewritten',
      'l/renamed.yaml:9:9 error history-rewritten',
    ]);
  });

  test('one claim in common makes no rename of a ledger that held more', async () => {
    const box = repository({ 'l/a.yaml': HARBOUR, 'l/b.yaml': SOUND.replaceAll('- id: ', '- id: b-') });
    rmSync(join(box.folder, 'l/a.yaml'));
    box.write('l/new.yaml', 'factledger: 1\narticle: {title: T}\nclaims: [{id: ferries-sail, text: Two.}]\n');
    expect(await findings(box, ['-f', 'l', '--against', 'HEAD', ...ONLY])).toEqual([
      'l/a.yaml:1:1 error history-rewritten',
    ]);
  });

  test('what is hidden is no ledger at the revision either', async () => {
    const box = repository({ 'l/a.yaml': SOUND, 'l/.b.yaml': HARBOUR, 'l/.c/d.yaml': HARBOUR });
    for (const name of ['l/.b.yaml', 'l/.c']) rmSync(join(box.folder, name), { recursive: true });
    expect(await findings(box, ['-f', 'l', '--against', 'HEAD', ...ONLY])).toEqual([]);
  });

  test('a change cannot excuse itself: by severity, by leaving the ledger out, by a comment', async () => {
    const box = repository({
      'ledger.yaml': HARBOUR,
      'other.yaml': SOUND,
      '.factledger.yaml': 'ledgers: ["*.yaml"]\n',
    });
    const rewritten = HARBOUR.replace('status: pending', 'status: refuted');
    box.write(
      'ledger.yaml',
      rewritten.replace(
        '  - id: harbour-r',
        '  # factledger-disable-next-line history-rewritten: no\n  - id: harbour-r',
      ),
    );
    box.write(
      '.factledger.yaml',
      'ledgers: ["other.yaml"]\nchecks: {history-rewritten: off, exclude: ["ledger.yaml"]}\n',
    );
    expect(await against(box)).toEqual([
      '.factledger.yaml:2:29 warning check-weakened',
      'ledger.yaml:1:1 error history-rewritten',
    ]);
    git(box, 'add', '-A');
    git(box, 'commit', '-q', '-m', 'excuse');
    expect(await findings(box, ['--against', 'HEAD', ...ONLY.slice(2)])).toEqual([]);
    expect(await against(box, 'HEAD~1')).toEqual([
      '.factledger.yaml:2:29 warning check-weakened',
      'ledger.yaml:1:1 error history-rewritten',
    ]);
  });

  const REWRITTEN = HARBOUR.replace('status: pending', 'status: refuted');

  test.each<[string, Readonly<Record<string, string>>, (box: Sandbox) => void, string]>([
    [
      'by breaking the file and turning syntax off',
      { 'ledger.yaml': HARBOUR },
      (box) => {
        box.write('ledger.yaml', `${REWRITTEN}x-a: !t 1\n`);
        box.write('.factledger.yaml', 'checks: {syntax: off, exclude: [ledger.yaml]}\n');
      },
      'ledger.yaml:36:6',
    ],
    [
      'by bytes that are no text',
      { 'ledger.yaml': HARBOUR },
      (box) => box.write('ledger.yaml', Buffer.from([0xff])),
      'ledger.yaml:1:1',
    ],
    [
      'by a configuration that is new',
      { 'ledger.yaml': HARBOUR },
      (box) => {
        rmSync(join(box.folder, 'ledger.yaml'));
        box.write('n/other.yaml', SOUND.replaceAll('harbour-', 'h-').replaceAll('ferries-', 'f-'));
        box.write('.factledger.yaml', 'ledgers: ["n/*.yaml"]\n');
      },
      'ledger.yaml:1:1',
    ],
    [
      'by a move to where nothing is checked',
      { 'l/a.yaml': HARBOUR, '.factledger.yaml': 'ledgers: ["l/**/*.yaml"]\nchecks: {exclude: ["l/drafts"]}\n' },
      (box) => {
        mkdirSync(join(box.folder, 'l/drafts'));
        renameSync(join(box.folder, 'l/a.yaml'), join(box.folder, 'l/drafts/a.yaml'));
        box.write('l/drafts/a.yaml', REWRITTEN);
      },
      'l/a.yaml:1:1',
    ],
    [
      'by deleting one of a folder',
      { 'l/a.yaml': HARBOUR, 'l/b.yaml': OVERDUE, '.factledger.yaml': 'ledgers: [./l/]\n' },
      (box) => rmSync(join(box.folder, 'l/a.yaml')),
      'l/a.yaml:1:1',
    ],
    [
      'by a link that leads to another file',
      { 'r/a.yaml': HARBOUR, 'r/b.yaml': REWRITTEN, '.factledger.yaml': 'ledgers: ["l/*.yaml"]\n' },
      (box) => {
        rmSync(join(box.folder, 'l/a.yaml'));
        symlinkSync('../r/b.yaml', join(box.folder, 'l/a.yaml'));
      },
      'l/a.yaml:9:9',
    ],
    [
      'by a link in the place of the folder',
      { 'l2/a.yaml': HARBOUR, '.factledger.yaml': 'ledgers: [l2]\n' },
      (box) => {
        renameSync(join(box.folder, 'l2'), join(box.folder, 'l3'));
        symlinkSync('l3', join(box.folder, 'l2'));
        box.write('l3/a.yaml', REWRITTEN);
      },
      'l2/a.yaml:9:9',
    ],
    [
      'by a claim that is gone',
      { 'ledger.yaml': HARBOUR },
      (box) => box.write('ledger.yaml', HARBOUR.replace('- id: harbour-reopens', '- id: other')),
      'ledger.yaml:9:3',
    ],
  ])('a history cannot be got around %s', async (_, files, act, place) => {
    const box = repository({ ...files });
    if ('r/a.yaml' in files) {
      mkdirSync(join(box.folder, 'l'));
      symlinkSync('../r/a.yaml', join(box.folder, 'l/a.yaml'));
      git(box, 'add', '-A');
      git(box, 'commit', '-q', '-m', 'link');
    }
    act(box);
    const found = await findings(box, ['--against', 'HEAD', '--rule', 'history-rewritten']);
    expect(found).toEqual([`${place} error history-rewritten`]);
  });

  test('the last ledger of all cannot go unseen', async () => {
    for (const config of [{}, { '.factledger.yaml': 'ledgers: ["*.yaml"]\n' }]) {
      const box = repository({ 'ledger.yaml': HARBOUR, ...config });
      rmSync(join(box.folder, 'ledger.yaml'));
      expect(await against(box)).toEqual(['ledger.yaml:1:1 error history-rewritten']);
    }
    const config = { '.factledger.yaml': 'checks: {exclude: [ledger.yaml]}\n' };
    for (const files of [{ 'readme.txt': '' }, { 'ledger.yaml': OVERDUE }, { 'ledger.yaml': HARBOUR, ...config }]) {
      const box = repository(files);
      rmSync(join(box.folder, 'ledger.yaml'), { force: true });
      expect((await box.run(['check', '--against', 'HEAD'])).err).toContain('no ledger here');
    }
  });

  test('ledgers with one name are told apart, those that are gone as well', async () => {
    const box = repository({ 'a/l.yaml': OVERDUE, 'b/l.yaml': HARBOUR, '.factledger.yaml': 'ledgers: ["*/l.yaml"]\n' });
    rmSync(join(box.folder, 'b/l.yaml'));
    const { out } = await box.run(['check', '--against', 'HEAD', '--format', 'json']);
    expect(JSON.parse(out).findings.map(({ ledger }: { ledger: string }) => ledger)).toEqual(['l', 'b/l']);
  });

  test('a path with a line break or in another encoding keeps nothing from being compared', async () => {
    const box = repository({ 'l/a\nb.yaml': HARBOUR, 'l/c.yaml': HARBOUR });
    box.write('l/a\nb.yaml', REWRITTEN);
    const { out } = await box.run(['check', '-f', 'l', '--against', 'HEAD', ...ONLY, '--format', 'json']);
    expect(JSON.parse(out).findings).toHaveLength(1);
  });

  test('what the revision left out, or took out of its globs, may go', async () => {
    const config = 'ledgers: ["l/*.yaml", "!l/b.yaml"]\nchecks: {exclude: ["l/c*"]}\n';
    const files = { 'l/a.yaml': OVERDUE, 'l/b.yaml': HARBOUR, 'l/c.yaml': HARBOUR, 'o/d.yaml': HARBOUR };
    const box = repository({ ...files, '.factledger.yaml': config });
    for (const name of ['l/b.yaml', 'l/c.yaml', 'o/d.yaml']) rmSync(join(box.folder, name));
    expect(await against(box)).toEqual([]);
  });

  test('of a history that is gone or unreadable, one rule tells, and says which', async () => {
    const box = repository({ 'l/bytes.yaml': UNCITED, 'l/gone.yaml': HARBOUR, 'l/yaml.yaml': HARBOUR });
    box.write('l/bytes.yaml', Buffer.from([...Buffer.from('factledger: 1\n'), 0xff]));
    rmSync(join(box.folder, 'l/gone.yaml'));
    box.write('l/yaml.yaml', `${HARBOUR}x-a: !t 1\n`);
    const { out } = await box.run(['check', '-f', 'l', '--against', 'HEAD']);
    expect(out.split('\n').slice(0, -1)).toEqual([
      'l/bytes.yaml:2:1: error syntax: the byte 0xFF is not UTF-8: save the file as UTF-8',
      'l/bytes.yaml:2:1: error history-rewritten: the ledger is not valid any more, and its verdict with it (b): put it back',
      'l/gone.yaml:1:1: error history-rewritten: the ledger is gone, and its verdict with it (harbour-reopens): put it back',
      'l/yaml.yaml:36:6: error syntax: the tag !t: a ledger has no tags; a text that starts with ! needs quotes',
      'l/yaml.yaml:36:6: error history-rewritten: the ledger is not valid any more, and its verdict with it (harbour-reopens): put it back',
    ]);
  });

  test('a ledger that is no longer among those found is gone, and nothing else of it is looked at', async () => {
    const files = { 'l/a.yaml': SOUND, 'm/b.yaml': HARBOUR.replaceAll('harbour-', 'h-').replaceAll('ferries-', 'f-') };
    const box = repository({ ...files, '.factledger.yaml': 'ledgers: ["*/*.yaml"]\n' });
    box.write('.factledger.yaml', 'ledgers: ["l/*.yaml"]\n');
    expect(await findings(box, ['--against', 'HEAD'])).toEqual([
      'l/a.yaml:9:9 warning stale',
      'l/a.yaml:20:9 warning stale',
      'm/b.yaml:1:1 error history-rewritten',
    ]);
    rmSync(join(box.folder, 'm/b.yaml'));
    const argv = ['check', '--against', 'HEAD', '--rule', 'overdue', '--format', 'junit'];
    expect((await box.run(argv)).out).not.toContain('b.yaml');
  });

  test('a ledger that is gone is a failed case of its own in JUnit, and has its place as seen from here', async () => {
    const box = repository({ 'l/a.yaml': HARBOUR, 'l/b.yaml': OVERDUE, '.factledger.yaml': 'ledgers: [l]\n' });
    rmSync(join(box.folder, 'l/a.yaml'));
    const { out } = await box.run(['check', '--against', 'HEAD', '--format', 'junit'], { cwd: 'l' });
    expect(out).toContain('<testsuite name="a" tests="1" failures="1" errors="0" skipped="0" file="a.yaml">');
  });

  test('REF... is the merge base', async () => {
    const box = repository({ 'ledger.yaml': HARBOUR });
    git(box, 'checkout', '-q', '-b', 'topic');
    git(box, 'checkout', '-q', 'main');
    await box.run(['mark', 'pending', 'ferries-sail', '--date', '2024-04-01']);
    git(box, 'commit', '-q', '-a', '-m', 'later');
    git(box, 'checkout', '-q', 'topic');
    expect(await against(box, 'main...')).toEqual([]);
    expect(await against(box, 'main')).toEqual(['ledger.yaml:22:9 error history-rewritten']);
  });

  test('from a folder below, and with a path', async () => {
    const box = repository({ 'sub/ledger.yaml': HARBOUR });
    box.write('sub/ledger.yaml', HARBOUR.replace('status: pending', 'status: refuted'));
    mkdirSync(join(box.folder, 'sub/deeper'));
    const { code, out } = await box.run(['check', '--against', 'HEAD', ...ONLY], { cwd: 'sub/deeper' });
    expect(code).toBe(1);
    expect(out).toContain('history-rewritten');
    expect(await findings(box, ['-f', 'sub/ledger.yaml', '--against', 'HEAD', ...ONLY])).toHaveLength(1);
  });

  test('what cannot be read is never a pass', async () => {
    const outside = sandbox(HARBOUR);
    expect((await outside.run(['check', '--against', 'HEAD'])).err).toContain('needs a git work tree');
    const box = repository({ 'ledger.yaml': HARBOUR });
    for (const ref of ['nowhere', 'nowhere...', '...', '--all', 'HEAD~5']) {
      const { code, out, err } = await box.run(['check', `--against=${ref}`]);
      expect({ ref, code, out }).toEqual({ ref, code: 2, out: '' });
      expect(err).toContain('fetch-depth: 0');
    }
    expect((await box.run(['check', '--against', 'main..topic'])).err).toContain('"main..topic" is a range');
    expect((await box.run(['check', '--against', 'HEAD', '-f', '-'], { stdin: HARBOUR })).code).toBe(2);
    const empty = sandbox(HARBOUR);
    git(empty, 'init', '-q');
    expect((await empty.run(['check', '--against', 'HEAD'])).err).toContain('no commit yet');
    const shallow = sandbox();
    git(box, 'commit', '-q', '--allow-empty', '-m', 'second');
    git(shallow, 'clone', '-q', '--depth', '1', `file://${box.folder}`, 'clone');
    expect((await shallow.run(['check', '--against', 'HEAD'], { cwd: 'clone' })).code).toBe(0);
    expect(await shallow.run(['check', '--against', 'HEAD~1'], { cwd: 'clone' })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('fetch-depth: 0'),
    });
  });

  test('a submodule has a history of its own', async () => {
    const inner = repository({ 'a.yaml': HARBOUR });
    const box = repository({ 'ledger.yaml': OVERDUE });
    git(box, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'sm');
    git(box, 'commit', '-q', '-m', 'submodule');
    box.write('sm/a.yaml', REWRITTEN);
    const argv = ['-f', 'sm', '--against', 'HEAD', ...ONLY];
    expect(await findings(box, argv)).toEqual(['sm/a.yaml:9:9 error history-rewritten']);
    rmSync(join(box.folder, 'sm/.git'));
    expect(await box.run(['check', ...argv])).toMatchObject({
      code: 2,
      err: expect.stringContaining('sm/a.yaml lies in a git repository of its own'),
    });
  });

  test('ledgers of several repositories are compared each in its own, from wherever', async () => {
    const box = sandbox();
    for (const name of ['one', 'two']) {
      box.write(`${name}/a.yaml`, name === 'one' ? HARBOUR : HARBOUR.replaceAll('harbour-', 'other-'));
      box.write(`${name}/b.yaml`, UNCITED);
      git(box, 'init', '-q', name);
      git(box, '-C', name, 'add', '-A');
      git(box, '-C', name, 'commit', '-q', '-m', 'start');
    }
    const argv = ['--against', 'HEAD', ...ONLY];
    expect(await findings(box, ['-f', 'one', '-f', 'two', ...argv])).toEqual([]);
    box.write('two/a.yaml', box.read('two/a.yaml').replace('status: pending', 'status: refuted'));
    rmSync(join(box.folder, 'one/b.yaml'));
    const wrong = ['one/b.yaml:1:1 error history-rewritten', 'two/a.yaml:9:9 error history-rewritten'];
    expect(await findings(box, ['-f', 'one', '-f', 'two', ...argv])).toEqual(wrong);
    box.write('.factledger.yaml', 'ledgers: ["*/*.yaml"]\n');
    expect(await findings(box, argv)).toEqual(wrong);
    const { code, out } = await box.run(['check', '-f', '../two', ...argv, '--format', 'json'], { cwd: 'one' });
    expect({ code, files: JSON.parse(out).findings.map(({ file }: { file: string }) => file) }).toEqual({
      code: 1,
      files: ['../two/a.yaml'],
    });
    rmSync(join(box.folder, 'two/.git/HEAD'));
    expect((await box.run(['check', '-f', 'one', '-f', 'two', ...argv])).code).toBe(2);
    rmSync(join(box.folder, 'two/.git'), { recursive: true });
    expect((await box.run(['check', '-f', 'one', '-f', 'two', ...argv])).err).toContain('two/a.yaml is in none');
  });

  test('a link into another repository does not take a ledger out of its history', async () => {
    const box = repository({ 'one/l/a.yaml': HARBOUR });
    git(box, 'clone', '-q', box.folder, 'two');
    box.write('two/one/l/a.yaml', REWRITTEN);
    git(box, '-C', 'two', 'commit', '-q', '-a', '-m', 'rewrite');
    rmSync(join(box.folder, 'one/l'), { recursive: true });
    symlinkSync('../two/one/l', join(box.folder, 'one/l'));
    for (const path of ['one', 'one/l', 'one/l/a.yaml']) {
      const found = await findings(box, ['-f', path, '--against', 'HEAD', ...ONLY]);
      expect(found).toEqual(['one/l/a.yaml:9:9 error history-rewritten']);
    }
  });

  test('a folder that only looks like a repository is not one', async () => {
    const box = repository({ 'ledger.yaml': HARBOUR, 'in/ledger.yaml': HARBOUR });
    mkdirSync(join(box.folder, 'in/.git'));
    expect((await box.run(['check', '--against', 'HEAD'], { cwd: 'in' })).code).toBe(2);
  });

  test('a tree whose paths lead up is no way out of it, nor round', async () => {
    const box = repository({ 'ledger.yaml': HARBOUR, '.factledger.yaml': 'ledgers: ["**/*.yaml"]\n' });
    const make = (type: string, input: string) =>
      execFileSync('git', ['hash-object', '-t', type, '--literally', '-w', '--stdin'], {
        cwd: box.folder,
        input: Buffer.from(input, 'latin1'),
        encoding: 'utf8',
      }).trim();
    const raw = (oid: string) => Buffer.from(oid, 'hex').toString('latin1');
    const blob = make('blob', UNCITED);
    const up = make('tree', `100644 up.yaml\0${raw(blob)}`);
    const inner = make('tree', `40000 ..\0${raw(up)}`);
    const [config = ''] = git(box, 'rev-parse', 'HEAD:.factledger.yaml').split('\n');
    const ledger = make('blob', HARBOUR);
    const top = make(
      'tree',
      `40000 ..\0${raw(up)}100644 .factledger.yaml\0${raw(config)}40000 a\0${raw(inner)}100644 ledger.yaml\0${raw(ledger)}`,
    );
    const commit = git(box, 'commit-tree', '-m', 'hostile', top).trim();
    expect(await against(box, commit)).toEqual([]);
  });

  test('a revision is read in as many calls of git, however many ledgers it has', async () => {
    const box = repository({
      ...Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`l/${at}.yaml`, UNCITED])),
      '.factledger.yaml': 'ledgers: ["l/*.yaml"]\n',
    });
    const spawn = vi.spyOn(process.getBuiltinModule('node:child_process'), 'spawnSync');
    onTestFinished(() => spawn.mockRestore());
    expect(await against(box)).toEqual([]);
    expect(spawn.mock.calls.length).toBeLessThan(16);
  });

  test('services are told of a file by its name in the repository it is in', async () => {
    const box = repository({ 'l/a.yaml': HARBOUR.replace('status: pending', 'status: confirmed') });
    const argv = ['check', '-f', join(box.folder, 'l'), '--format', 'github'];
    const inside = (await box.run(argv)).out;
    expect(inside).toContain('file=l/a.yaml');
    expect((await box.run(argv, { cwd: '..' })).out).toBe(inside);
  });
});

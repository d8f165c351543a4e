import { spawn, spawnSync } from 'node:child_process';
import { linkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verbs } from '../../src/cli/verbs.ts';
import { HARBOUR, ROOT, type Sandbox, sandbox } from '../sandbox.ts';

/** `undo` changes what others wrote; its tests are its own. */
const READING = [
  'list',
  'events',
  'show',
  'log',
  'stats',
  'suggest',
  'due',
  'changes',
  'check',
  'coverage',
  'schema',
  'undo',
];

/** A call of each verb that writes, on the harbour's ledger. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  init: ['other.yaml', '--title', 'Other'],
  annotate: ['--article', 'article.txt'],
  skip: ['1.1', '--reason', 'Scenery.', '--article', 'article.txt'],
  add: ['New.', '--id', 'new'],
  record: ['A storm.', '--date', '2024-02-01'],
  cite: ['dredging-late', '--source', 'https://example.org/more'],
  mark: ['pending', 'ferries-sail', '--date', '2024-04-01'],
  anchor: ['ferries-sail', '--quote', 'Two ferries'],
  edit: ['ferries-sail', '--due', '2024-12-31'],
  rename: ['ferries-sail', 'ferries'],
  withdraw: ['ferries-sail', '--reason', 'Entered twice.'],
  remove: ['ferries-sail'],
  review: [],
};

/** What is given to the verbs that take answers; the others read none of it. */
const answersTo = ([verb]: readonly string[]) => ({
  stdin: verb === 'review' ? 'ferries-sail p Still none.\n' : 'a A claim. --id new\nn\ns Scenery.\n',
});

/** The harbour's ledger, with a text of its article. */
function harbour(): Sandbox {
  const box = sandbox(HARBOUR);
  box.write('article.txt', 'The sun shone. It was warm.\n');
  return box;
}

/** The files of a sandbox that a call changes, by name. */
async function after(box: Sandbox, argv: readonly string[]) {
  const ran = await box.run(argv, answersTo(argv));
  const read = (name: string) =>
    spawnSync('test', ['-e', join(box.folder, name)]).status === 0 ? box.read(name) : null;
  return { ...ran, ledger: read('ledger.yaml'), other: read('other.yaml') };
}

describe('every verb that writes', () => {
  test('is known to these tests', () => {
    expect(Object.keys(CALLS).concat(READING).sort()).toEqual(verbs.map(({ name }) => name).sort());
  });

  test.each(Object.entries(CALLS))('%s --dry-run is a patch that git takes, and writes nothing', async (verb, call) => {
    const argv = [verb, ...call];
    const dry = await after(harbour(), [...argv, '--dry-run']);
    expect(dry).toMatchObject({ code: 0, ledger: HARBOUR, other: null });
    expect(dry.out).toMatch(/^--- (a\/ledger\.yaml|\/dev\/null)\n\+\+\+ b\/(ledger|other)\.yaml\n@@ /);
    const box = harbour();
    const patched = spawnSync('git', ['apply', '-'], { cwd: box.folder, input: dry.out });
    expect(patched.status).toBe(0);
    const real = await after(harbour(), argv);
    expect(real.out).not.toBe(dry.out);
    expect(dry.err).toContain(real.out.trimEnd());
    expect({ ledger: box.read('ledger.yaml'), other: real.other }).toEqual({
      ledger: real.ledger,
      other: real.other === null ? null : box.read('other.yaml'),
    });
  });

  test.each(Object.entries(CALLS))('%s --dry-run --format json says what the change would say', async (verb, call) => {
    const argv = [verb, ...call, '--format', 'json'];
    const dry = await after(harbour(), [...argv, '--dry-run']);
    expect(dry).toMatchObject({ code: 0, ledger: HARBOUR, other: null });
    expect(JSON.parse(dry.out)).toEqual(JSON.parse((await harbour().run(argv, answersTo(argv))).out));
  });

  test.each(Object.entries(CALLS))('%s refuses to look from another day, dry or not', async (verb, call) => {
    const box = harbour();
    for (const dry of [[], ['--dry-run']]) {
      const { code, err } = await box.run([verb, ...call, ...dry, '--as-of', '2024-02-01']);
      expect(code).toBe(2);
      expect(err).toContain('--as-of is for commands that read');
    }
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
  });

  test.each(Object.entries(CALLS).filter(([verb]) => verb !== 'init'))(
    '%s --ledger writes to the ledger named, and to no other',
    async (verb, call) => {
      const box = harbour();
      box.write('l/one.yaml', HARBOUR);
      box.write('l/two.yaml', HARBOUR);
      const argv = [verb, ...call, '-f', 'l'];
      expect((await box.run(argv, answersTo(argv))).code).toBe(2);
      const { code, out } = await box.run([...argv, '--ledger', 'two'], answersTo(argv));
      expect({ code, out: /(?:^| )two\//.test(out) }).toEqual({ code: 0, out: true });
      expect(box.read('l/one.yaml')).toBe(HARBOUR);
      expect(box.read('l/two.yaml')).not.toBe(HARBOUR);
      expect((await box.run([...argv, '--ledger', 'tow'])).err).toContain('Did you mean: two');
    },
  );

  test('a name of one ledger is none of another that is named', async () => {
    const box = sandbox();
    box.write('l/one.yaml', HARBOUR);
    box.write('l/two.yaml', HARBOUR.replaceAll('ferries-sail', 'boats-sail'));
    const { code, err } = await box.run(['mark', 'pending', 'ferries-sail', '-f', 'l', '--ledger', 'two']);
    expect(code).toBe(2);
    expect(err).toContain('there is no claim "ferries-sail"');
  });

  test('anchor --all --dry-run shows all answers as one change', async () => {
    const box = sandbox(HARBOUR);
    box.write('a.txt', 'The harbour will reopen by 31 March, he said.\nTwo ferries sail each day, as we know.\n');
    const argv = ['anchor', '--all', '--article', 'a.txt'];
    const dry = await box.run([...argv, '--dry-run'], { stdin: '1\n1\nq\n' });
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
    expect(dry.out.match(/digest: sha256/g)).toHaveLength(2);
    await box.run(argv, { stdin: '1\n1\nq\n' });
    const written = box.read('ledger.yaml');
    box.write('ledger.yaml', HARBOUR);
    expect(spawnSync('git', ['apply', '-'], { cwd: box.folder, input: dry.out }).status).toBe(0);
    expect(box.read('ledger.yaml')).toBe(written);
  });

  test('a patch of a file elsewhere changes no file of the same name here', async () => {
    const box = sandbox(HARBOUR);
    box.write('sub/ledger.yaml', HARBOUR);
    const { out, err } = await box.run(['add', 'B.', '--dry-run', '-f', '../ledger.yaml'], { cwd: 'sub' });
    expect({ heads: out.split('\n').slice(0, 2), err }).toEqual({
      heads: ['--- a/../ledger.yaml', '+++ b/../ledger.yaml'],
      err: 'claim-1\n',
    });
    const cwd = join(box.folder, 'sub');
    expect(spawnSync('git', ['apply', '-'], { cwd, input: out }).status).not.toBe(0);
    expect([box.read('ledger.yaml'), box.read('sub/ledger.yaml')]).toEqual([HARBOUR, HARBOUR]);
  });

  test.each([
    ['missing/new.yaml', 'there is no such folder'],
    ['../missing/new.yaml', 'there is no such folder'],
    ['dangling.yaml', 'exists already'],
    ['ledger.yaml', 'exists already'],
    ['ledger.yaml/new.yaml', 'a part of the path is no folder'],
    ['ledger.yaml/sub/new.yaml', 'a part of the path is no folder'],
    [`${'long'.repeat(70)}.yaml`, 'the name is too long'],
  ])('init --dry-run refuses what init refuses: %s', async (file, why) => {
    const box = sandbox(HARBOUR);
    symlinkSync('nowhere', join(box.folder, 'dangling.yaml'));
    const argv = ['init', file, '--title', 'T'];
    const real = await box.run(argv);
    expect(real.err).toContain(why);
    expect(await box.run([...argv, '--dry-run'])).toEqual(real);
  });

  test.each(['./new.yaml', 'sub/../new.yaml', 'sub/./new.yaml', 'back\\slash.yaml'])(
    'init --dry-run is a patch that git takes, however the file is named: %s',
    async (file) => {
      const box = sandbox(HARBOUR);
      box.write('sub/other.yaml', HARBOUR);
      const { out } = await box.run(['init', file, '--title', 'T', '--dry-run']);
      expect(spawnSync('git', ['apply', '-'], { cwd: box.folder, input: out }).status).toBe(0);
      expect((await box.run(['add', 'B.', '-f', file])).code).toBe(0);
    },
  );

  test('a patch holds the very line that it takes away, blanks at its end included', async () => {
    const box = sandbox('factledger: 1\narticle: {title: T}\nclaims: [{id: a, text: A}]   \n');
    const { out } = await box.run(['add', 'B.', '--dry-run']);
    expect(out).toContain('-claims: [{id: a, text: A}]   \n');
  });
});

describe('several ledgers in one command', () => {
  const two = () => {
    const box = sandbox();
    for (const name of ['a', 'b']) box.write(`l/${name}.yaml`, HARBOUR);
    return box;
  };

  test('if one cannot be changed, none is', async () => {
    const box = two();
    box.write('l/b.yaml', `${HARBOUR.replace('  - id: ferries-sail', '  - &x\n    id: ferries-sail')}x-a: *x\n`);
    const before = box.read('l/b.yaml');
    const { code, err } = await box.run(['mark', 'pending', 'a/ferries-sail', 'b/ferries-sail', '-f', 'l']);
    expect(code).toBe(2);
    expect(err).toContain('l/b.yaml: cannot add');
    expect([box.read('l/a.yaml'), box.read('l/b.yaml')]).toEqual([HARBOUR, before]);
  });

  test('a hard link would wait for itself, and is refused', async () => {
    const box = two();
    linkSync(join(box.folder, 'l/a.yaml'), join(box.folder, 'l/c.yaml'));
    const { code, err } = await box.run(['mark', 'pending', 'a/ferries-sail', 'c/ferries-sail', '-f', 'l']);
    expect(code).toBe(2);
    expect(err).toContain('are one file (a hard link)');
    expect(box.read('l/a.yaml')).toBe(HARBOUR);
  });

  test('commands over the same two, in any order and by any name, never stop each other half-way', async () => {
    const box = two();
    symlinkSync('a.yaml', join(box.folder, 'l/z.yaml'));
    const commands = Array.from({ length: 12 }, (_, n) => {
      const names = n % 3 === 0 ? ['b', 'a'] : n % 3 === 1 ? ['a', 'b'] : ['z', 'b'];
      const files = names.flatMap((name) => ['-f', `l/${name}.yaml`]);
      return ['mark', 'pending', ...names.map((name) => `${name}/ferries-sail`), ...files, '--note', `Look ${n}.`];
    });
    const codes = await Promise.all(
      commands.map(
        (argv) =>
          new Promise((done) =>
            spawn(process.execPath, [join(ROOT, 'bin/factledger.js'), ...argv, '--date', '2024-04-01'], {
              cwd: box.folder,
              stdio: 'ignore',
            }).on('exit', done),
          ),
      ),
    );
    expect(codes).toEqual(commands.map(() => 0));
    for (const name of ['a', 'b']) expect(box.read(`l/${name}.yaml`).match(/note: Look \d+\./g)).toHaveLength(12);
  });
});

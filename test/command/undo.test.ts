import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gitAt } from '../git.ts';
import { HARBOUR, type Sandbox, sandbox } from '../sandbox.ts';

const git = gitAt('2026-11-20T12:00:00Z');
const OTHER = HARBOUR.replaceAll('harbour-', 'port-').replaceAll('ferries-', 'boats-');
const LOOKED = ['mark', 'pending', 'ferries-sail', '--note'];

const entriesOf = (box: Sandbox) => readdirSync(box.stateFolder).sort();
const entryOf = (box: Sandbox, at = -1) => {
  const name = entriesOf(box).at(at) as string;
  const path = join(box.stateFolder, name);
  return { name, path, value: JSON.parse(readFileSync(path, 'utf8')) };
};

/** Two ledgers, both in use, and one command that wrote both. */
async function two(): Promise<Sandbox> {
  const box = sandbox();
  box.write('.factledger.yaml', 'ledgers: ["*.yaml"]\n');
  box.write('a.yaml', HARBOUR);
  box.write('b.yaml', OTHER);
  const ran = await box.run(['mark', 'pending', 'a/ferries-sail', 'b/boats-sail', '--note', 'Looked.']);
  expect(ran.code).toBe(0);
  return box;
}

describe('undo', () => {
  test('takes back one command after another, byte for byte, and says which', async () => {
    const box = sandbox(`\ufeff${HARBOUR.replaceAll('\n', '\r\n')}`);
    const states = [box.read('ledger.yaml')];
    const commands = [
      ['add', 'A new claim – 港.'],
      ['record', 'An event.', '--date', '2024-01-01'],
      ['cite', 'event', '--source', 'https://example.org/a'],
      ['mark', 'confirmed', 'ferries-sail', '--evidence', 'event'],
    ];
    for (const argv of commands) {
      expect(await box.run(argv)).toMatchObject({ code: 0 });
      states.push(box.read('ledger.yaml'));
    }
    for (const argv of commands.toReversed()) {
      states.pop();
      const { code, out, err } = await box.run(['undo']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`undid: ${argv[0]} `);
      expect(out).toContain(' in ledger.yaml\n');
      expect(box.read('ledger.yaml')).toBe(states.at(-1));
    }
    expect(entriesOf(box)).toEqual([]);
    const { code, err } = await box.run(['undo']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('there is nothing to undo in ledger.yaml') });
  });

  test('tells programs what it took back', async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'Looked.']);
    expect(JSON.parse((await box.run(['undo', '--json'])).out)).toEqual([
      { ledger: 'ledger', file: 'ledger.yaml', command: [...LOOKED, 'Looked.'], changed: true },
    ]);
  });

  test('--dry-run shows the change, and keeps all as it is', async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'Looked.']);
    const marked = box.read('ledger.yaml');
    const { code, out, err } = await box.run(['undo', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/^--- a\/ledger\.yaml\n\+\+\+ b\/ledger\.yaml\n@@/);
    expect(out).toContain('-        note: Looked.');
    expect(err).toContain('would undo: mark pending');
    expect(box.read('ledger.yaml')).toBe(marked);
    box.write('patch', out);
    git(box, 'apply', 'patch');
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
    box.write('ledger.yaml', marked);
    expect((await box.run(['undo'])).code).toBe(0);
  });

  test('a command that changed nothing is not noted', async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'Looked.']);
    await box.run([...LOOKED, 'Looked.']);
    await box.run([...LOOKED, 'Else.', '--dry-run']);
    expect(entriesOf(box)).toHaveLength(1);
  });

  test('of init, it removes the file; not one that was changed', async () => {
    const box = sandbox();
    const init = ['init', '--title', 'T'];
    await box.run(init);
    expect((await box.run(['undo', '--dry-run'])).out).toContain('+++ /dev/null\n');
    expect(await box.run(['undo'])).toMatchObject({
      code: 0,
      out: 'undid: init --title T in ledger.yaml, which is removed\n',
    });
    expect(readdirSync(box.folder)).toEqual([]);
    await box.run(init);
    box.write('ledger.yaml', `${box.read('ledger.yaml')}# mine\n`);
    expect(await box.run(['undo'])).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'ledger.yaml is neither as the last command left it nor as it was before\nThat was: init --title T\n',
      ),
    });
    expect(box.read('ledger.yaml')).toContain('# mine');
  });

  test('a file that changed since is never touched, and an older command is not taken for the last one', async () => {
    const box = await two();
    await box.run([...LOOKED.with(2, 'a/ferries-sail'), 'Again.']);
    box.write('a.yaml', `${box.read('a.yaml')}# by hand\n`);
    const before = [box.read('a.yaml'), box.read('b.yaml')];
    const { code, err } = await box.run(['undo']);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(
        /^factledger: a\.yaml is neither as the last command left it nor .*\nThat was: mark pending a\/ferries-sail /,
      ),
    });
    // Nor is it by way of the other ledger.
    expect((await box.run(['undo', '-f', 'b.yaml'])).err).toContain('the last command wrote a.yaml as well');
    expect([box.read('a.yaml'), box.read('b.yaml')]).toEqual(before);
  });

  test('what came back to a state by hand goes on from there', async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'One.']);
    const one = box.read('ledger.yaml');
    await box.run([...LOOKED, 'Two.']);
    box.write('ledger.yaml', one);
    expect((await box.run(['undo'])).out).toContain('One.');
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
  });

  test('from A to B and back to A, it goes both steps and no circle', async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'One.']);
    const marked = box.read('ledger.yaml');
    const { value } = entryOf(box);
    // The way back, as `edit` may take it.
    const [file] = value.files;
    const back = { ...file, before: file.after, after: file.before };
    const start = file.splices[0].start;
    back.splices = [{ start, end: start, text: marked.slice(start, file.splices[0].end) }];
    box.write('ledger.yaml', HARBOUR);
    const name = entriesOf(box)[0]?.replace(/^\d+/, (time) => String(Number(time) + 1)) as string;
    writeFileSync(join(box.stateFolder, name), JSON.stringify({ ...value, files: [back] }), { mode: 0o600 });
    await box.run(['undo']);
    expect(box.read('ledger.yaml')).toBe(marked);
    await box.run(['undo']);
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
    expect((await box.run(['undo'])).code).toBe(2);
  });

  test('a note without its write is no obstacle', async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'One.']);
    const one = box.read('ledger.yaml');
    await box.run([...LOOKED, 'Two.']);
    // As after a kill between the note and the write.
    box.write('ledger.yaml', one);
    await box.run([...LOOKED, 'Three.']);
    await box.run(['undo']);
    expect(box.read('ledger.yaml')).toBe(one);
    await box.run(['undo']);
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
  });

  test('a write that fails leaves no note', async () => {
    const box = sandbox(HARBOUR);
    await box.run(['mark', 'confirmed', 'ferries-sail']);
    await box.run([...LOOKED, 'Hard links.', '-f', 'ledger.yaml', '-f', 'none.yaml']);
    expect((await box.run(['undo', '--list'])).err).toContain('nothing to undo');
  });

  test('20 are kept for each ledger, those of the other untouched', async () => {
    const box = await two();
    for (let n = 0; n < 25; n++) await box.run([...LOOKED.with(2, 'a/ferries-sail'), `Note ${n}.`]);
    await box.run([...LOOKED.with(2, 'b/boats-sail'), 'Other.']);
    const list = JSON.parse((await box.run(['undo', '--list', '--json', '--ledger', 'a'])).out);
    // The command that wrote both is still one of those of b.
    expect(list).toHaveLength(21);
    expect(JSON.parse((await box.run(['undo', '--list', '--json', '--ledger', 'b'])).out)).toHaveLength(2);
    for (let n = 0; n < 20; n++) expect((await box.run(['undo', '--ledger', 'a'])).code).toBe(0);
    expect(box.read('a.yaml')).toContain('Note 4.');
    expect(box.read('a.yaml')).not.toContain('Note 5.');
  });
});

describe('several ledgers', () => {
  test('are taken back all together, which is said', async () => {
    const box = await two();
    expect((await box.run(['undo'])).out).toMatch(/ in a\.yaml, b\.yaml\n$/);
    expect([box.read('a.yaml'), box.read('b.yaml')]).toEqual([HARBOUR, OTHER]);
  });

  test('runs of commands over both go back through every state, with undo in between', async () => {
    const runs = fc.array(fc.constantFrom('a', 'b', 'both', 'add', 'undo'), { minLength: 1, maxLength: 15 });
    for (const run of fc.sample(runs, 8)) {
      const box = await two();
      await box.run(['undo']);
      const now = () => [box.read('a.yaml'), box.read('b.yaml')];
      const states = [now()];
      for (const [at, what] of [...run, ...run.map(() => 'undo')].entries()) {
        const note = `Note ${at}, ${what}.`;
        const claims = { a: ['a/ferries-sail'], b: ['b/boats-sail'], both: ['b/boats-sail', 'a/ferries-sail'] };
        const argv =
          what === 'undo'
            ? ['undo']
            : what === 'add'
              ? ['add', note, '--ledger', 'a']
              : ['mark', 'pending', ...claims[what as keyof typeof claims], '--note', note];
        const { code } = await box.run(argv);
        expect({ run, at, code }).toEqual({ run, at, code: what === 'undo' && states.length === 1 ? 2 : 0 });
        if (what !== 'undo') states.push(now());
        else if (states.length > 1) states.pop();
        expect({ run, at, now: now() }).toEqual({ run, at, now: states.at(-1) });
      }
    }
  });

  test('or none of them: where one is not in use, is gone, or changed', async () => {
    const box = await two();
    const marked = box.read('a.yaml');
    const alone = await box.run(['undo', '-f', 'a.yaml']);
    expect(alone.err).toContain('the last command wrote b.yaml as well, which is not among the ledgers in use');
    expect(alone.err).toContain('factledger undo -f a.yaml -f b.yaml');
    renameSync(join(box.folder, 'b.yaml'), join(box.folder, 'kept'));
    expect((await box.run(['undo'])).err).toContain('the last command wrote b.yaml as well, which is gone');
    box.write('b.yaml', OTHER.replace('ugly', 'pretty'));
    expect((await box.run(['undo'])).err).toContain('b.yaml is neither as');
    expect(box.read('a.yaml')).toBe(marked);
    rmSync(join(box.folder, 'b.yaml'));
    renameSync(join(box.folder, 'kept'), join(box.folder, 'b.yaml'));
    expect((await box.run(['undo', '-f', 'a.yaml', '-f', 'b.yaml'])).code).toBe(0);
  });

  test('a run that was killed after the first of them is taken back in that one', async () => {
    const box = await two();
    box.write('b.yaml', OTHER);
    expect((await box.run(['undo'])).out).toMatch(/ in a\.yaml\n$/);
    expect([box.read('a.yaml'), box.read('b.yaml')]).toEqual([HARBOUR, OTHER]);
  });
});

describe('a ledger elsewhere', () => {
  test('a moved folder is found by what it holds', async () => {
    const box = sandbox();
    box.write('old/a.yaml', HARBOUR);
    box.write('old/b.yaml', OTHER);
    await box.run(['mark', 'pending', 'a/ferries-sail', 'b/boats-sail', '--note', 'Looked.', '-f', 'old']);
    await box.run([...LOOKED.with(2, 'a/ferries-sail'), 'Again.', '-f', 'old']);
    renameSync(join(box.folder, 'old'), join(box.folder, 'new'));
    expect((await box.run(['undo', '-f', 'new'])).out).toMatch(/Again\. -f old in new\/a\.yaml\n$/);
    expect((await box.run(['undo', '-f', 'new'])).out).toMatch(/ in new\/a\.yaml, new\/b\.yaml\n$/);
    expect([box.read('new/a.yaml'), box.read('new/b.yaml')]).toEqual([HARBOUR, OTHER]);
  });

  test("a copy does not use up the original's entry", async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'Looked.']);
    cpSync(join(box.folder, 'ledger.yaml'), join(box.folder, 'copy.yaml'));
    expect((await box.run(['undo', '-f', 'copy.yaml'])).err).toContain('there is nothing to undo in copy.yaml');
    expect((await box.run(['undo', '-f', 'copy.yaml', '-f', 'ledger.yaml'])).out).toMatch(/ in ledger\.yaml\n$/);
    expect(box.read('copy.yaml')).toContain('Looked.');
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
  });

  test('a symbolic link stays one', async () => {
    const box = sandbox();
    box.write('real/one.yaml', HARBOUR);
    symlinkSync('real/one.yaml', join(box.folder, 'ledger.yaml'));
    await box.run([...LOOKED, 'Looked.']);
    expect((await box.run(['undo', '-f', 'real'])).code).toBe(0);
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
    expect(readdirSync(join(box.folder, 'real'))).toEqual(['one.yaml']);
  });
});

describe('--list and --clear', () => {
  test('show what can be undone, newest first, escaped, and forget it', async () => {
    const box = await two();
    await box.run([...LOOKED.with(2, 'a/ferries-sail'), 'Red \u001b[31m and \u202e.\nTwo.'], {
      now: '2026-11-24T09:05:00',
    });
    const { out } = await box.run(['undo', '--list']);
    expect(out).toBe(
      '2026-11-24 09:05  mark pending a/ferries-sail --note "Red \\u001b[31m and \\u202e.\\nTwo."  a.yaml\n' +
        '2026-11-23 12:00  mark pending a/ferries-sail b/boats-sail --note Looked.                a.yaml, b.yaml\n',
    );
    expect(JSON.parse((await box.run(['undo', '--list', '--json', '--ledger', 'b'])).out)).toEqual([
      {
        time: '2026-11-23T11:00:00.000Z',
        command: ['mark', 'pending', 'a/ferries-sail', 'b/boats-sail', '--note', 'Looked.'],
        files: ['a.yaml', 'b.yaml'],
      },
    ]);
    expect((await box.run(['undo', '--clear', '--dry-run'])).out).toBe('would forget 2 commands\n');
    expect((await box.run(['undo', '--clear'])).out).toBe('forgot 2 commands\n');
    expect(await box.run(['undo', '--list'])).toMatchObject({ code: 0, out: '', err: 'nothing to undo\n' });
    expect((await box.run(['undo', '--list', '--clear'])).code).toBe(2);
    expect((await box.run(['undo', '-f', '-'], { stdin: HARBOUR })).code).toBe(2);
  });

  test('a hostile command line drives no terminal when it is undone or refused', async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'A\u001b]0;x\u0007\u009b']);
    const escapes = /[\u001b\u0007\u009b]/;
    box.write('ledger.yaml', `${box.read('ledger.yaml')}#\n`);
    expect((await box.run(['undo'])).err).not.toMatch(escapes);
    box.write('ledger.yaml', box.read('ledger.yaml').slice(0, -2));
    for (const argv of [['undo', '--list'], ['undo', '--list', '--json'], ['undo', '--dry-run'], ['undo']]) {
      const { code, out, err } = await box.run(argv);
      expect({ argv, code }).toEqual({ argv, code: 0 });
      expect(out + err).not.toMatch(escapes);
    }
  });
});

describe('what is committed', () => {
  const committed = (box: Sandbox) => {
    git(box, 'init', '-q');
    git(box, 'add', '.');
    git(box, 'commit', '-q', '-m', 'One');
  };

  test('is not undone without --force', async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'Looked.']);
    committed(box);
    for (const argv of [['undo'], ['undo', '--dry-run']]) {
      const { code, out, err } = await box.run(argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('the last command is committed: without it, check --against HEAD would find');
      expect(err).toContain('ledger.yaml: history-rewritten: ');
      expect(err).toContain('--force');
    }
    expect((await box.run(['undo', '--force'])).code).toBe(0);
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
  });

  test('also where the file has other changes that are not: committed is not clean', async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'Looked.']);
    const marked = box.read('ledger.yaml');
    committed(box);
    box.write('ledger.yaml', `# by hand\n${marked}`);
    git(box, 'stash', '-q');
    await box.run(['add', 'Another.']);
    expect((await box.run(['undo'])).code).toBe(0);
    expect(box.read('ledger.yaml')).toBe(marked);
    expect((await box.run(['undo'])).code).toBe(2);
  });

  test('a verdict that is not committed is undone, whatever else check finds then or found before', async () => {
    const box = sandbox(HARBOUR);
    committed(box);
    // A finding against HEAD that is there before and after, and an overdue claim that was none for a while.
    box.write('ledger.yaml', HARBOUR.replace('Two weeks late.', 'Three weeks late.'));
    const before = box.read('ledger.yaml');
    expect((await box.run(['check', '--against', 'HEAD', '--rule', 'history-rewritten'])).code).toBe(1);
    await box.run(['mark', 'refuted', 'harbour-reopens', '--evidence', 'dredging-late']);
    expect((await box.run(['undo'])).code).toBe(0);
    expect(box.read('ledger.yaml')).toBe(before);
  });

  test.each<[string, (box: Sandbox) => void]>([
    ['no commit yet', (box) => git(box, 'init', '-q')],
    [
      'a ledger that is ignored',
      (box) => {
        box.write('.gitignore', '*.yaml\n');
        committed(box);
      },
    ],
    [
      'a ledger that is not added yet',
      (box) => {
        git(box, 'init', '-q');
        git(box, 'commit', '-q', '--allow-empty', '-m', 'One');
      },
    ],
  ])('with %s there is nothing to refuse', async (_, prepare) => {
    const box = sandbox(HARBOUR);
    prepare(box);
    await box.run([...LOOKED, 'Looked.']);
    expect(await box.run(['undo'])).toMatchObject({ code: 0, err: '' });
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
  });

  test('where that cannot be told, --force is needed', async () => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'Looked.']);
    box.write('.git', 'gitdir: /nowhere\n');
    const { code, err } = await box.run(['undo']);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('whether that is committed cannot be told'),
    });
    expect((await box.run(['undo', '--force'])).code).toBe(0);
  });

  test('init that is committed, and init that is not', async () => {
    const box = sandbox();
    git(box, 'init', '-q');
    git(box, 'commit', '-q', '--allow-empty', '-m', 'One');
    await box.run(['init', '--title', 'T']);
    expect(await box.run(['undo'])).toMatchObject({ code: 0, err: '' });
    await box.run(['init', '--title', 'T']);
    committed(box);
    expect(await box.run(['undo'])).toMatchObject({ code: 2, err: expect.stringContaining('no longer among those') });
    expect((await box.run(['undo', '--force'])).code).toBe(0);
  });
});

describe('what is kept', () => {
  test('is for its owner alone, and small', async () => {
    const box = sandbox(HARBOUR.replace('events:', `${'# a long comment\n'.repeat(200_000)}events:`));
    await box.run([...LOOKED, 'Looked.']);
    const { path, value, name } = entryOf(box);
    expect(name).toMatch(new RegExp(`^1795431600000-${process.pid}-[0-9a-z]+-[0-9a-f]{16}\\.json$`));
    expect(statSync(box.stateFolder).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(path).size).toBeLessThan(600);
    expect(Object.keys(value)).toEqual(['version', 'time', 'words', 'files']);
    chmodSync(box.stateFolder, 0o755);
    await box.run([...LOOKED, 'Again.']);
    expect(statSync(box.stateFolder).mode & 0o777).toBe(0o700);
  });

  test('nowhere, the write goes on and undo says why', async () => {
    const box = sandbox(HARBOUR);
    const nowhere = { stateFolder: null };
    expect(await box.run([...LOOKED, 'Looked.'], nowhere)).toMatchObject({ code: 0, err: '' });
    expect((await box.run(['undo'], nowhere)).err).toContain(
      'No note can be kept of what commands do: there is no home',
    );
    const taken = { stateFolder: box.write('state', 'a file') };
    expect(await box.run([...LOOKED, 'Again.'], taken)).toMatchObject({ code: 0, err: '' });
    expect((await box.run(['undo'], taken)).err).toContain('state is no folder of your own');
    const below = { stateFolder: join(box.folder, 'state/factledger') };
    expect(await box.run([...LOOKED, 'More.'], below)).toMatchObject({ code: 0, err: '' });
    expect((await box.run(['undo'], below)).err).toContain('cannot be written to');
    expect(box.read('ledger.yaml')).toContain('More.');
  });

  test.each<[string, (entry: ReturnType<typeof entryOf>, box: Sandbox) => void]>([
    ['no JSON', ({ path }) => writeFileSync(path, '{')],
    ['empty', ({ path }) => writeFileSync(path, '')],
    ['null', ({ path }) => writeFileSync(path, 'null')],
    ['another version', ({ path, value }) => writeFileSync(path, JSON.stringify({ ...value, version: 2 }))],
    ['words that are none', ({ path, value }) => writeFileSync(path, JSON.stringify({ ...value, words: [1] }))],
    ['no files', ({ path, value }) => writeFileSync(path, JSON.stringify({ ...value, files: [] }))],
    ['no time', ({ path, value }) => writeFileSync(path, JSON.stringify({ ...value, time: 'now' }))],
    [
      'a splice out of range',
      ({ path, value }) => {
        value.files[0].splices[0].end = 1e9;
        writeFileSync(path, JSON.stringify(value));
      },
    ],
    [
      'a splice before the start',
      ({ path, value }) => {
        value.files[0].splices[0].start = -1;
        writeFileSync(path, JSON.stringify(value));
      },
    ],
    [
      'splices out of order',
      ({ path, value }) => {
        value.files[0].splices.push({ start: 0, end: 0, text: 'x' });
        writeFileSync(path, JSON.stringify(value));
      },
    ],
    [
      'another text than it says',
      ({ path, value }) => {
        value.files[0].splices[0].text = 'injected: true\n';
        writeFileSync(path, JSON.stringify(value));
      },
    ],
    [
      'a path that is relative',
      ({ path, value }) => {
        value.files[0].path = 'ledger.yaml';
        writeFileSync(path, JSON.stringify(value));
      },
    ],
    [
      'a link',
      ({ path }, box) => {
        renameSync(path, join(box.folder, 'elsewhere'));
        symlinkSync(join(box.folder, 'elsewhere'), path);
      },
    ],
    [
      'a folder',
      ({ path }) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      'a folder that is a link',
      (_, box) => {
        renameSync(box.stateFolder, join(box.folder, 'elsewhere'));
        symlinkSync(join(box.folder, 'elsewhere'), box.stateFolder);
      },
    ],
  ])('is ignored if it is %s', async (_, spoil) => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'Looked.']);
    const marked = box.read('ledger.yaml');
    spoil(entryOf(box), box);
    expect(await box.run(['undo'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is nothing to undo'),
    });
    expect(box.read('ledger.yaml')).toBe(marked);
    expect((await box.run([...LOOKED, 'Again.'])).code).toBe(0);
  });

  test('a huge file is not read, and one of another user neither', async ({ skip }) => {
    const box = sandbox(HARBOUR);
    await box.run([...LOOKED, 'Looked.']);
    const { path } = entryOf(box);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text + ' '.repeat(70 * 2 ** 20));
    expect((await box.run(['undo'])).code).toBe(2);
    writeFileSync(path, text);
    skip(process.geteuid?.() !== 0, 'giving a file to somebody else takes root');
    const { chownSync } = await import('node:fs');
    chownSync(path, 12_345, 12_345);
    expect((await box.run(['undo'])).code).toBe(2);
    chownSync(path, 0, 0);
    chownSync(box.stateFolder, 12_345, 12_345);
    expect((await box.run(['undo'])).err).toContain('is no folder of your own');
    expect((await box.run([...LOOKED, 'Again.'])).code).toBe(0);
  });

  test('a path outside is nothing that undo writes to', async () => {
    const box = sandbox(HARBOUR);
    const outside = box.write('notes.txt', 'mine\n');
    await box.run([...LOOKED, 'Looked.']);
    const { path, value } = entryOf(box);
    value.files[0].path = outside;
    writeFileSync(path, JSON.stringify(value));
    expect((await box.run(['undo'])).code).toBe(2);
    value.files.push({ ...value.files[0], path: join(box.folder, 'ledger.yaml') });
    writeFileSync(path, JSON.stringify(value));
    expect((await box.run(['undo'])).err).toContain('the last command wrote notes.txt as well');
    expect(box.read('notes.txt')).toBe('mine\n');
  });

  test('a clock that was set back keeps the order', async () => {
    const box = sandbox(HARBOUR);
    await box.run(['add', 'First.'], { now: '2026-11-23T12:00:00' });
    await box.run(['add', 'Second.'], { now: '2020-01-01T12:00:00' });
    expect((await box.run(['undo'])).out).toContain('Second.');
    expect((await box.run(['undo'])).out).toContain('First.');
  });

  test('at most a thousand for all ledgers together', async () => {
    const box = sandbox(HARBOUR);
    mkdirSync(box.stateFolder, { mode: 0o700 });
    for (let n = 0; n < 1_005; n++) writeFileSync(join(box.stateFolder, `${1000 + n}-1-a-0123456789abcdef.json`), '{}');
    await box.run([...LOOKED, 'Looked.']);
    expect(entriesOf(box)).toHaveLength(1_000);
    expect((await box.run(['undo'])).code).toBe(0);
  });
});

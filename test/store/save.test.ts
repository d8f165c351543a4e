import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../src/model/refusal.ts';
import { create } from '../../src/store/create-file.ts';
import { kernelLocks } from '../../src/store/kernel-lock.ts';
import { lock, type Patience } from '../../src/store/lock.ts';
import { type FileToChange, update as updateAll } from '../../src/store/save.ts';
import { sandbox } from '../sandbox.ts';

/** Changes one file, or throws what kept it from that. */
async function update(path: string, file: string, edit: FileToChange['edit'], patience: Patience): Promise<void> {
  const { finished, failure } = await updateAll([{ path, file, edit }], patience, null);
  expect(finished).toHaveLength(failure === null ? 1 : 0);
  if (failure !== null) throw failure;
}

const silent: Patience = { quiet: 1e9, most: 60_000, tell: async () => undefined };
const append = (line: string) => (text: string) => `${text}${line}\n`;

/** The ways in which editors save a file. */
const SAVES: Readonly<Record<string, (path: string, text: string) => void>> = {
  'in place': (path, text) => writeFileSync(path, text),
  'by rename': (path, text) => {
    writeFileSync(`${path}~`, text);
    renameSync(`${path}~`, path);
  },
};

describe('what somebody else saves in between is not lost', () => {
  test.each(Object.keys(SAVES))('saved %s while the change is being made', async (way) => {
    const path = sandbox('old\n').write('ledger.yaml', 'old\n');
    let calls = 0;
    await update(
      path,
      'ledger.yaml',
      (text) => {
        if (calls++ < 3) SAVES[way]?.(path, `${text}edited ${calls}\n`);
        return append('ours')(text);
      },
      silent,
    );
    expect(readFileSync(path, 'utf8')).toBe('old\nedited 1\nedited 2\nedited 3\nours\n');
    expect(readdirSync(dirname(path))).toEqual(['ledger.yaml']);
  });

  test.each(Object.keys(SAVES))('saved %s at any step of the write', async (way) => {
    let inTime = 0;
    for (let step = 0; step < 120; step++) {
      const path = sandbox().write('ledger.yaml', 'old\n');
      let seen: string | null = null;
      const save = () => {
        seen = readFileSync(path, 'utf8');
        SAVES[way]?.(path, 'edited\n');
      };
      let calls = 0;
      await update(
        path,
        'ledger.yaml',
        (text) => {
          if (calls++ === 0) void after(step, save);
          return append('ours')(text);
        },
        silent,
      );
      await new Promise(setImmediate);
      // Who saves over a text that he has not seen loses it himself; what he saved over the old one must be there.
      const expected = seen === 'old\n' ? ['edited\nours\n'] : ['edited\nours\n', 'edited\n'];
      expect(expected, `step ${step}`).toContain(readFileSync(path, 'utf8'));
      if (seen === 'old\n') inTime++;
      expect(readdirSync(dirname(path))).toEqual(['ledger.yaml']);
    }
    expect(inTime).toBeGreaterThan(5);
    expect(inTime).toBeLessThan(115);
  });
});

/** Waits for some turns of the microtask queue. */
async function after(turns: number, act: () => void): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await undefined;
  act();
}

test('a file that never comes to rest is refused, and left to the others', async () => {
  const path = sandbox().write('ledger.yaml', 'old\n');
  let calls = 0;
  const restless = update(
    path,
    'ledger.yaml',
    (text) => {
      writeFileSync(path, `edited ${calls++}\n`);
      return append('ours')(text);
    },
    silent,
  );
  await expect(restless).rejects.toThrow('it keeps changing while it is being written');
  expect(readFileSync(path, 'utf8')).toBe(`edited ${calls - 1}\n`);
});

test('a file that is gone by then is refused, and not made anew', async () => {
  const box = sandbox();
  const path = box.write('ledger.yaml', 'old\n');
  const gone = update(
    path,
    'ledger.yaml',
    (text) => {
      renameSync(path, join(box.folder, 'elsewhere.yaml'));
      return append('ours')(text);
    },
    silent,
  );
  await expect(gone).rejects.toThrow('ledger.yaml: no such file or folder');
  expect(readdirSync(box.folder)).toEqual(['elsewhere.yaml']);
});

test('many writers at once: each change is there, once', async () => {
  const path = sandbox().write('ledger.yaml', '');
  const lines = Array.from({ length: 40 }, (_, n) => `line ${n}`);
  await Promise.all(lines.map((line) => update(path, 'ledger.yaml', append(line), silent)));
  expect(readFileSync(path, 'utf8').trim().split('\n').sort()).toEqual(lines.sort());
});

test('a writer waits for another, tells so, and gives up after a while', async () => {
  const path = sandbox().write('ledger.yaml', 'old\n');
  const held = await lock(path, 'ledger.yaml', silent);
  const told: string[] = [];
  const hasty = { quiet: 10, most: 150, tell: async (message: string) => void told.push(message) };
  const waiting = update(path, 'ledger.yaml', append('ours'), hasty);
  await expect(waiting).rejects.toThrow(Refusal);
  expect(told).toEqual(['ledger.yaml: another factledger is writing it; waiting …']);
  expect(readFileSync(path, 'utf8')).toBe('old\n');
  held.release();
  await update(path, 'ledger.yaml', append('ours'), silent);
});

test('of several files, the locks are taken in the order of their real paths, all before the first is read', async () => {
  const box = sandbox();
  const [first, second] = ['a.yaml', 'b.yaml'].map((name) => box.write(name, `${name}\n`)) as [string, string];
  symlinkSync('b.yaml', join(box.folder, '0.yaml'));
  const held = await lock(second, 'b.yaml', silent);
  const read: string[] = [];
  const edit = (text: string) => {
    read.push(text);
    return append('ours')(text);
  };
  // By their names as typed, the second would come first.
  const files = [join(box.folder, '0.yaml'), first].map((path) => ({ path, file: basename(path), edit }));
  const updating = updateAll(files, silent, null);
  const hasFirst = async () => {
    const handle = openSync(first, 'r+');
    const release = await (await kernelLocks()).tryTake(handle);
    if (typeof release === 'function') release();
    closeSync(handle);
    return release === null;
  };
  while (!(await hasFirst())) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(read).toEqual([]);
  held.release();
  expect((await updating).failure).toBe(null);
  expect(read).toEqual(['a.yaml\n', 'b.yaml\n']);
});

test('strays of killed runs go with the next write; what belongs to others stays', async () => {
  const box = sandbox();
  const path = box.write('ledger.yaml', 'old\n');
  const digest = createHash('sha256').update('ledger.yaml').digest('hex');
  const stray = `.factledger-${digest.slice(0, 16)}-0123456789ab.tmp`;
  const others = ['.factledger-0000000000000000-0123456789ab.tmp', '.ledger.yaml.swp', 'notes.tmp'];
  for (const name of [stray, ...others]) box.write(name, 'half');
  await update(path, 'ledger.yaml', (text) => text, silent);
  expect(readdirSync(box.folder).sort()).toEqual([...others, 'ledger.yaml'].sort());
});

test('mode, owner and symbolic link stay', async () => {
  const box = sandbox();
  const path = box.write('real/ledger.yaml', 'old\n');
  const link = join(box.folder, 'link.yaml');
  symlinkSync('real/ledger.yaml', link);
  chmodSync(path, 0o664);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(path, 1234, 2345);
  await update(link, 'link.yaml', append('ours'), silent);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('old\nours\n');
  const { mode, uid, gid } = statSync(path);
  expect(mode & 0o7777).toBe(0o664);
  if (isRoot) expect([uid, gid]).toEqual([1234, 2345]);
});

test('a change that is refused leaves the very file, and no lock', async () => {
  const path = sandbox().write('ledger.yaml', 'old\n');
  const { ino, mtimeMs } = statSync(path);
  const refused = update(
    path,
    'ledger.yaml',
    () => {
      throw new Refusal('no');
    },
    silent,
  );
  await expect(refused).rejects.toThrow('no');
  expect(statSync(path)).toMatchObject({ ino, mtimeMs });
  await update(path, 'ledger.yaml', append('ours'), { ...silent, most: 100 });
});

test('a name as long as names can be', async () => {
  const name = `${'n'.repeat(250)}.yaml`;
  const path = sandbox().write(name, 'old\n');
  await update(path, name, append('ours'), silent);
  expect(readFileSync(path, 'utf8')).toBe('old\nours\n');
});

describe('where the file system does not take it', () => {
  /** A file system of 64 kB, for those who may mount one. */
  const tiny = mkdtempSync(join(tmpdir(), 'factledger-tiny-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', tiny]).status === 0;
  afterAll(() => {
    if (isMounted) spawnSync('umount', [tiny]);
    rmSync(tiny, { recursive: true });
  });

  test('a full disk is told, and the old file stays', async ({ skip }) => {
    skip(!isMounted, 'this user may not mount a small file system');
    const path = join(tiny, 'ledger.yaml');
    const text = 'x'.repeat(40_000);
    writeFileSync(path, text);
    await expect(update(path, 'ledger.yaml', append('ours'), silent)).rejects.toThrow('ledger.yaml: the disk is full');
    await expect(create(join(tiny, 'new.yaml'), 'new.yaml', text)).rejects.toThrow('new.yaml: the disk is full');
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(tiny)).toEqual(['ledger.yaml']);
  });

  test('a read-only file and a read-only folder are told apart', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may write to what is read-only');
    const box = sandbox();
    const path = box.write('real/ledger.yaml', 'old\n');
    chmodSync(path, 0o444);
    await expect(update(path, 'ledger.yaml', append('ours'), silent)).rejects.toThrow('ledger.yaml: permission denied');
    chmodSync(path, 0o644);
    chmodSync(dirname(path), 0o555);
    await expect(update(path, 'ledger.yaml', append('ours'), silent)).rejects.toThrow(
      'no file can be made in its folder',
    );
    chmodSync(dirname(path), 0o755);
    expect(readFileSync(path, 'utf8')).toBe('old\n');
  });
});

describe('a new file', () => {
  test('is there whole, and no other file', async () => {
    const box = sandbox();
    await create(join(box.folder, 'ledger.yaml'), 'ledger.yaml', 'new\n');
    expect(readdirSync(box.folder)).toEqual(['ledger.yaml']);
    expect(box.read('ledger.yaml')).toBe('new\n');
  });

  test('never takes the place of another: file, folder or link that leads nowhere', async () => {
    const box = sandbox();
    box.write('file.yaml', 'old\n');
    mkdirSync(join(box.folder, 'folder.yaml'));
    symlinkSync('nowhere', join(box.folder, 'link.yaml'));
    for (const name of ['file.yaml', 'folder.yaml', 'link.yaml']) {
      await expect(create(join(box.folder, name), name, 'new\n')).rejects.toThrow(`${name} exists already`);
    }
    expect(box.read('file.yaml')).toBe('old\n');
    expect(readdirSync(box.folder).sort()).toEqual(['file.yaml', 'folder.yaml', 'link.yaml']);
  });

  test('of many that create it at once, one does', async () => {
    const box = sandbox();
    const path = join(box.folder, 'ledger.yaml');
    const tries = Array.from({ length: 20 }, (_, n) => create(path, 'ledger.yaml', `${n}\n`));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(readdirSync(box.folder)).toEqual(['ledger.yaml']);
  });
});

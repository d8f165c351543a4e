import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, type Sandbox, sandbox } from '../sandbox.ts';
import { SOAK } from '../soak.ts';

const DAY = '2024-02-01';

function ledgerText(claims: number, isMarked: (n: number) => boolean): string {
  const items = Array.from({ length: claims }, (_, n) => {
    const verdicts = isMarked(n) ? `    verdicts:\n      - date: ${DAY}\n        status: pending\n` : '';
    return `  # claim ${n}\n  - id: claim-${n}\n    text: "Żuraw ${n}" # – 港\n${verdicts}`;
  });
  return `factledger: 1\narticle: { title: T }\n\nclaims:\n${items.join('')}`;
}

const marked = (text: string): number[] =>
  Array.from(text.matchAll(/id: claim-(\d+)\n.*\n {4}verdicts/g), ([, n]) => Number(n));

const state = (box: Sandbox) => join(box.folder, '.state');
const start = (box: Sandbox, ...argv: string[]) =>
  spawn(process.execPath, argv, {
    cwd: box.folder,
    env: { ...process.env, XDG_STATE_HOME: state(box) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const marker = (box: Sandbox, from: number, to: number) =>
  start(box, join(ROOT, 'test/store/marker.js'), 'ledger.yaml', String(from), String(to), DAY);
const undoer = (box: Sandbox) => start(box, join(ROOT, 'bin/factledger.js'), 'undo');
const undo = (box: Sandbox) => box.run(['undo'], { stateFolder: join(state(box), 'factledger') });
const entries = (box: Sandbox) => readdirSync(join(state(box), 'factledger')).filter((name) => !name.startsWith('.'));

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function killed(child: ChildProcess, after: number): Promise<void> {
  const end = ended(child);
  await wait(after);
  child.kill('SIGKILL');
  await end;
}

test('writers and undoers killed at random moments: every state comes back, and nothing else', async () => {
  let undone = 0;
  for (let round = 0; round < 8 * SOAK || (undone < 20 && round < 60 * SOAK); round++) {
    const claims = 200;
    const box = sandbox(ledgerText(claims, () => false));
    const writer = marker(box, 0, claims);
    const hasBegun = new Promise((resolve) => writer.stdout?.once('data', resolve));
    const end = ended(writer);
    await hasBegun;
    await wait(Math.random() * 80);
    writer.kill('SIGKILL');
    await end;
    await killed(undoer(box), 50 + Math.random() * 150);
    const text = box.read('ledger.yaml');
    const count = marked(text).length;
    expect(text, `round ${round}`).toBe(ledgerText(claims, (n) => n < count));
    // One of the entries may be that of the writer or undoer which was killed.
    const steps = Math.min(count, 18);
    for (let n = 1; n <= steps; n++) {
      const { code, err } = await undo(box);
      expect({ round, n, code, err }).toEqual({ round, n, code: 0, err: '' });
      expect(box.read('ledger.yaml')).toBe(ledgerText(claims, (at) => at < count - n));
      undone++;
    }
    if (count <= 18) expect((await undo(box)).err).toContain('there is nothing to undo');
  }
  expect(undone).toBeGreaterThanOrEqual(20);
});

test('thirty processes write at once, twenty are kept, and twenty processes undo them at once', async () => {
  for (let round = 0; round < SOAK; round++) {
    const box = sandbox(ledgerText(30, () => false));
    const writers = Array.from({ length: 30 }, (_, n) => ended(marker(box, n, n + 1)));
    expect(await Promise.all(writers)).toEqual(Array(30).fill(0));
    expect(entries(box)).toHaveLength(20);
    const undoers = Array.from({ length: 20 }, () => ended(undoer(box)));
    expect(await Promise.all(undoers)).toEqual(Array(20).fill(0));
    const left = marked(box.read('ledger.yaml'));
    expect(left).toHaveLength(10);
    expect(box.read('ledger.yaml')).toBe(ledgerText(30, (n) => left.includes(n)));
    expect(entries(box)).toEqual([]);
  }
});

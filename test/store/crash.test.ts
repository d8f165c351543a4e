import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, sandbox } from '../sandbox.ts';
import { SOAK } from '../soak.ts';

const DAY = '2024-02-01';
const CLAIMS = 400;

/** A ledger whose claims are marked as far as `isMarked` says, as the program writes it. */
function ledgerText(claims: number, isMarked: (n: number) => boolean): string {
  const items = Array.from({ length: claims }, (_, n) => {
    const verdicts = isMarked(n) ? `    verdicts:\n      - date: ${DAY}\n        status: pending\n` : '';
    return `  # claim ${n}\n  - id: claim-${n}\n    text: "Żuraw ${n}" # – 港\n${verdicts}`;
  });
  return `factledger: 1\narticle: { title: T }\n\nclaims:\n${items.join('')}`;
}

const isMarkedIn = (text: string, n: number) =>
  text.includes(`- id: claim-${n}\n    text: "Żuraw ${n}" # – 港\n    verd`);

function countMarked(text: string, from: number, to: number): number {
  let count = 0;
  for (let n = from; n < to; n++) if (isMarkedIn(text, n)) count++;
  return count;
}

const marker = (path: string, from: number, to: number) =>
  spawn(process.execPath, [join(ROOT, 'test/store/marker.js'), path, String(from), String(to), DAY], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const ready = (child: ChildProcess) => new Promise((resolve) => child.stdout?.once('data', resolve));
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A writer that runs until it is killed at a random moment. */
async function killed(path: string, from: number, to: number): Promise<void> {
  const child = marker(path, from, to);
  const end = ended(child);
  await ready(child);
  await wait(Math.random() * 60);
  child.kill('SIGKILL');
  await end;
}

/** A writer that is killed as soon as a new text of the file is on its way. */
async function killedWriting(path: string, from: number, to: number): Promise<void> {
  const child = marker(path, from, to);
  const end = ended(child);
  await ready(child);
  const watcher = watch(dirname(path), (_, name) => {
    if (name?.endsWith('.tmp')) child.kill('SIGKILL');
  });
  await end;
  watcher.close();
}

test('writers, two at a time, killed at random moments and within a write: whole files, no lock left', async () => {
  let marks = 0;
  for (let round = 0; round < 12 * SOAK || (marks < 20 && round < 100 * SOAK); round++) {
    const path = sandbox().write(
      'ledger.yaml',
      ledgerText(CLAIMS, () => false),
    );
    const half = CLAIMS / 2;
    await Promise.all([killed(path, 0, half), killedWriting(path, half, CLAIMS)]);
    const text = readFileSync(path, 'utf8');
    // Each marked its claims in order, so what is there is known to the byte.
    const [first, second] = [countMarked(text, 0, half), countMarked(text, half, CLAIMS)];
    const expected = ledgerText(CLAIMS, (n) => (n < half ? n < first : n < half + second));
    expect(text === expected, `round ${round}`).toBe(true);
    marks += first + second;
    if (round % 10 === 0) {
      expect(await ended(marker(path, CLAIMS - 1, CLAIMS))).toBe(0);
      expect(isMarkedIn(readFileSync(path, 'utf8'), CLAIMS - 1)).toBe(true);
      expect(readdirSync(dirname(path))).toEqual(['ledger.yaml']);
    }
  }
  // Otherwise the kills came too early to say anything.
  expect(marks).toBeGreaterThanOrEqual(20);
});

test('fifty processes mark fifty claims of one file at once: fifty verdicts', async () => {
  for (let round = 0; round < SOAK; round++) {
    const path = sandbox().write(
      'ledger.yaml',
      ledgerText(50, () => false),
    );
    const writers = Array.from({ length: 50 }, (_, n) => ended(marker(path, n, n + 1)));
    expect(await Promise.all(writers)).toEqual(Array(50).fill(0));
    expect(readFileSync(path, 'utf8')).toBe(ledgerText(50, () => true));
    expect(readdirSync(dirname(path))).toEqual(['ledger.yaml']);
  }
});

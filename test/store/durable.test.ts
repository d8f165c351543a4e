import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test, vi } from 'vitest';
import { update } from '../../src/store/save.ts';
import { sandbox } from '../sandbox.ts';

const steps = vi.hoisted((): string[] => []);
const files = vi.hoisted((): Map<number, string> => new Map());

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    openSync(path: string, ...rest: [string, number?]) {
      const handle = fs.openSync(path, ...rest);
      files.set(handle, path);
      return handle;
    },
    fsyncSync(handle: number) {
      steps.push(`fsync ${files.get(handle)}`);
      fs.fsyncSync(handle);
    },
  };
});

vi.mock('fs-native-extensions', async (original) => {
  const native = await original<typeof import('fs-native-extensions')>();
  return {
    ...native,
    swapSync(one: string, other: string) {
      // Whoever opens the file once it is in place must not get its lock.
      const handle = openSync(one, 'r+');
      steps.push(native.tryLock(handle, 2 ** 52, 1) ? 'exchange, unlocked' : 'exchange, locked');
      closeSync(handle);
      native.swapSync(one, other);
    },
  };
});

test('the new text is on the disk and locked before it stands in its place, and the change of place after', async () => {
  const path = sandbox().write('ledger.yaml', 'old\n');
  const edit = (text: string) => `${text}new\n`;
  const patience = { quiet: 1e9, most: 1e9, tell: async () => undefined };
  expect(await update([{ path, file: 'ledger.yaml', edit }], patience, null)).toMatchObject({ failure: null });
  expect(steps).toEqual([
    expect.stringMatching(/^fsync .*\.factledger-[0-9a-f]{16}-\w+\.tmp$/),
    'exchange, locked',
    `fsync ${dirname(path)}`,
  ]);
});

import { expect, test } from 'vitest';
import { stateFolder } from '../../src/store/state-folder.ts';

test.runIf(process.platform !== 'win32').each([
  [{ XDG_STATE_HOME: '/state', HOME: '/home/a' }, '/state/factledger'],
  [{ HOME: '/home/a' }, '/home/a/.local/state/factledger'],
  [{ XDG_STATE_HOME: '', HOME: '/home/a' }, '/home/a/.local/state/factledger'],
  // The specification says to ignore what is relative.
  [{ XDG_STATE_HOME: 'state', HOME: '/home/a' }, '/home/a/.local/state/factledger'],
  [{ XDG_STATE_HOME: 'state', HOME: 'home' }, null],
  [{ HOME: '' }, null],
  [{}, null],
])('%j: %s', (env, folder) => expect(stateFolder(env)).toBe(folder));

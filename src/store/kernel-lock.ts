import { constants } from 'node:os';
import type { KernelLocks } from './lock-kind.ts';
import { errorCode } from './system-error.ts';

type Native = typeof import('fs-native-extensions');

/**
 * The byte that is locked, far after the end of any ledger: where a lock keeps readers out too (Windows), they never
 * come near it.
 */
const LOCKED_BYTE = 2 ** 52;
/** What the system says where a file system has no locks; the package has no name for ENOLCK. */
const NO_LOCKS = [`Unknown system error -${constants.errno.ENOLCK}`, 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'];

/** Loaded by what writes only; null on a system for which the package brings no binary. */
export async function nativeFiles(): Promise<Native | null> {
  try {
    return await import('fs-native-extensions');
  } catch {
    return null;
  }
}

/** The locks that this system has. */
export async function kernelLocks(): Promise<KernelLocks> {
  const native = await nativeFiles();
  if (native) return byteLocks(native);
  return process.platform === 'linux' ? (await import('./socket-lock.ts')).socketLocks : noLocks;
}

/** Locks on a byte of the file itself (on Linux, fcntl's of the open file); closing the file lets go of them. */
function byteLocks(native: Native): KernelLocks {
  const release = () => undefined;
  return {
    async tryTake(handle) {
      try {
        return native.tryLock(handle, LOCKED_BYTE, 1) ? release : null;
      } catch (error) {
        if (NO_LOCKS.includes(errorCode(error))) return 'none';
        throw error;
      }
    },
    async take(handle) {
      await native.waitForLock(handle, LOCKED_BYTE, 1);
      return release;
    },
  };
}

const noLocks: KernelLocks = {
  tryTake: async () => 'none',
  take: async () => {
    throw new Error('there is no lock to wait for');
  },
};

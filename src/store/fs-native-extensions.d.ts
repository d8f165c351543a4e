/** The part of the package that is used here; it comes without types of its own. */
declare module 'fs-native-extensions' {
  /** Asks for an exclusive lock on `length` bytes from `offset` on; false if another open file holds it. */
  export function tryLock(handle: number, offset: number, length: number): boolean;
  /** Waits for that lock, in a thread of its own. */
  export function waitForLock(handle: number, offset: number, length: number): Promise<void>;
  /** Exchanges what two paths name, atomically on Linux and macOS. */
  export function swapSync(one: string, other: string): void;
}

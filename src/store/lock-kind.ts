/** Lets go of a lock. The kernel does so, too, when the process ends, however it ends. */
export type Release = () => void;

/** The kernel's locks on open files: one holder at a time, whatever paths lead to the file. */
export interface KernelLocks {
  /** @returns null where another one has the lock; `none` where there are no locks for this file */
  readonly tryTake: (handle: number) => Promise<Release | 'none' | null>;
  /** Waits for the lock in the kernel, not by asking again and again. */
  readonly take: (handle: number) => Promise<Release>;
}

/** What was thrown, as an error that may tell of a failed system call. */
export const systemError = (error: unknown): NodeJS.ErrnoException =>
  error instanceof Error ? error : new Error(String(error));

/** The code of a failed system call, such as ENOENT; empty where it was none. */
export const errorCode = (error: unknown): string => systemError(error).code ?? '';

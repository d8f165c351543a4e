import type { Answer } from '../flow/verb.ts';

/** 0: done. 1: it ran, and the answer is no. 2: it could not run. */
export const COULD_NOT_RUN = 2;

export const exitCode = (answer: Answer): number => (answer === 'no' ? 1 : 0);

/** 0: done. 1: it ran, and the answer is no. 2: it could not run. */
export const DONE = 0;
export const NO = 1;
export const COULD_NOT_RUN = 2;

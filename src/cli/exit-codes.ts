/** 0: done. 1: it ran, and the answer is no. 2: it could not run. 130: it was broken off by Ctrl-C, as shells count it. */
export const DONE = 0;
export const NO = 1;
export const COULD_NOT_RUN = 2;
export const INTERRUPTED = 130;

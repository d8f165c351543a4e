/** How many times more of everything: `npm run soak` takes its time. */
export const SOAK = Number(process.env.SOAK ?? '1');

/** How often a property is tried: the same tries in every run of the tests, others each time in a soak. */
export const runs = (times: number) => (SOAK === 1 ? { numRuns: times, seed: 20200914 } : { numRuns: times * SOAK });

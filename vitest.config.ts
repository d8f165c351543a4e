import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Takes a page as text, as the build does. */
const pages = {
  name: 'pages',
  transform: (code: string, id: string) => (id.endsWith('.md') ? `export default ${JSON.stringify(code)};` : null),
};

const TESTS = ['test/**/*.test.ts'];
/** They put something else in the place of a module, which others must not get. */
const REPLACING = ['test/store/durable.test.ts', 'test/store/windows.test.ts'];

/** What spawned commands have done, kept out of the home; test/build.ts removes it. */
const STATE = join(tmpdir(), `factledger-tests-${process.pid}`);
process.env.XDG_STATE_HOME = STATE;

export default defineConfig({
  plugins: [pages],
  test: {
    projects: [
      // One load of the program serves many files: they keep nothing of each other.
      { extends: true, test: { name: 'together', include: TESTS, exclude: REPLACING, isolate: false } },
      { extends: true, test: { name: 'apart', include: REPLACING } },
    ],
    globalSetup: ['test/build.ts'],
    // All processors: left to itself, the runner keeps one of two for nothing.
    maxWorkers: '100%',
    reporters: ['./test/skipped.ts', 'default'],
    // A verdict's day is the local one: a zone away from UTC shows where that is mixed up.
    env: {
      TZ: 'Europe/Warsaw',
      NO_COLOR: '',
      FORCE_COLOR: '0',
      FACTLEDGER_BY: '',
      FACTLEDGER_FILE: '',
      // What is kept at home is no business of the tests; those of the cache have folders of their own.
      FACTLEDGER_NO_CACHE: '1',
      XDG_STATE_HOME: STATE,
    },
    // Far more than they take: a machine may have other work to do.
    testTimeout: process.env.SOAK ? 3_600_000 : 600_000,
  },
});

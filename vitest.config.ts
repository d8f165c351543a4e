import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    // A verdict's day is the local one: a zone away from UTC shows where that is mixed up.
    env: { TZ: 'Europe/Warsaw', NO_COLOR: '', FORCE_COLOR: '0', FACTLEDGER_BY: '', FACTLEDGER_FILE: '' },
    testTimeout: 60_000,
  },
});

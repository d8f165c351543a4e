import type { Reporter, TestModule } from 'vitest/node';

/** Tells at the end of a run which tests were left out, and why, a line each. */
export default class Skipped implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        const why = result.state === 'skipped' && result.note ? result.note : 'no reason is given';
        console.log(`skipped: ${test.fullName}: ${why}`);
      }
    }
  }
}

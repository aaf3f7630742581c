import { writeFileSync } from 'node:fs';

/**
 * Leaves the count of tests where MNEME_TEST_COUNT names a file: `{ passed, failed, skipped }`.
 * @type {import('vitest/node').Reporter}
 */
export const countTests = {
  onTestRunEnd(modules, errors) {
    const path = process.env.MNEME_TEST_COUNT;
    if (path === undefined) return;
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      for (const state of states) count[state] += 1;
      // A file that could not be loaded has no tests to fail.
      if (module.state() === 'failed' && !states.includes('failed')) count.failed += 1;
    }
    writeFileSync(path, JSON.stringify(count));
  },
};

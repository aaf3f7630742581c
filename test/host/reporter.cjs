// Mocha's `spec`, which also leaves the count where MNEME_TEST_COUNT names a file.
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class extends reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const path = process.env.MNEME_TEST_COUNT;
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      if (path) writeFileSync(path, JSON.stringify({ passed, failed, skipped }));
    });
  }
};

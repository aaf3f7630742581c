import { defineConfig } from 'vitest/config';
import { countTests } from '../host/count-tests.mjs';

// UI tests: each file starts a VS Code of its own, so one at a time on a small machine.
export default defineConfig({
  test: {
    include: ['test/ui/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ['verbose', countTests],
  },
});

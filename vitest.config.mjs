import { defineConfig } from 'vitest/config';
import { countTests } from './test/host/count-tests.mjs';

// Unit tests: real SQLite, git and Orama in temp folders, so a process each and no shared state.
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    reporters: ['default', countTests],
  },
});

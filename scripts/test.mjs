// Everything that is checked, from a fresh clone: `npm test`. Loads nothing that setup installs.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ENV, exitCodeOf, ROOT } from './process.mjs';
import { setUp } from './setup.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const COUNTS = join(ROOT, 'artefacts', 'test');

/**
 * Each step is an npm script. One that counts its tests leaves the count in the file that
 * MNEME_TEST_COUNT names; any other is one check.
 * @type {{ name: string, script: readonly string[], counts?: boolean }[]}
 */
const STEPS = [
  { name: 'format', script: ['format:check'] },
  { name: 'lint', script: ['lint'] },
  { name: 'types', script: ['typecheck'] },
  { name: 'unit', script: ['unit'], counts: true },
  { name: 'package', script: ['package'] },
  { name: 'integration', script: ['integration'], counts: true },
  { name: 'ui', script: ['ui'], counts: true },
  { name: 'vsix', script: ['try', '--', '--check', '--packaged'] },
];

const started = Date.now();
await setUp();
await rm(COUNTS, { recursive: true, force: true });
await mkdir(COUNTS, { recursive: true });

/** @type {(Count & { step: string, seconds: number })[]} */
const rows = [];
for (const step of STEPS) {
  const from = Date.now();
  console.log(`\n── ${step.name}`);
  const count = await outcomeOf(step);
  const { passed, failed, skipped } = count;
  rows.push({ step: step.name, passed, failed, skipped, seconds: seconds(from) });
}
console.table(rows);
console.log(`${seconds(started)} s`);
const sum = (/** @type {keyof Count} */ what) => rows.reduce((all, row) => all + row[what], 0);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);

/**
 * @param {(typeof STEPS)[number]} step
 * @returns {Promise<Count>}
 */
async function outcomeOf({ name, script, counts = false }) {
  const path = join(COUNTS, `${name}.json`);
  const env = { ...ENV, MNEME_TEST_COUNT: path };
  const code = await exitCodeOf('npm', ['run', '--silent', ...script], { env });
  if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  /** @type {Count} */
  const none = { passed: 0, failed: 0, skipped: 0 };
  const count = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text),
    () => none,
  );
  // A run that broke off, or had nothing to run, has failed whatever it counted until then.
  const broken = (code !== 0 || count.passed === 0) && count.failed === 0;
  return broken ? { ...count, failed: 1 } : count;
}

/** @param {number} from */
function seconds(from) {
  return Math.round((Date.now() - from) / 1000);
}

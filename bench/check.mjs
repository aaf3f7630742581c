// npm run -s bench:check -- --repository DIR [--files N] [--changed N]: how fast a hundred rules are
// held against a repository, next to ESLint alone with the same lint rules.
// Bundles the runner with the sources as they ship; each of the three runs in a process of its own.
// Prints JSON lines only.
import { benchMain } from './bundles.mjs';
import { exitCodeOf, NODE, ROOT } from '../scripts/process.mjs';

/** Megabytes of heap, as the engine's thread for detectors has: with room, nothing would be given back. */
const HEAP = 512;

const main = await benchMain('check');
for (const what of ['mneme', 'mneme-lint', 'eslint']) {
  const code = await exitCodeOf(
    NODE,
    [
      `--max-old-space-size=${HEAP}`,
      main,
      '--root',
      ROOT,
      '--what',
      what,
      ...process.argv.slice(2),
    ],
    { cwd: process.cwd() },
  );
  if (code !== 0) {
    process.exitCode = code;
    break;
  }
}

// npm run -s bench:learning -- --data DIR [--sets a,b] [--seeds N] [--queries N] [--recurrences N]
//   [--split odd|even|all]: how recall changes with what came of it. Bundles the runner with the
// engine as it ships and runs it; prints JSON lines only.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { exitCodeOf, NODE, ROOT } from '../scripts/process.mjs';

const folder = await mkdtemp(join(tmpdir(), 'mneme-bench-'));
try {
  const runner = join(folder, 'runner.cjs');
  await build({
    entryPoints: [join(ROOT, 'bench', 'learning', 'main.ts')],
    outfile: runner,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    loader: { '.node': 'copy' },
    logLevel: 'error',
  });
  const words = join(ROOT, 'models', 'software-words-2.bin');
  process.exitCode = await exitCodeOf(NODE, [runner, '--words', words, ...process.argv.slice(2)], {
    cwd: process.cwd(),
  });
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

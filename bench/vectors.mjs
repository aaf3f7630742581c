// npm run -s bench:vectors -- [--rows 10000] [--dimensions 256] [--queries 200]: how quickly and how
// well vectors are found, beside a plain scan in the same run. Prints JSON lines only.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { exitCodeOf, NODE, ROOT } from '../scripts/process.mjs';

const folder = await mkdtemp(join(tmpdir(), 'mneme-bench-'));
try {
  const runner = join(folder, 'runner.cjs');
  await build({
    entryPoints: [join(ROOT, 'bench', 'vectors', 'main.ts')],
    outfile: runner,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    logLevel: 'error',
  });
  process.exitCode = await exitCodeOf(NODE, [runner, '--folder', folder, ...process.argv.slice(2)]);
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

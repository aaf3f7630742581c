// Bundles what a benchmark runs, apart from what ships: the engine as it ships, and the benchmark.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { NODE, ROOT, run } from '../scripts/process.mjs';

/** Out of the way, and within the tree, so that packages are found from there. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'mneme-bench');

/**
 * @param {string} name of the benchmark: its main module is `bench/NAME/main.ts`
 * @returns {Promise<{ engine: string, main: string }>} paths of the worker's script and the benchmark's
 */
export async function benchBundles(name) {
  const folder = join(CACHE, name);
  await mkdir(folder, { recursive: true });
  const shipped = join(folder, 'dist');
  await run(NODE, [join(ROOT, 'scripts', 'build.mjs'), '--production', '--out', shipped], {
    stdio: ['ignore', 2, 2],
  });
  const main = join(folder, 'main.mjs');
  await build({
    entryPoints: [join(ROOT, 'bench', name, 'main.ts')],
    outfile: main,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return { engine: join(shipped, 'engine.js'), main };
}

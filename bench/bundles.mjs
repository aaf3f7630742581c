// Bundles what a benchmark runs, apart from what ships.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { NODE, ROOT, run } from '../scripts/process.mjs';

/** Out of the way, and within the tree, so that packages are found from there. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'mneme-bench');

/**
 * The engine as it ships.
 * @param {string} name of the benchmark
 * @returns {Promise<string>} path of the worker's script
 */
export async function benchEngine(name) {
  const out = join(CACHE, name, 'dist');
  await run(NODE, [join(ROOT, 'scripts', 'build.mjs'), '--production', '--out', out], {
    stdio: ['ignore', 2, 2],
  });
  return join(out, 'engine.js');
}

/**
 * The benchmark itself.
 * @param {string} name its main module is `bench/NAME/main.ts`
 * @returns {Promise<string>} path of its script
 */
export async function benchMain(name) {
  const folder = join(CACHE, name);
  await mkdir(folder, { recursive: true });
  const main = join(folder, 'main.mjs');
  await build({
    entryPoints: [join(ROOT, 'bench', name, 'main.ts')],
    outfile: main,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    // The engine's sources look for what ships with them from where they lie.
    banner: { js: `const __dirname = ${JSON.stringify(join(ROOT, 'src', 'engine'))};` },
    logLevel: 'error',
  });
  return main;
}

// Bundles what a benchmark runs, apart from what ships.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { exitCodeOf, NODE, ROOT, run } from '../scripts/process.mjs';
import { TREE_SITTER } from '../scripts/tree-sitter.mjs';

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

/**
 * Runs a benchmark with the engine in its own process, everything in one bundle, on the arguments of
 * this one and with the table of word vectors that ships.
 * @param {string} name of the benchmark
 * @returns {Promise<number>} its exit code
 */
export async function runWithWords(name) {
  const folder = await mkdtemp(join(tmpdir(), 'mneme-bench-'));
  try {
    const runner = join(folder, 'runner.cjs');
    await build({
      entryPoints: [join(ROOT, 'bench', name, 'main.ts')],
      outfile: runner,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node22',
      loader: { '.node': 'copy' },
      alias: TREE_SITTER,
      logLevel: 'error',
    });
    const words = join(ROOT, 'models', 'software-words-3.bin');
    return await exitCodeOf(NODE, [runner, '--words', words, ...process.argv.slice(2)], {
      cwd: process.cwd(),
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

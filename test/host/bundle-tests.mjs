// Bundles the integration tests, one file each: the extension host loads plain CommonJS.
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/process.mjs';

/** @returns {Promise<string>} the pattern of the files to run, from the root */
export async function bundleTests() {
  const outdir = join(ROOT, 'out', 'integration');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: globSync('test/integration/**/*.test.ts', { cwd: ROOT }),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    packages: 'external',
    external: ['vscode'],
  });
  return 'out/integration/**/*.test.js';
}

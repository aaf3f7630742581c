// Bundles what ships: `node scripts/build.mjs [--production] [--watch]`.
import { existsSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const { values } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
  },
});

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  minify: values.production,
  sourcemap: values.production ? false : 'linked',
  define: { 'process.env.NODE_ENV': values.production ? '"production"' : '"development"' },
  legalComments: 'none',
  logLevel: 'info',
};

/** @type {esbuild.BuildOptions} */
const onNode = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  // SQLite's binary lies beside the bundles, and they share it.
  loader: { '.node': 'copy' },
  assetNames: '[name]',
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  {
    ...onNode,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  { ...onNode, entryPoints: ['src/engine/worker.ts'], outfile: 'dist/engine.js' },
  {
    ...onNode,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/mneme.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...common,
    entryPoints: ['webview/main.ts'],
    outfile: 'dist/webview/panel.js',
    platform: 'browser',
    format: 'iife',
    target: 'chrome130',
  },
].filter(({ entryPoints: [entry] }) => {
  const written = existsSync(entry);
  if (!written) console.warn(`not written yet, so not built: ${entry}`);
  return written;
});

await rm('dist', { recursive: true, force: true });
if (values.watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  if (existsSync('dist/mneme.js')) await chmod('dist/mneme.js', 0o755);
}

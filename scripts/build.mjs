// Bundles what ships: `node scripts/build.mjs [--production] [--watch]`.
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
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  // SQLite's binary lies beside the bundles, and they share it.
  loader: { '.node': 'copy' },
  assetNames: '[name]',
};

/**
 * Zod carries its messages in some fifty languages, a third of the panel's size; only parse errors
 * for the log use them, so English is enough.
 * @type {esbuild.Plugin}
 */
const oneLocale = {
  name: 'one-locale',
  setup(build) {
    build.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/** @type {esbuild.BuildOptions} */
const page = {
  ...common,
  platform: 'browser',
  format: 'iife',
  target: 'chrome130',
  loader: { '.svg': 'text' },
  plugins: [oneLocale],
};

/** @type {[entry: string, outfile: string, options: esbuild.BuildOptions][]} */
const BUNDLES = [
  ['src/extension.ts', 'dist/extension.js', { ...node, external: ['vscode'] }],
  ['src/engine/worker.ts', 'dist/engine.js', node],
  ['src/cli/main.ts', 'dist/mneme.js', { ...node, banner: { js: '#!/usr/bin/env node' } }],
  ['webview/main.ts', 'dist/webview/panel.js', page],
];

const bundles = BUNDLES.map(([entry, outfile, options]) => ({
  ...options,
  entryPoints: [entry],
  outfile,
}));

await rm('dist', { recursive: true, force: true });
if (values.watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  await chmod('dist/mneme.js', 0o755);
}

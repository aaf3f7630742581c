// Bundles what ships: `node scripts/build.mjs [--production] [--watch] [--out FOLDER]`.
import { chmod, cp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { extensionBundle } from './extension-bundle.mjs';
import { lintApart, lintBundles } from './lint-bundles.mjs';
import { notices } from './notices.mjs';
import { TREE_SITTER } from './tree-sitter.mjs';

const { values } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
  },
});

/** Grammars, their runtime and ast-grep, in WebAssembly: `src/syntax/wasm-files.ts` finds them. */
const LANGUAGES = 'bash c-sharp css go java javascript python rust tsx typescript'.split(' ');
const WASM = [
  ...LANGUAGES.map((name) => `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`),
  'tree-sitter-html/tree-sitter-html.wasm',
  'web-tree-sitter/web-tree-sitter.wasm',
  '@ast-grep/wasm/wasm_bg.wasm',
];

/** The word vectors lie beside the bundles too. */
const WORDS = 'models/software-words-3.bin';

/**
 * Zod carries its messages in some fifty languages; only parse errors for the log use them, so
 * English is enough.
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
const common = {
  bundle: true,
  minify: values.production,
  sourcemap: values.production ? false : 'linked',
  define: { 'process.env.NODE_ENV': values.production ? '"production"' : '"development"' },
  legalComments: 'none',
  alias: TREE_SITTER,
  logLevel: 'info',
  plugins: [oneLocale],
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
 * The table of tokens is 3 MB, and a bundle is parsed whole at each start: so it is a file of its
 * own, which the engine and the program share and load when first something is to be counted.
 * @type {esbuild.Plugin}
 */
const tokensApart = {
  name: 'tokens-apart',
  setup(build) {
    build.onResolve({ filter: /^gpt-tokenizer\// }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './tokens.js', external: true },
    );
  },
};

/** @type {esbuild.BuildOptions} */
const page = {
  ...common,
  platform: 'browser',
  format: 'iife',
  target: 'chrome130',
  loader: { '.svg': 'text' },
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  extensionBundle(node, values.out),
  {
    ...node,
    entryPoints: ['src/engine/worker.ts'],
    outfile: join(values.out, 'engine.js'),
    plugins: [oneLocale, tokensApart, lintApart],
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: join(values.out, 'mneme.js'),
    plugins: [oneLocale, tokensApart, lintApart],
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...node,
    entryPoints: ['src/engine/checking/thread.ts'],
    outfile: join(values.out, 'detectors.js'),
    plugins: [oneLocale, lintApart],
  },
  ...lintBundles(node, values.out),
  {
    ...node,
    entryPoints: ['gpt-tokenizer/encoding/o200k_base'],
    outfile: join(values.out, 'tokens.js'),
  },
  {
    ...page,
    entryPoints: ['webview/main.ts'],
    outfile: join(values.out, 'webview', 'panel.js'),
  },
];

await rm(values.out, { recursive: true, force: true });
await cp(WORDS, join(values.out, basename(WORDS)));
for (const file of WASM) {
  await cp(join('node_modules', file), join(values.out, 'grammars', basename(file)));
}
if (values.watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  const built = await Promise.all(
    bundles.map((bundle) => esbuild.build({ ...bundle, metafile: true })),
  );
  await chmod(join(values.out, 'mneme.js'), 0o755);
  if (values.production) {
    const metafiles = built.map(({ metafile }) => metafile);
    await writeFile(join(values.out, 'THIRD-PARTY-NOTICES.txt'), await notices(metafiles));
  }
}

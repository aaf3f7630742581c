// How the extension is bundled: what VS Code compiles at each activation is kept small.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as esbuild from 'esbuild';

/**
 * In CommonJS each `import * as vscode` would copy some five hundred getters, for each file anew: a
 * tenth of activation. The module's own object does as well.
 * @type {esbuild.Plugin}
 */
const vscodeAsItIs = {
  name: 'vscode-as-it-is',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        "import * as vscode from 'vscode';",
        "const vscode = require('vscode');",
      ),
      loader: 'ts',
    }));
  },
};

/**
 * Puts what an `import()` loads into files of its own. esbuild splits ES modules alone, and VS Code
 * loads those through hooks of its own; so each file becomes CommonJS once the code is split.
 * @type {esbuild.Plugin}
 */
const splitCommonJs = {
  name: 'split-common-js',
  setup(build) {
    const { minify = false, sourcemap } = build.initialOptions;
    Object.assign(build.initialOptions, {
      format: 'esm',
      splitting: true,
      sourcemap: sourcemap ? 'inline' : false,
      write: false,
    });
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const { code } = await esbuild.transform(text, {
          format: 'cjs',
          platform: 'node',
          target: 'node22',
          minify,
          sourcemap: sourcemap ? 'inline' : false,
          sourcefile: path,
          supported: { 'dynamic-import': false },
        });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, code);
      }
    });
  },
};

/**
 * `extension.js`, and what it loads later in `extension/`.
 * @param {esbuild.BuildOptions} node
 * @param {string} outdir
 * @returns {esbuild.BuildOptions}
 */
export function extensionBundle(node, outdir) {
  return {
    ...node,
    entryPoints: ['src/extension.ts'],
    outdir,
    chunkNames: 'extension/[hash]',
    external: ['vscode'],
    plugins: [...(node.plugins ?? []), vscodeAsItIs, splitCommonJs],
  };
}

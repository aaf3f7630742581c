import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { plugin } from 'typescript-eslint';
import { ROOT } from './process.mjs';

const require = createRequire(import.meta.url);
const ESLINT = dirname(require.resolve('eslint/package.json'));
const PARSER = require.resolve('@typescript-eslint/parser', {
  paths: [require.resolve('typescript-eslint')],
});
const RULES = dirname(
  require.resolve('@typescript-eslint/eslint-plugin/use-at-your-own-risk/rules', {
    paths: [require.resolve('typescript-eslint')],
  }),
);

/**
 * ESLint and TypeScript's parser are files of their own beside the bundles: who imports them gets
 * them when first a lint rule is run, and they are there once for all.
 * @type {import('esbuild').Plugin}
 */
export const lintApart = {
  name: 'lint-apart',
  setup(build) {
    build.onResolve({ filter: /^eslint(?:\/.*)?$/ }, () => ({
      path: './eslint.js',
      external: true,
    }));
    build.onResolve({ filter: /^typescript-eslint$/ }, () => ({
      path: './typescript-parser.js',
      external: true,
    }));
  },
};

/**
 * @param {import('esbuild').BuildOptions} node what all bundles for Node have in common
 * @param {string} out the folder of the bundles
 * @returns {import('esbuild').BuildOptions[]}
 */
export function lintBundles(node, out) {
  return [
    { ...node, stdin: module(eslint()), outfile: join(out, 'eslint.js') },
    {
      ...node,
      stdin: module(typescript()),
      outfile: join(out, 'typescript-parser.js'),
      plugins: [...(node.plugins ?? []), lintApart],
    },
  ];
}

/** @param {string} contents */
function module(contents) {
  return { contents, resolveDir: ROOT };
}

/** What runs in browsers too, which leaves out files and settings, and what the other file asks for. */
function eslint() {
  return `
    exports.Linter = require('eslint/universal').Linter;
    exports.SourceCode = require(${JSON.stringify(join(ESLINT, 'lib/languages/js/source-code'))}).SourceCode;
    exports.builtinRules = require(${JSON.stringify(join(ESLINT, 'lib/rules'))});
    // Base classes of what is never built here.
    exports.RuleTester = exports.ESLint = class {};
  `;
}

/** The parser, and the rules that need no types. */
function typescript() {
  // Their declarations leave the rules out.
  const { rules: all } =
    /** @type {{ rules: Record<string, import('eslint').Rule.RuleModule> }} */ (
      /** @type {unknown} */ (plugin)
    );
  const rules = Object.entries(all)
    .filter(([, { meta }]) => !(/** @type {any} */ (meta?.docs)?.requiresTypeChecking))
    .map(([name]) => {
      const file = JSON.stringify(join(RULES, `${name}.js`));
      return `${JSON.stringify(name)}: require(${file}).default`;
    });
  return `
    exports.parser = require(${JSON.stringify(PARSER)});
    exports.plugin = { rules: { ${rules.join(', ')} } };
  `;
}

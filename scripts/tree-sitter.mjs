import { join } from 'node:path';
import { ROOT } from './process.mjs';

/**
 * Tree-sitter's runtime for bundles in CommonJS, as esbuild's `alias`: its build as an ES module asks
 * where it lies, which such a bundle can not tell.
 */
export const TREE_SITTER = {
  'web-tree-sitter': join(ROOT, 'node_modules', 'web-tree-sitter', 'web-tree-sitter.cjs'),
};

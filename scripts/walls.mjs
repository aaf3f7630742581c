import { posix, relative, sep } from 'node:path';
import { ROOT } from './process.mjs';

const GROUND = ['src/memory'];
const KEPT = [...GROUND, 'src/store', 'src/index', 'src/protocol', 'src/syntax'];
const KNOWING = [...KEPT, 'src/recall', 'src/learning', 'src/rules'];

/**
 * The walls of docs/architecture.md: what each folder may import of the others.
 * @type {Record<string, readonly string[]>}
 */
const FOLDERS = {
  'src/memory': [],
  'src/store': GROUND,
  'src/index': GROUND,
  'src/protocol': GROUND,
  'src/syntax': GROUND,
  'src/recall': KEPT,
  'src/learning': KEPT,
  'src/rules': KEPT,
  'src/upkeep': KNOWING,
  'src/engine': [...KNOWING, 'src/upkeep'],
  'src/editor': [...GROUND, 'src/protocol', 'src/engine/worker-client'],
  'src/cli': [...GROUND, 'src/protocol', 'src/engine', 'src/store/location'],
  'src/extension': [...GROUND, 'src/protocol', 'src/editor', 'src/engine/worker-client'],
  webview: ['src/protocol'],
};

/**
 * What a folder may import types of, and nothing that runs.
 * @type {Record<string, readonly string[]>}
 */
const TYPES = { webview: GROUND };

/**
 * Packages that few may see.
 * @type {Record<string, readonly string[]>}
 */
const PACKAGES = {
  vscode: ['src/editor', 'src/extension', 'test/integration', 'bench'],
  '@vscode/sqlite3': ['src/store', 'bench'],
  'web-tree-sitter': ['src/syntax'],
  '@ast-grep/wasm': ['src/syntax'],
  re2js: ['src/syntax'],
  '@orama/orama': ['src/index', 'test/unit/index', 'bench'],
  // Deprecated upstream: one module registers it, so that one module has to change.
  '@vscode/webview-ui-toolkit': ['webview/toolkit'],
};

/**
 * What is wrong with an import, if anything is.
 * @param {string} file that imports, from the root, with slashes
 * @param {string} specifier
 * @param {boolean} typeOnly
 * @returns {string | undefined}
 */
export function breach(file, specifier, typeOnly) {
  const from = file.replace(/\.\w+$/, '');
  if (!specifier.startsWith('.')) {
    const name = Object.keys(PACKAGES).find((key) => isWithin(specifier, key));
    const may = name && PACKAGES[name];
    if (!may || may.some((place) => isWithin(from, place))) return undefined;
    return `Only ${may.join(', ')} may see ${name}.`;
  }
  const folder = Object.keys(FOLDERS).find((key) => isWithin(from, key));
  if (folder === undefined) return from.startsWith('src/') ? `${from} has no walls.` : undefined;
  const target = posix.join(posix.dirname(from), specifier);
  if (!isWithin(target, 'src') && !isWithin(target, 'webview')) return undefined;
  const types = typeOnly ? (TYPES[folder] ?? []) : [];
  const may = [folder, ...(FOLDERS[folder] ?? []), ...types];
  if (may.some((place) => isWithin(target, place))) return undefined;
  return `${folder} may not import ${target}: it may import ${may.slice(1).join(', ') || 'nothing of ours'}.`;
}

/**
 * @param {string} path
 * @param {string} place
 */
function isWithin(path, place) {
  return path === place || path.startsWith(`${place}/`);
}

/**
 * The walls as a lint rule.
 * @type {import('eslint').Rule.RuleModule}
 */
export const walls = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(ROOT, context.filename).split(sep).join('/');
    const check = (/** @type {any} */ node) => {
      if (typeof node.source?.value !== 'string') return;
      const typeOnly = [node.importKind, node.exportKind].includes('type');
      const message = breach(file, node.source.value, typeOnly);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
};

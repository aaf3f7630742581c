import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The packages that hold them, for whoever runs the sources. */
const PACKAGES = [
  '@vscode/tree-sitter-wasm/wasm',
  'tree-sitter-html',
  'web-tree-sitter',
  '@ast-grep/wasm',
];

/** Where the files of grammars, their runtime and ast-grep lie: WebAssembly, in one folder or some. */
export class WasmFiles {
  readonly #folders: readonly string[];

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** Those beside the bundles, or in the packages for whoever runs the sources from `folder`. */
  static beside(folder: string): WasmFiles {
    const shipped = join(folder, 'grammars');
    if (existsSync(shipped)) return new WasmFiles([shipped]);
    return new WasmFiles(PACKAGES.map((name) => join(folder, '../../node_modules', name)));
  }

  /** A file's path, be it there or not. */
  pathOf(file: string): string {
    const paths = this.#folders.map((folder) => join(folder, file));
    return paths.find(existsSync) ?? paths[0] ?? file;
  }
}

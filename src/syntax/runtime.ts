import type * as TreeSitterModule from 'web-tree-sitter';
import type { WasmFiles } from './wasm-files';

export type TreeSitter = typeof TreeSitterModule;

/** There is one in a process; started a second time, it would lose what the first one loaded. */
let runtime: Promise<TreeSitter> | undefined;

/** Tree-sitter's runtime, started when first asked for. */
export function treeSitter(files: WasmFiles): Promise<TreeSitter> {
  return (runtime ??= started(files));
}

async function started(files: WasmFiles): Promise<TreeSitter> {
  const module = await import('web-tree-sitter');
  await module.Parser.init({ locateFile: (file: string) => files.pathOf(file) });
  return module;
}

import { readFile } from 'node:fs/promises';
import type * as AstGrepModule from '@ast-grep/wasm/wasm_bg.js';
import type { Tree } from 'web-tree-sitter';
import { treeSitter, type TreeSitter } from './runtime';
import type { WasmFiles } from './wasm-files';

export type AstGrep = typeof AstGrepModule;

/** What lies in tree-sitter's memory until it is deleted. */
interface Held {
  delete(): void;
}

/** ast-grep, and what it makes in tree-sitter's memory, which it never frees. */
export interface StartedAstGrep {
  readonly sg: AstGrep;
  /** Does a piece of work, with the trees that were parsed in it and what frees all it made. */
  readonly keeping: <T>(work: () => T) => { result: T; trees: readonly Tree[]; free: () => void };
}

/** There is one in a process, as of the runtime that it works on. */
let started: Promise<StartedAstGrep> | undefined;

/**
 * ast-grep in WebAssembly (MIT, ast-grep.github.io), started when first asked for.
 * @throws when its file can not be read
 */
export function astGrep(files: WasmFiles): Promise<StartedAstGrep> {
  return (started ??= start(files));
}

/** Instantiates it by hand: imported as a module, Node would warn, and bundlers would each differ. */
async function start(files: WasmFiles): Promise<StartedAstGrep> {
  const runtime = await treeSitter(files);
  const sg = await import('@ast-grep/wasm/wasm_bg.js');
  const ledger = new Ledger();
  const { instance } = await WebAssembly.instantiate(await readFile(files.pathOf('wasm_bg.wasm')), {
    './wasm_bg.js': ledger.importsOf(sg, runtime),
  });
  sg.__wbg_set_wasm(instance.exports);
  const begin = instance.exports['__wbindgen_start'] as () => void;
  begin();
  await sg.initializeTreeSitter();
  return { sg, keeping: (work) => ledger.keeping(work) };
}

/** Writes down what ast-grep asks tree-sitter for while it is at work. */
class Ledger {
  #held: Held[] | undefined;
  #trees: Tree[] = [];

  keeping<T>(work: () => T): { result: T; trees: readonly Tree[]; free: () => void } {
    const [held, trees]: [Held[], Tree[]] = [[], []];
    [this.#held, this.#trees] = [held, trees];
    const free = (): void => {
      for (const each of held.splice(0).reverse()) each.delete();
    };
    try {
      return { result: work(), trees, free };
    } catch (error) {
      free();
      throw error;
    } finally {
      this.#held = undefined;
    }
  }

  /**
   * Its imports, with three of them watched: parsers, walks over a tree, and copies. Their names end
   * in a hash that changes with each build.
   */
  importsOf(sg: AstGrep, runtime: TreeSitter): WebAssembly.ModuleImports {
    const imports: Record<string, WebAssembly.ImportValue> = {};
    for (const [name, value] of Object.entries(sg as unknown as WebAssembly.ModuleImports)) {
      const make = value as (from: unknown) => unknown;
      if (name.startsWith('__wbg___new_')) imports[name] = () => this.#parserOf(runtime);
      else if (/^__wbg_(?:walk|copy)_/.test(name))
        imports[name] = (from: unknown) => this.#hold(make(from));
      else imports[name] = value;
    }
    return imports;
  }

  #parserOf({ Parser }: TreeSitter): unknown {
    const parser = new Parser();
    const parse = parser.parse.bind(parser);
    parser.parse = (...given) => {
      const tree = parse(...given);
      if (tree !== null) this.#trees.push(tree);
      this.#hold(tree);
      return tree;
    };
    return this.#hold(parser);
  }

  #hold(made: unknown): unknown {
    if (isHeld(made)) this.#held?.push(made);
    return made;
  }
}

function isHeld(value: unknown): value is Held {
  return typeof value === 'object' && value !== null && 'delete' in value;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as TreeSitterModule from '@vscode/tree-sitter-wasm';
import type { Language, Node, Parser } from '@vscode/tree-sitter-wasm';
import type { Parse, SyntaxNode } from './syntax-node';

/** The grammar for each of VS Code's language ids that has one here. */
const GRAMMARS: Readonly<Record<string, string>> = {
  csharp: 'c-sharp',
  css: 'css',
  go: 'go',
  java: 'java',
  javascript: 'javascript',
  javascriptreact: 'javascript',
  python: 'python',
  rust: 'rust',
  shellscript: 'bash',
  typescript: 'typescript',
  typescriptreact: 'tsx',
};

/** Nodes deeper than this are left out: hostile texts nest without end. */
const DEEPEST = 200;

/**
 * The grammars that ship, loaded when first asked for: tree-sitter in WebAssembly, some milliseconds
 * and one to five megabytes each.
 */
export class Grammars {
  readonly #folder: string;
  readonly #parsers = new Map<string, Promise<Parser>>();

  /** `folder` holds the grammars' files and the runtime's, as `@vscode/tree-sitter-wasm` names them. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Grammars beside the bundles, or in the package for whoever runs the sources from `folder`. */
  static beside(folder: string): Grammars {
    const places = ['grammars', '../../node_modules/@vscode/tree-sitter-wasm/wasm'];
    const found = places.map((place) => join(folder, place)).find(existsSync);
    return new Grammars(found ?? folder);
  }

  /**
   * The parser for a VS Code language id; `undefined` when there is no grammar for it.
   * @throws when the grammar's file can not be read
   */
  async parserOf(language: string | undefined): Promise<Parse | undefined> {
    const grammar = GRAMMARS[language ?? ''];
    if (grammar === undefined) return undefined;
    let parser = this.#parsers.get(grammar);
    if (parser === undefined) this.#parsers.set(grammar, (parser = this.#load(grammar)));
    const loaded = await parser;
    return (text) => parsed(loaded, text);
  }

  async #load(grammar: string): Promise<Parser> {
    const { Language, Parser } = await (runtime ??= started(this.#folder));
    const language: Language = await Language.load(
      join(this.#folder, `tree-sitter-${grammar}.wasm`),
    );
    const parser = new Parser();
    parser.setLanguage(language);
    return parser;
  }
}

type TreeSitter = typeof TreeSitterModule;

/** There is one in a process; started a second time, it would lose what the first one loaded. */
let runtime: Promise<TreeSitter> | undefined;

async function started(folder: string): Promise<TreeSitter> {
  const loaded: TreeSitter & { readonly default?: TreeSitter } =
    await import('@vscode/tree-sitter-wasm');
  // Where no bundler has been at work, Node gives a CommonJS module as `default`.
  const module = loaded.default ?? loaded;
  await module.Parser.init({ locateFile: (file: string) => join(folder, file) });
  return module;
}

/** Copies the tree out of WebAssembly's memory, which nothing would free otherwise. */
function parsed(parser: Parser, text: string): SyntaxNode {
  const tree = parser.parse(text);
  if (tree === null) return leaf('ERROR', 0, text.length);
  try {
    return copied(tree.rootNode, undefined, 0);
  } finally {
    tree.delete();
  }
}

function copied(node: Node, parent: SyntaxNode | undefined, depth: number): SyntaxNode {
  const { type, isNamed: named, startIndex: start, endIndex: end } = node;
  const children: SyntaxNode[] = [];
  const copy: SyntaxNode = { type, named, start, end, parent, children };
  if (depth < DEEPEST)
    for (const child of node.children)
      if (child !== null) children.push(copied(child, copy, depth + 1));
  return copy;
}

const leaf = (type: string, start: number, end: number): SyntaxNode => ({
  type,
  named: true,
  start,
  end,
  parent: undefined,
  children: [],
});

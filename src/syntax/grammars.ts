import type { Language, Node, Parser } from 'web-tree-sitter';
import { grammarFile, grammarOf } from './grammar-names';
import { treeSitter } from './runtime';
import type { Parse, SyntaxNode } from './syntax-node';
import { WasmFiles } from './wasm-files';

/** Nodes deeper than this are left out: hostile texts nest without end. */
const DEEPEST = 200;

/**
 * The grammars that ship, loaded when first asked for: tree-sitter in WebAssembly, some milliseconds
 * and one to five megabytes each.
 */
export class Grammars {
  readonly #files: WasmFiles;
  readonly #parsers = new Map<string, Promise<Parser>>();

  constructor(files: WasmFiles) {
    this.#files = files;
  }

  /** Grammars beside the bundles, or in the package for whoever runs the sources from `folder`. */
  static beside(folder: string): Grammars {
    return new Grammars(WasmFiles.beside(folder));
  }

  /**
   * The parser for a VS Code language id; `undefined` when there is no grammar for it.
   * @throws when the grammar's file can not be read
   */
  async parserOf(language: string | undefined): Promise<Parse | undefined> {
    const grammar = grammarOf(language);
    if (grammar === undefined) return undefined;
    let parser = this.#parsers.get(grammar);
    if (parser === undefined) this.#parsers.set(grammar, (parser = this.#load(grammar)));
    const loaded = await parser;
    return (text) => parsed(loaded, text);
  }

  async #load(grammar: string): Promise<Parser> {
    const { Language, Parser } = await treeSitter(this.#files);
    const language: Language = await Language.load(this.#files.pathOf(grammarFile(grammar)));
    const parser = new Parser();
    parser.setLanguage(language);
    return parser;
  }
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
    for (const child of node.children) children.push(copied(child, copy, depth + 1));
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

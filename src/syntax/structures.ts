import type { SgNode, SgRoot } from '@ast-grep/wasm/wasm_bg.js';
import type { Tree } from 'web-tree-sitter';
import { astGrep, type StartedAstGrep } from './ast-grep';
import { grammarFile, grammarOf } from './grammar-names';
import type { Stretch } from './linear-expression';
import type { Seeker, StructuralRule, Structure } from './structural-rule';
import { WasmFiles } from './wasm-files';

/** What stands for `$` in patterns of languages in which no name can hold it: as ast-grep has it. */
const MARKS: Readonly<Record<string, string>> = {
  bash: 'µ',
  'c-sharp': 'µ',
  css: '_',
  go: 'µ',
  html: 'z',
  python: 'µ',
  rust: 'µ',
};
/** Longer texts are no one's source: they are generated, and nothing is found in them. */
const LONGEST_TEXT = 1_000_000;
/** Nor are trees deeper than this, in which looking around each node would take for ever. */
const DEEPEST = 500;
const MOST_FOUND = 2000;

/** The last text that was parsed: rules come one after another over the same one. */
interface Parsed {
  readonly grammar: string;
  readonly text: string;
  readonly root: SgRoot;
  readonly isTooDeep: boolean;
  readonly free: () => void;
}

/** Finds code by its structure: ast-grep on the grammars that ship. What it finds is copied out. */
export class Structures {
  readonly #files: WasmFiles;
  readonly #known = new Map<string, Promise<void>>();
  #last: Parsed | undefined;

  constructor(files: WasmFiles) {
    this.#files = files;
  }

  /** With the files beside the bundles, or in the packages for whoever runs the sources there. */
  static beside(folder: string): Structures {
    return new Structures(WasmFiles.beside(folder));
  }

  /**
   * Makes ready to look for code in a VS Code language; `undefined` when there is no grammar for it.
   * @throws when the files can not be read
   */
  async seekerOf(language: string | undefined): Promise<Seeker | undefined> {
    const grammar = grammarOf(language);
    if (grammar === undefined) return undefined;
    const engine = await astGrep(this.#files);
    let known = this.#known.get(grammar);
    if (known === undefined) {
      const mark = MARKS[grammar];
      const libraryPath = this.#files.pathOf(grammarFile(grammar));
      known = engine.sg.registerDynamicLanguage({
        [grammar]: { libraryPath, ...(mark !== undefined && { expandoChar: mark }) },
      });
      this.#known.set(grammar, known);
    }
    await known;
    return {
      find: (text, rule, holes = []) => this.#find(engine, grammar, text, rule, holes),
    };
  }

  #find(
    engine: StartedAstGrep,
    grammar: string,
    text: string,
    rule: StructuralRule,
    holes: readonly string[],
  ): Structure[] {
    if (text.length > LONGEST_TEXT) return [];
    const { root, isTooDeep } = this.#parsed(engine, grammar, text);
    if (isTooDeep) return [];
    const { result, free } = engine.keeping(() => found(root, rule, holes));
    free();
    return result;
  }

  #parsed({ sg, keeping }: StartedAstGrep, grammar: string, text: string): Parsed {
    const last = this.#last;
    if (last?.grammar === grammar && last.text === text) return last;
    this.#last = undefined;
    last?.free();
    const { result: root, trees, free } = keeping(() => sg.parse(grammar, text));
    return (this.#last = {
      grammar,
      text,
      root,
      isTooDeep: trees.some(isDeep),
      free: () => {
        root.free();
        free();
      },
    });
  }
}

function isDeep(tree: Tree): boolean {
  const cursor = tree.walk();
  try {
    for (let depth = 0; depth <= DEEPEST;) {
      if (cursor.gotoFirstChild()) depth++;
      else
        while (!cursor.gotoNextSibling()) {
          if (!cursor.gotoParent()) return false;
          depth--;
        }
    }
    return true;
  } finally {
    cursor.delete();
  }
}

function found(tree: SgRoot, rule: StructuralRule, holes: readonly string[]): Structure[] {
  const root = tree.root();
  try {
    const nodes = root.findAll({ rule });
    const structures = nodes.slice(0, MOST_FOUND).map((node) => structureOf(node, holes));
    for (const node of nodes) node.free();
    return structures;
  } finally {
    root.free();
  }
}

function structureOf(node: SgNode, holes: readonly string[]): Structure {
  const filled: Record<string, Stretch> = {};
  for (const name of holes) {
    const one = node.getMatch(name);
    const nodes = one ? [one] : node.getMultipleMatches(name);
    const places = nodes.map(placeOf);
    for (const each of nodes) each.free();
    const [first, last] = [places[0], places.at(-1)];
    if (first && last) filled[name] = { start: first.start, end: last.end };
  }
  return { ...placeOf(node), holes: filled };
}

function placeOf(node: SgNode): Stretch {
  const range = node.range();
  const [start, end] = [range.start, range.end];
  const place = { start: start.index, end: end.index };
  for (const each of [start, end, range]) each.free();
  return place;
}

import type { Parse, SyntaxNode } from '../syntax/syntax-node';
import { isBroken } from './node-run';

/** What may have stood around a piece of code, for each language that needs it to be read. */
const AROUND: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  csharp: [['class A {\n', '\n}\n']],
  go: [['package p\nfunc f() {\n', '\n}\n']],
  java: [
    ['class A {\n', '\n}\n'],
    ['class A { void f() {\n', '\n}}\n'],
  ],
  javascript: [
    ['class A {\n', '\n}\n'],
    ['({\n', '\n})\n'],
    ['switch (a) {\n', '\n}\n'],
  ],
  rust: [
    ['impl A {\n', '\n}\n'],
    ['fn f() {\n', '\n}\n'],
  ],
};
const SAME: Readonly<Record<string, string>> = {
  javascriptreact: 'javascript',
  typescript: 'javascript',
  typescriptreact: 'javascript',
};

/**
 * Reads a piece of code as a file and, where that fails, as what stands within a function, a class, an
 * object or a `switch`: suggestions begin and end anywhere. Where nothing reads it, the tree is that of
 * a file, with what can not be read in it.
 */
export function readFragment(text: string, language: string | undefined, parse: Parse): SyntaxNode {
  // Some grammars end a statement with its line.
  const asFile = parse(`${text}\n`);
  if (!isBroken([asFile])) return asFile;
  if (!isClosed(text)) return asFile;
  const name = SAME[language ?? ''] ?? language ?? '';
  for (const [before, after] of AROUND[name] ?? []) {
    const root = parse(before + text + after);
    const piece = isBroken([root])
      ? undefined
      : within(root, before.length, before.length + text.length);
    if (piece !== undefined) return piece;
  }
  return asFile;
}

/** Whether as many brackets are closed as opened; else nothing would hold the text. */
function isClosed(text: string): boolean {
  return ['()', '[]', '{}'].every(
    ([open = '', close = '']) => text.split(open).length === text.split(close).length,
  );
}

/**
 * What of a tree stands from `start` to `end`, as a tree of its own that begins at 0; `undefined` where
 * the text ended what it was put into.
 */
function within(root: SyntaxNode, start: number, end: number): SyntaxNode | undefined {
  let around = root;
  for (;;) {
    const inner = around.children.find((child) => child.start < start && child.end > end);
    if (inner === undefined) break;
    around = inner;
  }
  if (around === root) return undefined;
  const { type, named } = around;
  const children: SyntaxNode[] = [];
  const piece: SyntaxNode = {
    type,
    named,
    start: 0,
    end: end - start,
    parent: undefined,
    children,
  };
  for (const child of around.children)
    if (child.start >= start && child.end <= end) children.push(moved(child, piece, start));
  return piece;
}

function moved(node: SyntaxNode, parent: SyntaxNode, by: number): SyntaxNode {
  const children: SyntaxNode[] = [];
  const copy = { ...node, start: node.start - by, end: node.end - by, parent, children };
  for (const child of node.children) children.push(moved(child, copy, by));
  return copy;
}

import type { SyntaxNode } from '../syntax/syntax-node';

/** Nodes that stand side by side: `children` of one parent from `from` up to `to`; it may be empty. */
export interface Run {
  readonly parent: SyntaxNode;
  readonly from: number;
  readonly to: number;
}

/** Nodes of which a part stands for itself: a few statements of a block, some members of a class. */
const LISTS =
  /program|module$|source_file|block|body|declaration_list|compilation_unit|stylesheet|suite|switch_case|case_clause|statement_list/;

/** Whether a node is a list of things that stand for themselves. */
export function isList(node: SyntaxNode): boolean {
  return LISTS.test(node.type) && node.type !== 'class_static_block';
}

/** The fewest whole nodes side by side that hold the text from `start` to `end`. */
export function cover(root: SyntaxNode, start: number, end: number): Run {
  let node = root;
  for (;;) {
    const inner = node.children.find((child) =>
      start === end
        ? child.start < start && end < child.end
        : child.start <= start && end <= child.end,
    );
    if (inner === undefined) break;
    node = inner;
  }
  if (node.children.length === 0 || !isList(node)) return runOf(node);
  const first = node.children.findIndex((child) => child.end > start);
  const from = first === -1 ? node.children.length : first;
  let to = from;
  while ((node.children[to]?.start ?? Infinity) < end) to++;
  return { parent: node, from, to };
}

/** A node as a run of one; the root as the run of all its children. */
export function runOf(node: SyntaxNode): Run {
  const { parent } = node;
  if (parent === undefined) return { parent: node, from: 0, to: node.children.length };
  const from = parent.children.indexOf(node);
  return { parent, from, to: from + 1 };
}

export function nodesOf({ parent, from, to }: Run): readonly SyntaxNode[] {
  return parent.children.slice(from, to);
}

/** The only node of a run. */
export function loneNode(run: Run): SyntaxNode | undefined {
  return run.to - run.from === 1 ? run.parent.children[run.from] : undefined;
}

/** Whether what can not be read is among them. */
export function isBroken(nodes: readonly SyntaxNode[]): boolean {
  return nodes.some((node) => node.type === 'ERROR' || isBroken(node.children));
}

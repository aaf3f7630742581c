import type { SyntaxNode } from '../syntax/syntax-node';
import { cover, isList, loneNode, nodesOf, type Run, runOf } from './node-run';
import { lengthOf, type Region, type Span } from './token-diff';
import type { Token } from './tokens';

/** One side of a rewrite: its tokens, and the tree that they hang in. */
export interface Side {
  readonly tokens: readonly Token[];
  readonly root: SyntaxNode;
}

/** A change as whole nodes on both sides. */
export interface NodePair {
  readonly before: Span;
  readonly after: Span;
  readonly beforeRun: Run;
  readonly afterRun: Run;
}

/** Further than this nothing is taken in for the sake of being understood. Tokens. */
const WIDEST = 40;
const MOST_STEPS = 24;

/**
 * Widens a change to whole syntactic nodes on both sides, and on to what can be understood by
 * itself: the call around an argument, the expression around an operator, the chain around a member.
 * What is taken in is the same on both sides. `left` or `right` when that would reach into the change
 * next to it, with which it then is one; `undefined` when there are no such nodes.
 */
export function nodesAround(
  region: Region,
  before: Side,
  after: Side,
): NodePair | 'left' | 'right' | undefined {
  let [left, right] = [0, 0];
  let found: NodePair | undefined;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (left > region.keptLeft) return found ?? 'left';
    if (right > region.keptRight) return found ?? 'right';
    const wide = ({ from, to }: Span): Span => ({ from: from - left, to: to + right });
    const [was, is] = [wide(region.before), wide(region.after)];
    const [beforeRun, afterRun] = [runAt(before, was), runAt(after, is)];
    const [grownBefore, grownAfter] = [grown(before, was, beforeRun), grown(after, is, afterRun)];
    const more = {
      left: Math.max(grownBefore.left, grownAfter.left),
      right: Math.max(grownBefore.right, grownAfter.right),
    };
    if (more.left === 0 && more.right === 0) {
      if (lengthOf(was) > WIDEST || lengthOf(is) > WIDEST) return found ?? pair();
      if ([beforeRun, afterRun].every((run) => nodesOf(run).every((node) => node.named)))
        found = pair();
      const wanted = [
        lengthOf(was) === 0 ? undefined : wider(beforeRun),
        lengthOf(is) === 0 ? undefined : wider(afterRun),
      ];
      if (wanted.every((one) => one === undefined)) return found ?? pair();
      for (const [i, node] of wanted.entries()) {
        if (node === undefined) continue;
        const [side, span] = i === 0 ? [before, was] : [after, is];
        const reach = spanOf(side, node);
        more.left = Math.max(more.left, span.from - reach.from);
        more.right = Math.max(more.right, reach.to - span.to);
      }
      if (more.left === 0 && more.right === 0) return found ?? pair();
    }
    left += more.left;
    right += more.right;

    function pair(): NodePair {
      return { before: was, after: is, beforeRun, afterRun };
    }
  }
  return found;
}

function runAt({ root, tokens }: Side, { from, to }: Span): Run {
  const start = tokens[from]?.start ?? root.end;
  const last = tokens[to - 1];
  if (from === to || last === undefined) return cover(root, start, start);
  return outermost(cover(root, start, last.start + last.text.length));
}

/** The outermost node of the same extent: a name may be a type, and that an annotation. */
function outermost(run: Run): Run {
  let node = loneNode(run);
  if (node === undefined) return run;
  for (let up = node.parent; up?.parent; up = up.parent) {
    if (up.start !== node.start || up.end !== node.end || isList(up)) break;
    node = up;
  }
  return runOf(node);
}

/** How many tokens beyond a span its run reaches. */
function grown(side: Side, span: Span, run: Run): { left: number; right: number } {
  // Where nothing stands, what came or went on the other side tells how much belongs to it.
  if (lengthOf(span) === 0) return { left: 0, right: 0 };
  const nodes = nodesOf(run);
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return { left: 0, right: 0 };
  const reach = spanOf(side, { start: first.start, end: last.end });
  return { left: Math.max(0, span.from - reach.from), right: Math.max(0, reach.to - span.to) };
}

function spanOf({ tokens }: Side, { start, end }: { start: number; end: number }): Span {
  const first = tokens.findIndex((token) => token.start + token.text.length > start);
  const from = first === -1 ? tokens.length : first;
  let to = from;
  while ((tokens[to]?.start ?? Infinity) < end) to++;
  return { from, to };
}

/** What says too little without what stands around it. */
const MEMBER = /member|attribute$|selector|field_expression|scoped|qualified|navigation/;
const LITERAL = /^(?:string|number|integer|float|true|false|null|none|regex|.*_literal|char)/;
const ARGUMENTS = /argument/;
const PARTS =
  /^(?:string_fragment|escape_sequence|property_identifier|field_identifier|template_substitution|type_annotation|predefined_type|variable_declarator|else_clause|catch_clause|spread_element|parenthesized_expression|arguments|argument_list|argument|formal_parameters|parameters|import_clause|named_imports|import_specifier|namespace_import|class_heritage|extends_clause|switch_body|switch_case|switch_default|string|pair|jsx_attribute|jsx_opening_element|jsx_closing_element|template_string)$/;

/** The node that should be taken in around a run; `undefined` when it can stand by itself. */
function wider(run: Run): SyntaxNode | undefined {
  const { parent } = run;
  if (isList(parent)) return undefined;
  const node = loneNode(run);
  if (node === undefined) return parent.parent === undefined ? undefined : parent;
  if (!node.named || PARTS.test(node.type) || LITERAL.test(node.type)) return up(parent);
  if (MEMBER.test(parent.type) || ARGUMENTS.test(parent.type)) {
    const isCallee = parent.children[0] === node && !ARGUMENTS.test(parent.type);
    return isCallee || node.type.endsWith('identifier') || MEMBER.test(parent.type)
      ? up(parent)
      : undefined;
  }
  return undefined;
}

function up(parent: SyntaxNode): SyntaxNode | undefined {
  return parent.parent === undefined || isList(parent) ? undefined : parent;
}

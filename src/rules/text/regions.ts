import type { Stretch } from '../../syntax/linear-expression';
import type { SyntaxNode } from '../../syntax/syntax-node';

const COMMENT = /comment/;
const STRING = /string|char_literal|character_literal|attribute_value|^text$/;

/** The comments or the strings of a text, outermost first, in its order. */
export function regionsOf(root: SyntaxNode, of: 'comments' | 'strings'): Stretch[] {
  const kind = of === 'comments' ? COMMENT : STRING;
  const found: Stretch[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.named && kind.test(node.type) && node.parent !== undefined) {
      const last = found.at(-1);
      if (last === undefined || node.start >= last.end)
        found.push({ start: node.start, end: node.end });
      return;
    }
    for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

/** A text with the regions blanked, character for character. */
export function without(text: string, regions: readonly Stretch[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of regions) {
    rest += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return rest + text.slice(at);
}

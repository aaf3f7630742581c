import { describe, expect, it } from 'vitest';
import { readFragment } from '../../../src/learning/fragment';
import { isBroken } from '../../../src/learning/node-run';
import type { SyntaxNode } from '../../../src/syntax/syntax-node';
import { grammarOf } from './grammar';

describe('a piece of code is read as what it stands in', () => {
  it.each([
    ['typescript', 'private async load(): Promise<void> {\n  return 1;\n}', 'method_definition'],
    ['javascript', 'get size() {\n  return 1;\n}', 'method_definition'],
    ['javascript', 'name: "a",\nsize: 2,', 'pair'],
    ['javascript', 'case 1:\n  go();\n  break;', 'switch_case'],
    ['csharp', 'public int Size { get; set; }', 'property_declaration'],
    ['go', 'x, err := load(id)\nif err != nil {\n\treturn err\n}', 'if_statement'],
    ['rust', 'let x = load(id)?;\nx.run();', 'let_declaration'],
    ['java', 'return name.equals(other);', 'return_statement'],
  ])('%s: %j', async (language, text, type) => {
    const root = readFragment(text, language, await grammarOf(language));
    expect(isBroken([root])).toBe(false);
    const found = find(root, type);
    expect(found).toBeDefined();
    const piece = text.slice(found?.start, found?.end);
    expect(piece).not.toBe('');
    expect(text).toContain(piece);
    expect(piece).toBe(piece.trim());
  });

  it('stays broken where nothing reads it', async () => {
    const root = readFragment('} else {', 'typescript', await grammarOf('typescript'));
    expect(isBroken([root])).toBe(true);
  });
});

function find(node: SyntaxNode, type: string): SyntaxNode | undefined {
  if (node.type === type) return node;
  for (const child of node.children) {
    const found = find(child, type);
    if (found) return found;
  }
  return undefined;
}

import path from 'node:path';
import { expect, test } from 'vitest';
import { Grammars } from '../../../src/syntax/grammars';
import type { SyntaxNode } from '../../../src/syntax/syntax-node';

const grammars = Grammars.beside(path.join(import.meta.dirname, '../../../src/engine'));

const types = (node: SyntaxNode): string[] => [node.type, ...node.children.flatMap(types)];

test.each([
  ['javascript', 'a.b(c);', 'call_expression'],
  ['javascriptreact', 'x = <a b="c" />;', 'jsx_self_closing_element'],
  ['typescript', 'let a: b = c;', 'type_annotation'],
  ['typescriptreact', 'let a: b = <c />;', 'jsx_self_closing_element'],
  ['python', 'if a is None:\n  b()', 'if_statement'],
  ['go', 'func a() { b.C() }', 'call_expression'],
  ['rust', 'fn a() { b!(); }', 'macro_invocation'],
  ['java', 'class A { void b() { c(); } }', 'method_invocation'],
  ['csharp', 'class A { void B() { C(); } }', 'invocation_expression'],
  ['css', 'a { color: red; }', 'declaration'],
  ['html', '<p style="x">a</p>', 'attribute'],
  ['shellscript', 'a "b" && c', 'list'],
])('%s can be parsed', async (language, code, type) => {
  const parse = await grammars.parserOf(language);
  const root = parse?.(code);
  expect(root && types(root)).toContain(type);
  expect(root && types(root)).not.toContain('ERROR');
});

test('offsets count as the editor counts, and each node knows its parent', async () => {
  const parse = await grammars.parserOf('typescript');
  const code = "say('😀', name);";
  const all = (node: SyntaxNode): SyntaxNode[] => [node, ...node.children.flatMap(all)];
  const root = parse?.(code);
  const name = root && all(root).find((node) => code.slice(node.start, node.end) === 'name');
  expect(name).toMatchObject({ type: 'identifier', named: true, parent: { type: 'arguments' } });
});

test('a language without a grammar has no parser', async () => {
  expect(await grammars.parserOf('cobol')).toBeUndefined();
  expect(await grammars.parserOf(undefined)).toBeUndefined();
});

test('a hostile text is read as far as it is worth it', async () => {
  const parse = await grammars.parserOf('javascript');
  const depth = (node: SyntaxNode): number => 1 + Math.max(0, ...node.children.map(depth));
  const root = parse?.('('.repeat(5000) + ')'.repeat(5000));
  expect(root && depth(root)).toBeLessThanOrEqual(202);
});

test('a missing grammar is an error', async () => {
  await expect(Grammars.beside('/nowhere/at/all').parserOf('go')).rejects.toThrow();
});

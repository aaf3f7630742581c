import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Structures } from '../../../src/syntax/structures';

const structures = Structures.beside(path.join(import.meta.dirname, '../../../src/engine'));

const seeker = async (language: string) => {
  const found = await structures.seekerOf(language);
  if (found === undefined) throw new Error(`no grammar for ${language}`);
  return found;
};

test.each([
  ['javascript', 'say(a.b(1));', '$A.b($$$B)', 'a.b(1)'],
  ['javascriptreact', 'x = <a>{say(1)}</a>;', 'say($A)', 'say(1)'],
  ['typescript', 'let a: b = c as d;', '$A as $B', 'c as d'],
  ['typescriptreact', 'x = <a>{say(1 as b)}</a>;', 'say($A)', 'say(1 as b)'],
  ['python', 'if a:\n  print(b)', 'print($$$A)', 'print(b)'],
  ['go', 'package a\nfunc b() { c := d.E(1); f(c) }', 'f($A)', 'f(c)'],
  ['rust', 'fn a() { b!(1); c.unwrap(); }', '$A.unwrap()', 'c.unwrap()'],
  ['java', 'class A { void b() { c.d(1); } }', '$A.d($$$B)', 'c.d(1)'],
  ['csharp', 'class A { void B() { C.D(1); } }', '$A.D($$$B)', 'C.D(1)'],
])('%s: a pattern finds its code', async (language, code, pattern, match) => {
  const [first, ...more] = (await seeker(language)).find(code, { pattern });
  expect(first && code.slice(first.start, first.end)).toBe(match);
  expect(more).toEqual([]);
});

test.each([
  ['css', 'a { color: red !important; }', 'important'],
  ['html', '<p style="x">a</p>', 'attribute'],
  ['shellscript', 'echo "$A"', 'command'],
])('%s: a kind finds its nodes', async (language, code, kind) => {
  expect((await seeker(language)).find(code, { kind })).toHaveLength(1);
});

test('offsets count as the editor counts, holes included', async () => {
  const code = "say('😀', name, 1);";
  const [found] = (await seeker('typescript')).find(code, { pattern: 'say($A, $$$B)' }, ['A', 'B']);
  expect(found?.holes['A']).toEqual({ start: 4, end: 8 });
  expect(code.slice(found?.holes['B']?.start, found?.holes['B']?.end)).toBe('name, 1');
});

test('a language without a grammar has no seeker', async () => {
  expect(await structures.seekerOf('cobol')).toBeUndefined();
});

test('text after text is looked at, and nothing of it stays in memory', async () => {
  const typescript = await seeker('typescript');
  const code = 'export const a = [1, 2, 3].map((b) => b + c(d, e));\n'.repeat(20);
  const used = () => process.memoryUsage().external;
  const look = (from: number) => {
    for (let at = from; at < from + 60; at++)
      typescript.find(`${code}//${at}`, { pattern: '$A.map($$$B)' });
  };
  look(0);
  const before = used();
  look(60);
  expect(used() - before).toBeLessThan(2_000_000);
});

test.each(['(', '[', 'a+', 'if(a){}else ', '{"a":', 'f(', '!', '`${'])(
  'hostile depth ends: %s',
  async (part) => {
    const javascript = await seeker('javascript');
    const rule = { kind: 'identifier', inside: { kind: 'class_body', stopBy: 'end' } };
    expect(javascript.find(part.repeat(4000), rule)).toEqual([]);
  },
);

test('hostile patterns and texts are refused or find something, and the next one is found', async () => {
  for (const language of ['typescript', 'python', 'css', 'html']) {
    const found = await seeker(language);
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 80 }), (pattern, text) => {
        try {
          for (const { start, end } of found.find(text, { pattern }))
            expect(start).toBeLessThanOrEqual(end);
        } catch (error) {
          expect(String(error)).toMatch(/not configured correctly/);
        }
      }),
    );
  }
  expect((await seeker('typescript')).find('foo(1)', { pattern: 'foo($A)' })).toHaveLength(1);
});

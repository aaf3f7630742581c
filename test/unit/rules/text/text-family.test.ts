import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HumanError } from '../../../../src/memory/human-error';
import { languageOf } from '../../../../src/memory/language';
import { TextFamily } from '../../../../src/rules/text/text-family';
import { saidOf } from '../../../../src/rules/words/said';
import { Grammars } from '../../../../src/syntax/grammars';
import type { TextSpec } from '../../../../src/memory/detector';

const grammars = Grammars.beside(path.join(import.meta.dirname, '../../../../src/engine'));
const family = new TextFamily((language) => grammars.parserOf(language));

async function specOf(sentence: string): Promise<TextSpec | undefined> {
  const [said] = saidOf(sentence);
  return said && (await family.compile(said))?.spec;
}

async function check(spec: TextSpec, file: string, text: string) {
  const detector = await family.prepare(spec);
  const tree = { has: () => false, within: () => [] };
  const language = languageOf(file) ?? 'plaintext';
  return detector.check({ kind: 'file', path: file, language, text, tree });
}

const HAN = '// 这是注释\na();';

test.each([
  ['No TODO comments', 'src/a.ts', '// TODO: b\na();', "const a = 'TODO';"],
  ['No TODO comments', 'src/a.py', '# TODO b\na()', '# TODOS are elsewhere\na()'],
  [
    'Never leave TODO or FIXME comments in the code',
    'src/a.go',
    'package a // FIXME',
    'package a // fix it',
  ],
  ['Never leave TODOs', 'src/a.rs', '/* TODO */', '/* done */'],
  ['No emojis in code', 'src/a.ts', "say('🎉');", "say('é → ü ©');"],
  ['Do not use emojis', 'README.md', '# Go 🚀', '# Go'],
  ['No trailing whitespace', 'src/a.py', 'a = 1 \nb = 2', 'a = 1\n\n  b = 2'],
  ['Files must end with a newline', 'src/a.py', 'a = 1', 'a = 1\n'],
  ['No tabs', 'src/a.py', 'if a:\n\tb()', 'if a:\n    b("\t")'],
  ['Use spaces instead of tabs', 'src/a.rs', 'fn a() {\n\tb();\n}', 'fn a() {\n    b();\n}'],
  ['Comments in English', 'src/a.ts', HAN, "// naïve façade\nsay('注释');"],
  ['Write comments in English only', 'src/a.py', '# комментарий\na()', '# π is fine\na()'],
  [
    'Never use `http://` URLs',
    'src/a.ts',
    "get('http://example.com/a');",
    "// http://example.com\nget('https://example.com');",
  ],
  ['No SELECT *', 'src/a.py', 'q = "select * from a"', 'q = "select a, b from c"'],
  ["Never write 'simply' in docs", 'docs/a.md', 'Simply call it.', 'Oversimplyfied.'],
  ['Never use the words "blacklist" or "whitelist"', 'README.md', 'A whitelist.', 'An allowlist.'],
  ['Never use the word "dummy" in comments', 'src/a.ts', '// a dummy\na();', 'const dummy = 1;'],
  [
    'Every file starts with the MIT licence header',
    'src/a.ts',
    'a();',
    '// SPDX-License-Identifier: MIT\na();',
  ],
  [
    'All source files must have a copyright header',
    'src/a.go',
    'package a',
    '// Copyright 2020 B\npackage a',
  ],
  [
    'Files must begin with `// Copyright`',
    'src/a.ts',
    '// copy\na();',
    '// Copyright 2020 B\na();',
  ],
  [
    'Add the Apache 2.0 license header to every file',
    'src/A.java',
    'class A {}',
    '// Licensed under the Apache License\nclass A {}',
  ],
  ['Keep lines under 80 characters', 'src/a.py', 'a'.repeat(80), 'a'.repeat(79)],
  ['Max line length: 100', 'src/a.go', 'a'.repeat(101), 'a'.repeat(100)],
  ['No lines longer than 88 characters', 'src/a.py', 'a'.repeat(89), 'a'.repeat(88)],
])('%s: %s', async (sentence, file, breach, kept) => {
  const spec = await specOf(sentence);
  expect(spec).toBeDefined();
  if (spec === undefined) return;
  expect((await check(spec, file, breach))?.breaches).toHaveLength(1);
  expect((await check(spec, file, kept))?.breaches).toEqual([]);
});

test('what is forbidden is found where it stands, and goes', async () => {
  const spec = await specOf('No trailing whitespace');
  const found = spec && (await check(spec, 'a.py', 'a = 1 \t\nb\n'));
  expect(found?.breaches).toEqual([
    { start: 5, end: 7, fixes: [{ title: 'Remove it', edits: [{ start: 5, end: 7, text: '' }] }] },
  ]);
});

test('a missing last newline is added at the end', async () => {
  const spec = await specOf('Files must end with a newline');
  const found = spec && (await check(spec, 'a.py', 'a = 1'));
  expect(found?.breaches[0]?.fixes[0]?.edits).toEqual([{ start: 5, end: 5, text: '\n' }]);
});

test('other files and languages are not looked at', async () => {
  const docs = await specOf("Never write 'simply' in docs");
  expect(docs && (await check(docs, 'src/a.ts', '// simply'))).toBeUndefined();
  const todo = await specOf('No TODO comments in Python');
  expect(todo && (await check(todo, 'src/a.ts', '// TODO'))).toBeUndefined();
  const comments = await specOf('No TODO comments');
  expect(comments && (await check(comments, 'a.txt', 'TODO'))).toBeUndefined();
});

test.each([
  'Write clear comments',
  'Avoid comments that repeat the code',
  'Use English',
  'Never hardcode secrets',
  'No profanity',
  'Never use "any"',
  "Don't use `foo`",
  'Files must have a clear purpose',
  'Keep lines short',
  'Add an emoji after each name',
  'Use tabs for navigation',
  'Complete every TODO',
])('%s: advisory here', async (sentence) => {
  expect(await specOf(sentence)).toBeUndefined();
});

test('a stored expression that can not be read is refused with a reason', async () => {
  const spec: TextSpec = {
    kind: 'text',
    expression: '(',
    ignoreCase: false,
    where: 'file',
    demand: 'forbid',
  };
  await expect(family.prepare(spec)).rejects.toThrow(HumanError);
});

test('any expression on any text ends, within the text', async () => {
  const where = fc.constantFrom(
    ...(['file', 'head', 'end', 'comments', 'strings', 'code'] as const),
  );
  const demand = fc.constantFrom(...(['forbid', 'require', 'every'] as const));
  await fc.assert(
    fc.asyncProperty(
      fc.string({ maxLength: 20 }),
      where,
      demand,
      fc.string({ maxLength: 200 }),
      async (expression, place, asked, text) => {
        const spec: TextSpec = {
          kind: 'text',
          expression,
          ignoreCase: true,
          where: place,
          demand: asked,
        };
        try {
          for (const { start, end } of (await check(spec, 'a.ts', text))?.breaches ?? []) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(HumanError);
        }
      },
    ),
  );
});

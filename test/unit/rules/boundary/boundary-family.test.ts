import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageOf } from '../../../../src/memory/language';
import { BoundaryFamily } from '../../../../src/rules/boundary/boundary-family';
import { saidOf } from '../../../../src/rules/words/said';
import { Structures } from '../../../../src/syntax/structures';

const structures = Structures.beside(path.join(import.meta.dirname, '../../../../src/engine'));
const family = new BoundaryFamily(structures);

async function checkOf(sentence: string) {
  const [said] = saidOf(sentence);
  return said && (await family.compile(said))?.spec;
}

/** How many breaches a rule finds in a file of a repository that holds these files. */
async function breaches(sentence: string, file: string, text = '', files: readonly string[] = []) {
  const spec = await checkOf(sentence);
  if (spec === undefined) return 'advisory';
  const detector = await family.prepare(spec);
  const all = new Set([...files, file]);
  const tree = {
    has: (one: string) => all.has(one),
    within: (folder: string) =>
      [...all].filter((one) => path.posix.join(folder, path.posix.basename(one)) === one),
  };
  const language = languageOf(file) ?? 'plaintext';
  return detector.check({ kind: 'file', path: file, language, text, tree })?.breaches.length;
}

test.each([
  [
    'domain must not import from infrastructure',
    'src/domain/a.ts',
    "import { b } from '../infrastructure/b';",
    1,
  ],
  [
    'domain must not import from infrastructure',
    'src/domain/a.ts',
    "import { b } from '@/infrastructure/b';",
    1,
  ],
  [
    'domain must not import from infrastructure',
    'src/domain/a.ts',
    "import { b } from './infrastructures';",
    0,
  ],
  [
    'domain must not import from infrastructure',
    'src/app/a.ts',
    "import { b } from '../infrastructure/b';",
    undefined,
  ],
  [
    'domain must not import from infrastructure',
    'app/domain/a.py',
    'from app.infrastructure.b import c',
    1,
  ],
  [
    'domain must not import from infrastructure',
    'app/domain/a.py',
    'from ..infrastructure import c',
    1,
  ],
  [
    'domain must not import from infrastructure',
    'app/domain/a.py',
    'import app.infrastructure as b',
    1,
  ],
  ['domain must not import from infrastructure', 'app/domain/a.py', 'from app.domain import c', 0],
  [
    'domain must not import from infrastructure',
    'internal/domain/a.go',
    'package domain\nimport "a/internal/infrastructure/b"',
    1,
  ],
  [
    'domain must not import from infrastructure',
    'src/main/java/com/a/domain/B.java',
    'import com.a.infrastructure.C;',
    1,
  ],
  [
    'domain must not import from infrastructure',
    'src/domain/a.rs',
    'use crate::infrastructure::b::C;',
    1,
  ],
  ['domain must not import from infrastructure', 'A/domain/B.cs', 'using A.infrastructure.C;', 1],
  [
    'The domain layer must not depend on the infrastructure layer',
    'src/domain/a.ts',
    "const b = require('../infrastructure');",
    1,
  ],
  [
    'components must not import from pages or layouts',
    'src/components/a.tsx',
    "import B from 'src/pages/b';",
    1,
  ],
  [
    'components must not import from pages or layouts',
    'src/components/a.tsx',
    "export * from '../layouts/b';",
    1,
  ],
  [
    'components must not import from pages or layouts',
    'src/components/a.tsx',
    "import type { B } from 'react';",
    0,
  ],
  [
    'Never import from `src/internal` outside of `src/core`',
    'src/app/a.ts',
    "import { b } from '../internal/b';",
    1,
  ],
  [
    'Never import from `src/internal` outside of `src/core`',
    'src/core/a.ts',
    "import { b } from '../internal/b';",
    undefined,
  ],
])('%s: %s, %s', async (sentence, file, text, count) => {
  expect(await breaches(sentence, file, text)).toBe(count);
});

test.each([
  ['Every component has a test', 'src/components/a.tsx', ['src/components/a.test.tsx'], 0],
  [
    'Every component has a test',
    'src/components/a.tsx',
    ['src/components/__tests__/a.spec.tsx'],
    0,
  ],
  ['Every component has a test', 'src/components/a.tsx', ['src/components/b.test.tsx'], 1],
  ['Every component has a test', 'src/components/a.test.tsx', [], undefined],
  [
    'Each component must have a story',
    'src/components/[a].tsx',
    ['src/components/[a].stories.tsx'],
    0,
  ],
  ['each `*.ts` in src/lib has a `*.test.ts`', 'src/lib/a.ts', [], 1],
  ['each `*.ts` in src/lib has a `*.test.ts`', 'src/lib/a.ts', ['src/lib/a.test.ts'], 0],
  ['each `*.ts` in src/lib has a `*.test.ts`', 'src/app/a.ts', [], undefined],
] as const)('%s: %s beside %j', async (sentence, file, files, count) => {
  expect(await breaches(sentence, file, '', files)).toBe(count);
});

test.each([
  ['File names in kebab-case', 'src/userProfile.ts', 1],
  ['File names in kebab-case', 'src/user-profile.test.ts', 0],
  ['File names in kebab-case', 'README.md', undefined],
  ['Use kebab-case for file names', 'src/[id].ts', undefined],
  ['Component files in PascalCase', 'src/a/user-card.tsx', 1],
  ['Component files in PascalCase', 'src/a/UserCard.tsx', 0],
  ['Component files in PascalCase', 'src/a/user-card.ts', undefined],
  ['Use snake_case for Python file names', 'src/userProfile.py', 1],
  ['Use lowercase with dashes for directories', 'src/authWizard/a.ts', 1],
  ['Use lowercase with dashes for directories', 'src/auth-wizard/__tests__/aB.ts', 0],
  ['Use kebab-case for file and folder names', 'src/auth-wizard/aB.ts', 1],
  ['Use snake_case for file names in Python code', 'src/userProfile.ts', undefined],
  ['Never commit `.env` files', 'a/.env', 1],
  ['Never commit `.env` files', '.env.example', undefined],
  ['No `index.ts` barrel files', 'src/a/index.ts', 1],
  ['No `index.ts` barrel files', 'src/a/indices.ts', undefined],
  ['Do not create `.js` files', 'src/a.js', 1],
  ['Do not create `.js` files', 'src/a.json', undefined],
])('%s: %s', async (sentence, file, count) => {
  expect(await breaches(sentence, file)).toBe(count);
});

const LONG = 'x\n'.repeat(3);
test.each([
  ['Keep functions under 5 lines', 'a.py', `def a():\n${'  b()\n'.repeat(4)}`, 1],
  ['Keep functions under 5 lines', 'a.py', `def a():\n${'  b()\n'.repeat(3)}`, 0],
  ['Functions should be at most 5 lines', 'a.go', `package a\nfunc b() {\n${LONG}}\n`, 0],
  ['Functions should be at most 5 lines', 'a.go', `package a\nfunc b() {\n${LONG}x\n}\n`, 1],
  ['Functions must not be longer than 4 lines', 'a.rs', `fn a() {\n${'b();\n'.repeat(3)}}\n`, 1],
  [
    'No functions longer than 4 lines',
    'A.java',
    `class A {\nvoid b() {\n${'c();\n'.repeat(3)}}\n}`,
    1,
  ],
  ['Methods no longer than 4 lines', 'A.cs', `class A {\nvoid B() {\n${'C();\n'.repeat(3)}}\n}`, 1],
  ['Limit files to 3 lines', 'a.rs', 'a\nb\nc\n', 0],
  ['Limit files to 3 lines', 'a.rs', 'a\nb\nc\nd\n', 1],
  ['Max 3 lines per file', 'a.css', 'a\nb\nc\nd\n', 1],
])('%s: %s %j', async (sentence, file, text, count) => {
  expect(await breaches(sentence, file, text)).toBe(count);
});

test.each([
  'Use camelCase for variables and functions',
  'Keep functions small',
  'Use kebab-case for files and PascalCase for components',
  'Every function has a test',
  'You must not import from anything',
  'Never edit `generated.ts`',
  'Import React from react',
  'Keep lines under 100 characters',
  'Avoid files',
])('%s: advisory here', async (sentence) => {
  expect(await breaches(sentence, 'src/a.ts')).toBe('advisory');
});

test('any words and any text end, and throw nothing', async () => {
  const word = fc.constantFrom(
    ...[
      'domain',
      'must not import from',
      'files',
      '`',
      '*.ts',
      'has a',
      'every',
      'in',
      'kebab-case',
      'under 50 lines',
      '{',
      '(',
      '../',
      '**/',
    ],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 8 }),
      fc.string(),
      async (words, text) => {
        await breaches(words.join(' '), 'src/domain/a.ts', text, ['src/domain/b.ts']);
      },
    ),
    { numRuns: 150 },
  );
});

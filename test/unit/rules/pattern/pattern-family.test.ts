import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HumanError } from '../../../../src/memory/human-error';
import { checkText, family, mended, patternOf } from './patterns';

const PACKAGE: readonly (readonly [string, string, string, string])[] = [
  ['No Redux', 'typescript', "import a from 'redux';", "import a from 'redux-saga';"],
  [
    'Use date-fns instead of moment',
    'typescript',
    "import moment from 'moment';",
    "import { a } from 'moments';",
  ],
  [
    "Don't use `moment`, use `date-fns`",
    'javascript',
    "const a = require('moment');",
    "const a = require('momentum');",
  ],
  [
    'Never import from `lodash`',
    'typescript',
    "import a from 'lodash/fp';",
    "import a from 'lodash-es';",
  ],
  [
    'Never import the `@acme/old` package',
    'typescript',
    "export { a } from '@acme/old';",
    "import a from '@acme/older';",
  ],
  [
    'Use httpx instead of the `requests` library',
    'python',
    'import requests as r',
    'import requests_mock',
  ],
  ['Never import `os.path`', 'python', 'from os.path import join', 'from os import pathlike'],
  [
    'Never import `github.com/pkg/errors`',
    'go',
    'package a\nimport "github.com/pkg/errors"',
    'package a\nimport "errors"',
  ],
  [
    'Never import `java.util.Date`',
    'java',
    'import java.util.Date;',
    'import java.util.DateFormat;',
  ],
  [
    'Do not depend on the `lazy_static` crate',
    'rust',
    'use lazy_static::lazy_static;',
    'use lazy_statics::a;',
  ],
  [
    'Use System.Text.Json instead of `Newtonsoft.Json`',
    'csharp',
    'using Newtonsoft.Json.Linq;',
    'using System.Text.Json;',
  ],
];
const CODE: readonly (readonly [string, string, string, string])[] = [
  [
    'Avoid @app.on_event("startup")',
    'python',
    '@app.on_event("startup")\ndef a():\n  pass',
    '@app.get("/")\ndef a():\n  pass',
  ],
  [
    'use `logger.info` instead of `console.log`',
    'typescript',
    'console.log(a);',
    'logger.info(a);',
  ],
  ['Never call `legacyFetch()`', 'typescript', 'api.legacyFetch(a);', 'const legacyFetch = 1;'],
  ['Never call `legacy_fetch()`', 'python', 'legacy_fetch(a)', 'legacy_fetcher(a)'],
  ['Never call `os.system`', 'python', 'os.system(a)', 'os.systems(a)'],
  [
    'Never call `time.Sleep`',
    'go',
    'package a\nfunc b() { time.Sleep(c) }',
    'package a\nfunc b() { time.After(c) }',
  ],
  [
    'Never use `Thread.sleep()`',
    'java',
    'class A { void b() { Thread.sleep(1); } }',
    'class A { void b() { thread.sleep(1); } }',
  ],
  ['Do not use `dbg!`', 'rust', 'fn a() { dbg!(b); }', 'fn a() { dbg(b); }'],
  ['Avoid `.forEach()`', 'javascript', 'a.forEach(b);', 'forEach(a);'],
  ['Never use `<div>`', 'html', '<div>a</div>', '<p>div</p>'],
  [
    'Never use the `@Injectable` decorator',
    'typescript',
    '@Injectable()\nclass A {}',
    '@Inject()\nclass A {}',
  ],
  [
    'Never use `dangerouslySetInnerHTML`',
    'typescriptreact',
    'x = <a dangerouslySetInnerHTML={b} />;',
    'x = <a innerHTML={b} />;',
  ],
  ['Never use `SomeLegacyType`', 'typescript', 'let a: SomeLegacyType;', 'let a: SomeLegacyTypes;'],
  ['Do not use `new Date()`', 'typescript', 'a(new Date());', 'a(Date.now());'],
];

test.each([...PACKAGE, ...CODE])('%s (%s)', async (sentence, language, breach, kept) => {
  const spec = (await patternOf(sentence))?.spec;
  expect(spec?.breach).toHaveProperty(language);
  if (spec === undefined) return;
  expect((await checkText(spec, language, breach))?.breaches.length).toBeGreaterThan(0);
  expect((await checkText(spec, language, kept))?.breaches).toEqual([]);
});

test.each([
  'Avoid magic',
  'Prefer writing TypeScript over JavaScript',
  'Acronyms: userID, httpClient (not userId, httpClient)',
  'Minimize `useEffect`',
  'Disallow empty functions',
  'Use named parameters',
  'Never use abbreviations',
  'Avoid requests in loops',
  'Never use `data`',
  'Avoid unnecessary re-renders',
  'Use `useEffect` instead of hope',
  'Never use `useEffect` for data fetching',
  'Avoid `unwrap()` outside of startup invariants',
  'Do not use unsafe code unless it is documented',
  'Prefer composition over inheritance',
  'Never commit secrets',
  'Avoid classes',
  'Always handle errors',
  'Avoid raw SQL queries',
  'Do not log sensitive data',
  'Never use npm, use pnpm',
  'Use functional programming patterns; avoid classes.',
])('%s: advisory here', async (sentence) => {
  expect(await patternOf(sentence)).toBeUndefined();
});

test('where it was kept is told, and what mends it', async () => {
  const spec = (await patternOf('use `logger.info` instead of `console.log`'))?.spec;
  const code = 'logger.info(a);\nconsole.log(b, 1);';
  const found = spec && (await checkText(spec, 'typescript', code));
  expect(found?.kept).toEqual([{ start: 0, end: 11 }]);
  expect(mended(code, found?.breaches ?? [])).toBe('logger.info(a);\nlogger.info(b, 1);');
});

test('outside of tests is outside of tests', async () => {
  const spec = (await patternOf('No `unwrap()` outside of tests'))?.spec;
  const code = 'fn a() { b().unwrap(); }';
  expect(spec && (await checkText(spec, 'rust', code, 'tests/a.rs'))).toBeUndefined();
  expect(spec && (await checkText(spec, 'rust', code, 'src/a.rs'))?.breaches).toHaveLength(1);
});

test('a correction is a pattern of its language, with its fix', async () => {
  const compiled = await family.compile({
    text: 'Use assertEqual',
    directive: { force: 'must', subject: 'Use assertEqual' },
    languages: ['python'],
    pattern: { before: 'self.assertEquals($$$A)', after: 'self.assertEqual($$$A)' },
    examples: [],
  });
  const code = 'self.assertEquals(a, 1)';
  const found = compiled && (await checkText(compiled.spec, 'python', code));
  expect(mended(code, found?.breaches ?? [])).toBe('self.assertEqual(a, 1)');
});

test('a language that a rule is not for is not looked at', async () => {
  const spec = (await patternOf('No print statements in Python'))?.spec;
  expect(Object.keys(spec?.breach ?? {})).toEqual(['python']);
  expect(spec && (await checkText(spec, 'go', 'package a'))).toBeUndefined();
});

test('a stored pattern that can not be read is refused with a reason', async () => {
  await expect(
    family.prepare({ kind: 'pattern', breach: { python: { kind: 'no_such_kind' } } }),
  ).rejects.toThrow(HumanError);
  await expect(
    family.prepare({ kind: 'pattern', breach: { cobol: { pattern: 'a' } } }),
  ).rejects.toThrow(HumanError);
});

test('any words compile to a pattern that runs, or to none', async () => {
  const word = fc.constantFrom(
    ...[
      'use',
      'never',
      '`',
      'instead of',
      'no',
      '(',
      ')',
      '.',
      '$A',
      'in',
      'tests',
      'console.log',
      '@',
      '::',
      '!',
      '<',
      '*',
      'import',
      ' and ',
      ',',
    ],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 8 }),
      async (words) => {
        const spec = (await patternOf(`Never use ${words.join(' ')}`))?.spec;
        if (spec !== undefined) await family.prepare(spec);
      },
    ),
    { numRuns: 150 },
  );
});

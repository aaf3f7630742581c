import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../../src/memory/scope';
import { scopeOfSaid } from '../../../../src/rules/words/holding';
import { saidOf } from '../../../../src/rules/words/said';

const TS = ['typescript', 'typescriptreact'];

describe('saidOf', () => {
  it('gives each demand of several sentences, with the sentence that it stands in', () => {
    const text = 'Use strict TypeScript. Never use `any`. Use `unknown` for dynamic data.';
    expect(saidOf(text).map(({ text: said, directive }) => [directive.force, said])).toEqual([
      ['must', 'Use strict TypeScript.'],
      ['never', 'Never use `any`.'],
      ['must', 'Use `unknown` for dynamic data.'],
    ]);
  });

  it('takes words without a force for an order, for a rule is meant', () => {
    expect(saidOf('Tabs for indentation')[0]?.directive).toEqual({
      force: 'must',
      subject: 'Tabs for indentation',
    });
    expect(saidOf('no console.log')[0]?.directive.force).toBe('never');
    expect(saidOf('const over let')[0]?.directive).toMatchObject({ subject: 'const' });
  });

  it('adds to a demand what the next sentence says of it', () => {
    expect(saidOf('Never use `var`. Use `const` instead.')).toMatchObject([
      { directive: { force: 'never', subject: 'use `var`', alternative: 'Use `const`' } },
    ]);
    expect(saidOf('Avoid globals. This prevents surprises.')).toMatchObject([
      { directive: { force: 'avoid', reason: 'This prevents surprises' } },
    ]);
  });

  it.each(['', '  ', '?', 'Should we use tabs?', '…'])('%j says nothing', (text) => {
    expect(saidOf(text)).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['Never use `any` in TypeScript', 'use `any`', TS],
    ['In Python, use type hints', 'use type hints', ['python']],
    ['TypeScript: no enums', 'enums', TS],
    ['Go code must be formatted with gofmt', 'Go code be formatted with gofmt', ['go']],
    [
      'Avoid `eval` in JavaScript and TypeScript',
      '`eval`',
      ['javascript', 'javascriptreact', ...TS],
    ],
    ['Avoid `unwrap` in Rust code', '`unwrap`', ['rust']],
    ['Do not go in circles', 'go in circles', []],
    ['Write all code in Rust', 'Write all code in Rust', []],
    ['Use `jsonify` for JSON responses', 'Use `jsonify` for JSON responses', []],
  ])('%s', (text, subject, languages) => {
    const [said] = saidOf(text);
    expect(said?.languages).toEqual(languages);
    expect(said?.directive.subject).toBe(subject);
  });

  it.each<[string, string | undefined]>([
    ['Never log in `src/api`', 'src/api/**'],
    ['No default exports in `src/**/*.ts`', 'src/**/*.ts'],
    ['In `src/ui/`, avoid fetch', 'src/ui/**'],
    ['Do not use hooks in .ts files', '**/*.ts'],
    ['Put tests in `test/unit`', undefined],
    ['Avoid `any`', undefined],
  ])('%s holds in %s', (text, glob) => {
    expect(saidOf(text)[0]?.glob).toBe(glob);
  });

  it('keeps within the scope that is known', () => {
    const python: Scope = { repo: 'r', glob: 'app/**', language: 'python' };
    expect(saidOf('Avoid globals', python)[0]).toMatchObject({
      languages: ['python'],
      glob: 'app/**',
    });
    expect(saidOf('Avoid globals in `api/v1`', python)[0]?.glob).toBe('app/api/v1/**');
    expect(saidOf('Avoid globals', { glob: '**/*.py' })[0]?.languages).toEqual(['python']);
  });
});

describe('scopeOfSaid', () => {
  const scopeOf = (text: string, scope: Scope = { repo: 'r' }) => {
    const [said] = saidOf(text, scope);
    return said && scopeOfSaid(said, scope);
  };

  it('names the one language, or the files of several', () => {
    expect(scopeOf('Avoid globals in Python')).toEqual({ repo: 'r', language: 'python' });
    expect(scopeOf('Avoid enums in TypeScript')).toEqual({
      repo: 'r',
      glob: '**/*.{cts,mts,ts,tsx}',
    });
    expect(scopeOf('Avoid enums in TypeScript', { repo: 'r', glob: 'ui/**' })?.glob).toBe(
      'ui/**/*.{cts,mts,ts,tsx}',
    );
    expect(scopeOf('Avoid enums', { glob: '**/*.ts' })).toEqual({ glob: '**/*.ts' });
    expect(scopeOf('Avoid enums', {})).toEqual({});
  });
});

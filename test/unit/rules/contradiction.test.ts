import { expect, test } from 'vitest';
import type { Detail, Memory } from '../../../src/memory/memory';
import type { Scope } from '../../../src/memory/scope';
import { contradiction, contradictions } from '../../../src/rules/contradiction';
import { saidOf } from '../../../src/rules/words/said';
import { memory } from '../store/words';

function rule(id: string, detail: Detail, scope: Scope = {}): Memory {
  return memory(id, { kind: 'rule', detail, scope });
}

/** A rule as a person says it. */
function said(id: string, text: string, scope: Scope = {}): Memory {
  const directive = saidOf(text)[0]?.directive;
  if (directive === undefined) throw new Error(`No directive: ${text}`);
  return rule(id, { directive }, scope);
}

test.each([
  ['Use tabs for indentation.', 'Never use tabs for indentation.'],
  ['Use pnpm instead of npm.', 'Use npm instead of pnpm.'],
  ['Always use `lodash`.', 'Avoid lodash.'],
  ['Prefer interfaces over types.', 'Use types instead of interfaces.'],
  ['Never use `var`; use `const` instead.', 'Do not use const.'],
])('“%s” against “%s”', (one, other) => {
  expect(contradiction(said('1', one), said('2', other))).toBeDefined();
  expect(contradiction(said('1', other), said('2', one))).toBeDefined();
});

test.each([
  ['Use tabs for indentation.', 'Never use tabs in YAML.'],
  ['Always use const.', 'Never use var.'],
  ['Never use `any`.', 'Avoid `any`.'],
  ['Use pnpm instead of npm.', 'Use pnpm.'],
])('“%s” beside “%s”', (one, other) => {
  expect(contradiction(said('1', one), said('2', other))).toBeUndefined();
});

test('rules contradict one another only where both hold', () => {
  const clash = (a: Scope, b: Scope) =>
    contradiction(said('1', 'Use tabs.', a), said('2', 'Never use tabs.', b)) !== undefined;
  expect(clash({}, { repo: 'a' })).toBe(true);
  expect(clash({ repo: 'a' }, { repo: 'b' })).toBe(false);
  expect(clash({ language: 'go' }, { language: 'python' })).toBe(false);
  expect(clash({ glob: 'src/**' }, { glob: 'test/**' })).toBe(false);
  expect(clash({ glob: 'src/**' }, { glob: 'src/api/*.ts' })).toBe(true);
});

test('what holds in a case of its own is an exception', () => {
  const use = rule('1', { directive: { force: 'must', subject: 'use tabs' } });
  const directive = { force: 'never', subject: 'tabs', condition: 'in YAML' } as const;
  expect(contradiction(use, rule('2', { directive }))).toBeUndefined();
});

test('the same lint rule with another choice', () => {
  const quotes = (id: string, options: (string | object)[]) =>
    rule(id, {
      detector: {
        spec: { kind: 'lint', rule: 'quotes', options: options as string[] },
        state: 'on',
      },
    });
  const [single, double] = [quotes('1', ['single']), quotes('2', ['double'])];
  expect(contradiction(single, double)).toContain('quotes');
  expect(contradiction(single, quotes('3', ['single']))).toBeUndefined();
  // Lists of what is forbidden add up.
  expect(contradiction(quotes('1', [{ a: 1 }]), quotes('2', [{ b: 1 }]))).toBeUndefined();
  expect(contradictions([single, said('5', 'Use tabs.'), double])).toEqual([
    { one: 'm_1', other: 'm_2', why: expect.stringContaining('single') as string },
  ]);
});

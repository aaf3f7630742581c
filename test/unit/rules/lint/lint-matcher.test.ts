import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../../src/rules/lint/catalogue';
import { NO_RULE } from '../../../../src/rules/lint/lint-entry';
import { LintMatcher } from '../../../../src/rules/lint/lint-matcher';
import { LintFamily } from '../../../../src/rules/lint/lint-family';
import { LintSpec } from '../../../../src/memory/detector';

const matcher = new LintMatcher(CATALOGUE);

function ruleOf(sentence: string): string | undefined {
  return matcher.match(sentence)?.rule;
}

function optionsOf(sentence: string): unknown {
  return matcher.match(sentence)?.options;
}

describe('LintMatcher', () => {
  it.each([
    ['Please stop using `var`', 'no-var'],
    ['Compare things with ===, never with ==', 'eqeqeq'],
    ['Ternaries inside of ternaries are forbidden', 'no-nested-ternary'],
    ['Do not call eval, it is a security risk', 'no-eval'],
    ['Functions without `await` must not be async', 'require-await'],
    ['Every `switch` has a `default`', 'default-case'],
    ['Always pass the radix to `parseInt`', 'radix'],
    ['We never leave `debugger` statements behind', 'no-debugger'],
    ['Put curly braces around the body of every if', 'curly'],
    ['Don’t use the `any` type', '@typescript-eslint/no-explicit-any'],
    ['No non-null assertions', '@typescript-eslint/no-non-null-assertion'],
    ['Never use `@ts-ignore`', '@typescript-eslint/ban-ts-comment'],
    ['Throw only Error objects', 'no-throw-literal'],
    ['No whitespace at the end of lines', 'no-trailing-spaces'],
  ])('finds by its meaning: %s', (sentence, rule) => {
    expect(ruleOf(sentence)).toBe(rule);
  });

  it.each([
    ['Guys, an async function that awaits nothing drives me nuts', 'require-await'],
    ['- Constructor with an empty body → delete it', 'no-useless-constructor'],
    ['- `x ? true : false`: kill it, the condition is a boolean already', 'no-unneeded-ternary'],
    ['pls stop leaving `console` calls behind, the CI log is unreadable', 'no-console'],
    ['Nobody needs `new Object()`, write `{}`', 'no-object-constructor'],
    ['In a `constructor` never return a value', 'no-constructor-return'],
    ['- switch with no `default` = not ok', 'default-case'],
    ['Ternary inside a ternary gives me a headache', 'no-nested-ternary'],
    ['A `let` that is never reassigned should be a `const`', 'prefer-const'],
    ['No backslash in front of 8 or 9 in strings', 'no-nonoctal-decimal-escape'],
    ['Do not glue strings onto `__dirname` with a plus', 'no-path-concat'],
  ])('finds by chatty words: %s', (sentence, rule) => {
    expect(ruleOf(sentence)).toBe(rule);
  });

  it.each([
    'Always use var',
    'Use `var` instead of `let`',
    'Use console.log for debugging',
    'Always use eval',
    'Nest ternaries',
    'Put an assignment in conditions',
    'Always await in a loop',
    'Leave trailing whitespace at the end of lines',
    'Use the any type',
  ])('does not take the contrary for it: %s', (sentence) => {
    expect(ruleOf(sentence)).toBeUndefined();
  });

  it.each([
    'Never log passwords',
    'Never use any ORM directly',
    'Handle errors properly',
    'Prefer async/await over promise chains',
    'Use strict TypeScript',
    'Never push to main',
    'Run the tests before you commit',
    'Commit messages must be in the imperative',
    'Every component has a test',
    'Do not import from the database layer in components',
    'Use snake_case for table names in SQL',
    'No bare except in Python',
    'Never use !important in CSS',
    'Keep it simple',
    'Use environment variables for secrets',
    'Avoid classes, prefer functions',
    'You use Python 3.12',
    'Provide type definitions and interfaces',
    'Use async def for asynchronous operations and def for synchronous ones',
    '',
    '```',
  ])('leaves alone what is no lint rule: %s', (sentence) => {
    expect(ruleOf(sentence)).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['Use single quotes', ['single', { avoidEscape: true }]],
    ['Never use single quotes', ['double', { avoidEscape: true }]],
    ['Use double quotes, not single quotes', ['double', { avoidEscape: true }]],
    ['No semicolons', ['never']],
    ['Always use semicolons', []],
    ['Indent with 2 spaces', [2]],
    ['Use four spaces for indentation', [4]],
    ['Use tabs for indentation', ['tab']],
    ['Functions of at most 50 lines', [{ max: 50 }]],
    ['No functions longer than 40 lines', [{ max: 40 }]],
    ['Functions must not take more than three parameters', [{ max: 3 }]],
    ['Fewer than 5 parameters per function', [{ max: 4 }]],
    ['Lines under 100 characters', [{ code: 99 }]],
    ['Keep lines to at most 120 characters', [{ code: 120 }]],
    ['No console.log, except console.error', [{ allow: ['error'] }]],
    ['One class per file', [1]],
  ])('takes options from the words: %s', (sentence, options) => {
    expect(optionsOf(sentence)).toEqual(options);
  });

  it('forbids of the console what was named', () => {
    expect(ruleOf('Never use console.log')).toBe('no-console');
    expect(JSON.stringify(optionsOf('Never use console.log'))).toContain('"warn"');
    expect(optionsOf('Never use the console')).toEqual([]);
  });

  it('tells rules apart that forbid and demand the same thing', () => {
    expect(ruleOf('Put a space before function parentheses')).toBe('space-before-function-paren');
    expect(optionsOf('Put a space before function parentheses')).toEqual([]);
    expect(optionsOf('No space before function parentheses')).toEqual(['never']);
  });

  it('gives no rule for a number that it has no place for', () => {
    expect(ruleOf('Never use var in more than 3 files')).toBeUndefined();
  });
});

describe('CATALOGUE', () => {
  it('names rules that there are, with options that they take', async () => {
    const family = new LintFamily();
    for (const { rule, options = [] } of CATALOGUE) {
      if (rule === NO_RULE) continue;
      const text = JSON.stringify({ kind: 'lint', rule, options }).replace('"{n}"', '3');
      await expect(family.prepare(LintSpec.parse(JSON.parse(text))), text).resolves.toBeDefined();
    }
  });

  it('is found by nearly all that it says itself', () => {
    const sayings = CATALOGUE.filter(({ rule }) => rule !== NO_RULE).flatMap(({ rule, says }) =>
      says.split('\n').map((saying) => ({ rule, saying })),
    );
    const found = sayings.filter(({ rule, saying }) => ruleOf(saying) === rule);
    expect(found.length / sayings.length).toBeGreaterThan(0.98);
  });
});

import { describe, expect, it } from 'vitest';
import type { Force } from '../../../../src/memory/directive';
import { demandsOf } from '../../../../src/rules/words/directive';

const directivesOf = (text: string, force?: Force) =>
  demandsOf(text, force).map(({ directive }) => directive);

describe('demandsOf', () => {
  it.each([
    ['Never commit directly to main', 'never', 'commit directly to main', undefined],
    ["Don't suggest whitespace changes.", 'never', 'suggest whitespace changes', undefined],
    ['Please do not use `any`', 'never', 'use `any`', undefined],
    ['No force pushes', 'never', 'force pushes', undefined],
    ['Secrets must not be logged', 'never', 'Secrets be logged', undefined],
    ['Default exports are forbidden', 'never', 'Default exports', undefined],
    ['DO NOT edit generated files!', 'never', 'edit generated files', undefined],
    ['NEVER: secrets in logs', 'never', 'secrets in logs', undefined],
    ['Make sure not to log tokens', 'never', 'log tokens', undefined],
    ['Ensure no test is skipped', 'never', 'test is skipped', undefined],
    ['Disallow `eval`', 'never', '`eval`', undefined],
    ['Disallow `a` in favor of `b`', 'never', '`a`', '`b`'],
    ['Global state should be avoided', 'avoid', 'Global state', undefined],
    ['Use inheritance sparingly', 'avoid', 'Use inheritance sparingly', undefined],
    ['Use pnpm, never npm', 'must', 'Use pnpm', 'npm'],
    ['Use `const`, not `var`', 'must', 'Use `const`', '`var`'],
    ['Instead of `a`, use `b`', 'must', 'use `b`', '`a`'],
    ['Require `let` or `const` instead of `var`', 'must', 'Require `let` or `const`', '`var`'],
    ['Prefer `a` to `b`', 'prefer', '`a`', '`b`'],
    ['Favor composition', 'prefer', 'composition', undefined],
    ['Avoid .format()', 'avoid', '.format()', undefined],
    ['No interface{} in arguments', 'never', 'interface{} in arguments', undefined],
    ['Please no force pushes', 'never', 'force pushes', undefined],
    ['Send tokens over HTTPS', 'must', 'Send tokens over HTTPS', undefined],
    [
      'Handle authentication errors properly',
      'must',
      'Handle authentication errors properly',
      undefined,
    ],
    ['Avoid classes; use functions', 'avoid', 'classes', 'use functions'],
    ['Functions should not exceed 50 lines', 'never', 'Functions exceed 50 lines', undefined],
    ['Global state is discouraged', 'avoid', 'Global state', undefined],
    ['All bug fixes must have tests', 'must', 'All bug fixes have tests', undefined],
    ['Always run the linter', 'must', 'run the linter', undefined],
    ['Make sure to close files', 'must', 'close files', undefined],
    ['Code review is required', 'must', 'Code review', undefined],
    ['Use snake_case for files', 'must', 'Use snake_case for files', undefined],
    ['Use `Map` instead of objects', 'must', 'Use `Map`', 'objects'],
    ['Naming: Use descriptive names', 'must', 'Use descriptive names', undefined],
    ['Prefer iteration over duplication', 'prefer', 'iteration', 'duplication'],
    ['Tests should be small', 'must', 'Tests be small', undefined],
    ['Tests should ideally be small', 'prefer', 'Tests be small', undefined],
    ['Composition is preferred', 'prefer', 'Composition', undefined],
    ['Consider a cache', 'prefer', 'a cache', undefined],
  ])('%s', (text, force, subject, alternative) => {
    expect(directivesOf(text)).toEqual([{ force, subject, ...(alternative && { alternative }) }]);
  });

  it.each([
    'The cache never expires',
    'Rules are located in `lib/rules`',
    'This is always run first',
    'Indexes are kept to avoid slow scans',
    'Should we use tabs?',
    'The server does not support HTTP/1.0',
    "You don't need to build first",
    'No longer maintained',
    'Run `npm test` for the tests',
    'Test files mirror the sources',
    'State management with Redux',
    'Default values for props',
    'What Is Clean Code?',
    'Format: `type(scope): text`',
    'Use',
    '',
    '!!!',
  ])('%s demands nothing', (text) => {
    expect(directivesOf(text)).toEqual([]);
  });

  it('keeps apart what is asked for, when and why', () => {
    expect(directivesOf('When adding a route, update the map because it is checked')).toEqual([
      {
        force: 'must',
        subject: 'update the map',
        condition: 'When adding a route',
        reason: 'it is checked',
      },
    ]);
    expect(directivesOf('Run the tests before each commit')).toEqual([
      { force: 'must', subject: 'Run the tests', condition: 'before each commit' },
    ]);
    expect(directivesOf('In tests, never use `sleep`, since it is flaky')).toEqual([
      { force: 'never', subject: 'use `sleep`', condition: 'In tests', reason: 'it is flaky' },
    ]);
    expect(directivesOf('Use hooks where possible')).toEqual([
      { force: 'prefer', subject: 'Use hooks', condition: 'where possible' },
    ]);
    expect(directivesOf('To avoid leaks, close every file')).toEqual([
      { force: 'must', subject: 'close every file', reason: 'To avoid leaks' },
    ]);
    expect(directivesOf('Use guards (they keep nesting low)')).toEqual([
      { force: 'must', subject: 'Use guards', reason: 'they keep nesting low' },
    ]);
    expect(directivesOf('Never use `a`, it hides errors; use `b` instead')).toEqual([
      { force: 'never', subject: 'use `a`', alternative: 'use `b`', reason: 'it hides errors' },
    ]);
    expect(directivesOf('Check if the user exists')).toEqual([
      { force: 'must', subject: 'Check if the user exists' },
    ]);
  });

  it('makes a directive of each clause that demands for itself', () => {
    expect(demandsOf('Strict mode, never `any` (use `unknown`), prefer `a` over `b`')).toEqual([
      {
        directive: { force: 'never', subject: '`any`', alternative: 'use `unknown`' },
        words: 'never `any` (use `unknown`)',
      },
      {
        directive: { force: 'prefer', subject: '`a`', alternative: '`b`' },
        words: 'prefer `a` over `b`',
      },
    ]);
    const forces = (text: string) => directivesOf(text).map(({ force }) => force);
    expect(forces('Validate, trim and escape all input')).toEqual(['must']);
    expect(forces('Always define routes in files — never build them at run time')).toEqual([
      'must',
      'never',
    ]);
    expect(forces('Hash passwords with a salt; never write your own hash')).toEqual([
      'must',
      'never',
    ]);
  });

  it('takes the force that it is given for words without one', () => {
    expect(directivesOf('Class components', 'avoid')).toEqual([
      { force: 'avoid', subject: 'Class components' },
    ]);
    expect(directivesOf('Never use `var`', 'avoid')[0]?.force).toBe('never');
    expect(directivesOf('Use `var`', 'never')[0]).toEqual({ force: 'never', subject: 'Use `var`' });
  });

  it('reads nothing within quotes and code', () => {
    expect(directivesOf('The banner says "never use this"')).toEqual([]);
    expect(directivesOf('`always x; never y` is what it prints')).toEqual([]);
  });
});

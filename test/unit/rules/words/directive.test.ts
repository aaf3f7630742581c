import { describe, expect, it } from 'vitest';
import { parseDirective } from '../../../../src/rules/words/directive';

describe('parseDirective', () => {
  it.each([
    ['Never commit directly to main', 'never', 'commit directly to main', undefined],
    ["Don't suggest whitespace changes.", 'never', 'suggest whitespace changes', undefined],
    ['Please do not use `any`', 'never', 'use `any`', undefined],
    ['No force pushes', 'never', 'force pushes', undefined],
    ['Secrets must not be logged', 'never', 'Secrets be logged', undefined],
    ['Default exports are forbidden', 'never', 'Default exports', undefined],
    ['Never use `var`. Use `const` instead.', 'never', 'use `var`', 'Use `const` instead'],
    ['Avoid classes; use functions', 'avoid', 'classes', 'use functions'],
    ['Functions should not exceed 50 lines', 'avoid', 'Functions exceed 50 lines', undefined],
    ['Global state is discouraged', 'avoid', 'Global state', undefined],
    ['All bug fixes must have tests', 'must', 'All bug fixes have tests', undefined],
    ['Always run the linter', 'must', 'run the linter', undefined],
    ['Make sure to close files', 'must', 'close files', undefined],
    ['Approval is required before a merge', 'must', 'Approval before a merge', undefined],
    ['Use snake_case for files', 'must', 'Use snake_case for files', undefined],
    ['Use `Map` instead of objects', 'must', 'Use `Map`', 'objects'],
    ['Naming: Use descriptive names', 'must', 'Use descriptive names', undefined],
    ['When adding a route, update the map', 'must', 'update the map', undefined],
    ['Run the tests before each commit', 'must', 'Run the tests before each commit', undefined],
    ['Prefer iteration over duplication', 'prefer', 'iteration', 'duplication'],
    ['Tests should be small', 'prefer', 'Tests be small', undefined],
    ['Use hooks where possible', 'prefer', 'Use hooks where possible', undefined],
    ['Composition is preferred', 'prefer', 'Composition', undefined],
    ['Consider a cache', 'prefer', 'a cache', undefined],
  ])('%s', (text, force, subject, alternative) => {
    expect(parseDirective(text)).toEqual({ force, subject, ...(alternative && { alternative }) });
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
    'Format: `type(scope): text`',
    'Use',
    '',
    '!!!',
  ])('%s demands nothing', (text) => {
    expect(parseDirective(text)).toBeUndefined();
  });

  it('takes long and odd text without losing time', () => {
    const started = performance.now();
    for (const text of [
      'use '.repeat(20_000),
      '- '.repeat(20_000),
      'a, '.repeat(20_000),
      '`'.repeat(40_000),
    ]) {
      parseDirective(text);
    }
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

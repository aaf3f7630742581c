import { describe, expect, test } from 'vitest';
import { matcher } from '../../../../src/editor/capture/glob-matcher';

describe('matcher', () => {
  test.each<[string, string, boolean]>([
    ['**/.git', '.git/COMMIT_EDITMSG', true],
    ['**/node_modules', 'a/node_modules/b/index.js', true],
    ['secrets/', 'secrets/key.pem', true],
    ['/secrets', 'secrets/key.pem', true],
    ['**/*.env', 'apps/.env', true],
    ['**/*.{key,pem}', 'x/y.pem', true],
    ['secrets', 'src/secrets.ts', false],
    ['**/.git', 'src/git.ts', false],
  ])('%s on %s: %s', (glob, path, answer) => {
    expect(matcher([glob])(path)).toBe(answer);
  });

  test('nothing is excluded by nothing', () => {
    expect(matcher([])('a.ts')).toBe(false);
  });
});

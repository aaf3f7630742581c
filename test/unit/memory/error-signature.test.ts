import { describe, expect, it } from 'vitest';
import { errorSignature } from '../../../src/memory/error-signature';

describe('errorSignature', () => {
  it.each([
    [
      { message: "Property 'foo' does not exist on type 'Bar'.", code: '2339', source: 'ts' },
      'ts 2339: property … does not exist on type ….',
    ],
    [
      { message: 'Expected 2 arguments, but got 1.', code: '2554', source: 'ts' },
      'ts 2554: expected … arguments, but got ….',
    ],
    [
      { message: 'ENOENT: no such file or directory, open /home/me/a.txt' },
      'enoent: no such file or directory, open …',
    ],
    [{ message: String.raw`cannot open C:\work\x.cs:12:4` }, 'cannot open …'],
    [{ message: 'first line\n  at foo (b.js:1:2)' }, 'first line'],
    [
      { message: 'undefined name `total`', code: 'F821', source: 'ruff' },
      'ruff F821: undefined name …',
    ],
  ])('of %j', (problem, signature) => {
    expect(errorSignature(problem)).toBe(signature);
  });

  it('is the same for the same error elsewhere, and another for another', () => {
    const of = (message: string, code = '2304') => errorSignature({ message, code, source: 'ts' });
    expect(of("Cannot find name 'axios'.")).toBe(of("Cannot find name 'fetchUser'."));
    expect(of("Cannot find name 'axios'.")).not.toBe(of("Cannot find name 'axios'.", '2305'));
  });
});

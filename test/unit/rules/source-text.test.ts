import { expect, test } from 'vitest';
import { isSourceText } from '../../../src/rules/source-text';

test('what nobody wrote by hand is not checked', () => {
  expect(isSourceText('')).toBe(true);
  expect(isSourceText('x'.repeat(9000))).toBe(true);
  expect(isSourceText('const a = 1;\n'.repeat(20_000))).toBe(true);
  expect(isSourceText('const a = 1;'.repeat(2000))).toBe(false);
  expect(isSourceText('const a = 1;\n'.repeat(30_000))).toBe(false);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HumanError } from '../../../src/memory/human-error';
import { LinearExpression } from '../../../src/syntax/linear-expression';

test('finds places, counted as the editor counts', () => {
  const expression = new LinearExpression('b+');
  expect(expression.all('😀 abb b')).toEqual([
    { start: 4, end: 6 },
    { start: 7, end: 8 },
  ]);
  expect(expression.first('nothing')).toBeUndefined();
});

test('lines begin and end anywhere in the text', () => {
  expect(new LinearExpression('[ \\t]+$').all('a \nb\t\nc')).toHaveLength(2);
});

test('case can be ignored', () => {
  expect(new LinearExpression('todo', { ignoreCase: true }).matches('// TODO: x')).toBe(true);
  expect(new LinearExpression('todo').matches('// TODO: x')).toBe(false);
});

test('what would take exponential time elsewhere ends here', () => {
  expect(new LinearExpression('(a+)+$').matches(`${'a'.repeat(20_000)}b`)).toBe(false);
});

test.each(['(', '(?<=a)b', '\\1', 'a{5000}', '(?:(?:a{50}){50}){50}'])(
  '%s is refused with a reason',
  (expression) => {
    expect(() => new LinearExpression(expression)).toThrow(HumanError);
  },
);

test('an expression that is read finds stretches in order, or it is refused', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 200 }), (source, text) => {
      try {
        let last = 0;
        for (const { start, end } of new LinearExpression(source).all(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      } catch (error) {
        expect(error).toBeInstanceOf(HumanError);
      }
    }),
  );
});

test('a quoted text stands for itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), (text) => {
      expect(new LinearExpression(LinearExpression.quote(text)).first(text)).toEqual({
        start: 0,
        end: text.length,
      });
    }),
  );
});

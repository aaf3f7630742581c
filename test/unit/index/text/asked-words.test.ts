import { expect, test } from 'vitest';
import { CodeTokenizer } from '../../../../src/index/code-tokenizer';
import { askedOften } from '../../../../src/index/text/asked-words';

const tokenizer = new CodeTokenizer();

test('saying a word again adds ever less', () => {
  const often = askedOften(tokenizer.words('parser parser parser lexer'), 0);
  expect(often.get('lexer')).toBe(1);
  expect(often.get('parser')).toBe(1.5);
});

test('a word of the headline counts more, when more follows', () => {
  const words = tokenizer.words('parser\nlexer');
  const often = askedOften(words, 1);
  expect(often.get('parser')).toBeGreaterThan(often.get('lexer') ?? 0);
  expect(askedOften(words, 2).get('parser')).toBe(1);
});

test('the name of a language counts little', () => {
  expect(askedOften(tokenizer.words('python parser'), 0).get('python')).toBeLessThan(0.5);
});

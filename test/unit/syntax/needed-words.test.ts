import { expect, test } from 'vitest';
import { neededWords } from '../../../src/syntax/needed-words';

test.each([
  [{ pattern: 'console.log($$$ARGS)' }, ['console']],
  [{ pattern: '$A.unwrap()' }, ['unwrap']],
  [{ pattern: '$A + $B' }, undefined],
  [{ any: [{ pattern: 'a1($A)' }, { pattern: '$A.b2()' }] }, ['a1', 'b2']],
  [{ any: [{ pattern: 'a1($A)' }, { kind: 'string' }] }, undefined],
  [{ kind: 'string', regex: '^[\'"]moment(/.*)?[\'"]$' }, ['moment']],
  [{ kind: 'identifier', regex: '^(?:foo|bar)$' }, ['foo', 'bar']],
  [{ kind: 'identifier', regex: '^(fo+|ba.r)x$' }, undefined],
  [{ kind: 'identifier', regex: '^\\w+$' }, undefined],
  [{ kind: 'a', has: { pattern: 'foo' }, inside: { pattern: 'longer' } }, ['longer']],
  [{ all: [{ pattern: 'foo' }, { kind: 'b' }] }, ['foo']],
  [{ kind: 'a', not: { pattern: 'foo' } }, undefined],
])('%j needs %j', (rule, words) => {
  expect(neededWords(rule)).toEqual(words);
});

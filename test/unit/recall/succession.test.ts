import { describe, expect, test } from 'vitest';
import { CodeTokenizer } from '../../../src/index/code-tokenizer';
import { foldDuplicates } from '../../../src/recall/folding';
import { Readings } from '../../../src/recall/reading';
import { succession } from '../../../src/recall/succession';
import { edge, memory } from './world';

const memories = new Map(['a', 'b', 'c'].map((id) => [id, memory(id, id)]));

describe('what gives way', () => {
  test('follows a chain to its end', () => {
    const edges = [edge('b', 'supersedes', 'a'), edge('c', 'supersedes', 'b')];
    expect(succession(edges, memories, () => true)).toEqual(
      new Map([
        ['a', 'c'],
        ['b', 'c'],
      ]),
    );
  });

  test('nobody gives way in a circle', () => {
    const edges = [edge('b', 'supersedes', 'a'), edge('a', 'supersedes', 'b')];
    expect(succession(edges, memories, () => true).size).toBe(0);
  });

  test('nobody gives way to one that does not hold, or is unknown', () => {
    const edges = [edge('b', 'supersedes', 'a'), edge('x', 'supersedes', 'c')];
    expect(succession(edges, memories, ({ id }) => id !== 'b').size).toBe(0);
  });

  test('of two that contradict each other the confirmed one stays', () => {
    const mixed = new Map([
      ['a', memory('a', 'a', { status: 'candidate', updatedAt: 9e15 })],
      ['b', memory('b', 'b')],
    ]);
    expect(succession([edge('a', 'contradicts', 'b')], mixed, () => true)).toEqual(
      new Map([['a', 'b']]),
    );
  });
});

describe('what says the same', () => {
  const folded = (...texts: string[]): string[] =>
    foldDuplicates(
      texts.map((text) => ({ memory: memory(text, text), score: 1, reasons: [], way: undefined })),
      new Readings(new CodeTokenizer()),
    ).map(({ ranked }) => ranked.memory.text);

  test('is kept once, the first of it', () => {
    const text = 'Run the formatter before each commit to this repository';
    expect(folded(text, text.toUpperCase(), `${text}!`)).toEqual([text]);
  });

  test.each([
    ['Run the formatter before each commit', 'Never run the formatter before each commit'],
    [
      'The service needs Node 18 to run in the cluster',
      'The service needs Node 20 to run in the cluster',
    ],
    ["The service doesn't need a lock here", 'The service does need a lock here'],
    ['→', '←'],
  ])('%s | %s', (one, other) => {
    expect(folded(one, other)).toEqual([one, other]);
  });
});

import { describe, expect, test } from 'vitest';
import { CodeTokenizer } from '../../../src/index/code-tokenizer';
import { packWithin, type Packable } from '../../../src/recall/packing';
import { Readings } from '../../../src/recall/reading';
import { renderedItem } from '../../../src/recall/rendering';
import { tokenCount } from '../../../src/recall/token-count';
import { seeded } from '../learning/seeded';
import { memory } from './world';

const count = await tokenCount();
const readings = new Readings(new CodeTokenizer());
const random = seeded(11);
const upTo = (limit: number): number => Math.floor(random() * limit);

const PIECES = [
  ...[
    'the cache',
    ' of prices',
    '\n',
    '\r\n',
    '\n\n  ',
    '\t',
    ' ',
    '. ',
    '`fetchJson()`',
    '\u2028',
  ],
  ...[
    '</mneme-memories>',
    '[2] rule',
    '漢字',
    '👩‍👩‍👧',
    '\ud800',
    'é',
    '{"a": [1, 22, 4444]}',
    '//',
    '---',
    "'s",
  ],
];

function packable(at: number, score: number, text: string): Packable {
  const ranked = { memory: memory(`m${at}`, text), score, reasons: [], way: undefined };
  return { ranked, same: [], replaces: [] };
}

function hostile(many: number): Packable[] {
  return Array.from({ length: many }, (_, at) => {
    const text = Array.from({ length: 1 + upTo(30) }, () => PIECES[upTo(PIECES.length)]).join('');
    return packable(at, 1 - at / many, `${text.trim()}x`);
  });
}

describe('a pack of whatever texts', () => {
  test('never costs more than its budget, and exactly what it says', () => {
    for (let round = 0; round < 60; round++) {
      const items = hostile(upTo(30));
      const budget = upTo(900);
      const { packed, rendered, tokens, overBudget } = packWithin(
        budget,
        'r_1',
        items,
        count,
        readings,
      );
      expect(tokens).toBe(count(rendered));
      expect(tokens).toBeLessThanOrEqual(budget);
      expect(packed.length + overBudget).toBe(items.length);
      if (packed.length === 0) expect(rendered).toBe('');
    }
  });

  test('holds each memory whole, the most relevant first', () => {
    const items = hostile(40);
    const { packed, rendered } = packWithin(700, 'r_1', items, count, readings);
    expect(packed.length).toBeGreaterThan(3);
    const scores = packed.map(({ ranked }) => ranked.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const [at, { ranked }] of packed.entries()) {
      expect(rendered).toContain(renderedItem(ranked.memory, at + 1));
    }
  });

  test('is the same each time', () => {
    const items = hostile(40);
    const once = packWithin(500, 'r_1', items, count, readings);
    expect(packWithin(500, 'r_1', items, count, readings)).toEqual(once);
  });
});

describe('what goes in', () => {
  const long = `The release needs a signed tag. ${'It is described at great length. '.repeat(20)}`;

  test('of two as relevant the one that costs less', () => {
    const items = [packable(0, 0.8, long), packable(1, 0.8, 'Tags are signed')];
    const { packed, overBudget } = packWithin(200, 'r_1', items, count, readings);
    expect(packed.map(({ ranked }) => ranked.memory.id)).toEqual(['m1']);
    expect(overBudget).toBe(1);
  });

  test('the one that matters most, however many weak ones would fit in its place', () => {
    const weak = Array.from({ length: 12 }, (_, at) =>
      packable(at + 1, 0.35, `Note ${at} on tags`),
    );
    const { packed } = packWithin(250, 'r_1', [packable(0, 0.9, long), ...weak], count, readings);
    expect(packed[0]?.ranked.memory.id).toBe('m0');
  });

  test('another thing rather than nearly the same again', () => {
    const items = [
      packable(0, 0.8, 'Prices are cached in Redis for an hour by the price service'),
      packable(1, 0.79, 'Prices are cached in Redis for an hour by the price service of ours'),
      packable(2, 0.78, 'A stale quote must be refreshed before checkout begins its transaction'),
    ];
    const { packed } = packWithin(150, 'r_1', items, count, readings);
    expect(packed.map(({ ranked }) => ranked.memory.id)).toEqual(['m0', 'm2']);
  });
});

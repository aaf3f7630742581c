import { describe, expect, it } from 'vitest';
import { cureOf } from '../../../src/learning/cure';
import { differences } from '../../../src/learning/token-diff';
import { meaningful, tokenise } from '../../../src/learning/tokens';
import type { Fault } from '../../../src/memory/fault';

const fault = (rule: string, text: string, piece: string): Fault => ({
  rule,
  kind: 'suggestion',
  message: rule,
  start: text.indexOf(piece),
  end: text.indexOf(piece) + piece.length,
});

/** The rules that a rewrite cures: `rule: piece` tells each text's faults. */
function cured(
  [was, before]: readonly [string, Readonly<Record<string, string>>],
  [is, after]: readonly [string, Readonly<Record<string, string>>],
): string[] {
  const tokens = (text: string) => meaningful(tokenise(text, 'javascript'));
  const faults = (text: string, told: Readonly<Record<string, string>>) =>
    Object.entries(told).map(([rule, piece]) => fault(rule, text, piece));
  return cureOf(
    { before: faults(was, before), after: faults(is, after) },
    differences(tokens(was), tokens(is)) ?? [],
    tokens(was),
  ).map(({ rule }) => rule);
}

describe('a fault is cured', () => {
  it('when its rule finds it no more', () => {
    expect(cured(['var x = 1;', { 'no-var': 'var x' }], ['const x = 1;', {}])).toEqual(['no-var']);
  });

  it('not when its rule finds as much as before', () => {
    expect(
      cured(['var x = 1;', { 'no-var': 'var x' }], ['var y = 1;', { 'no-var': 'var y' }]),
    ).toEqual([]);
  });

  it('not when its lines went and nothing came in their place', () => {
    const was = 'go();\nvar x = 1;\nstay();';
    expect(cured([was, { 'no-var': 'var x' }], ['go();\nstay();', {}])).toEqual([]);
    expect(cured([was, { 'no-var': 'var x' }], ['go();\nlet x = 1;\nstay();', {}])).toEqual([
      'no-var',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../src/memory/signal';
import { episodeOf } from '../../../src/upkeep/episode';

const base = {
  session: 'n_1',
  repo: 'host/me/shop',
  confidence: 1,
  evidence: [],
};
let count = 0;
const at = (minute: number) => ({
  ...base,
  id: `s_${count++}`,
  at: Date.UTC(2026, 10, 2, 9, minute),
});

const accepted = (minute: number, file: string): Signal => ({
  ...at(minute),
  kind: 'accepted',
  file,
  suggestion: `g_${minute}`,
  text: 'x()',
  line: 1,
  partial: false,
});

describe('episodeOf', () => {
  it('tells what was worked on, what became of suggestions, and what was committed', () => {
    const signals: Signal[] = [
      accepted(1, 'src/cart.ts'),
      accepted(2, 'src/cart.ts'),
      accepted(3, 'src/price.ts'),
      { ...at(4), kind: 'reverted', suggestion: 'g_3', text: 'x()', line: 1, after: 900 },
      { ...at(5), kind: 'task', name: 'npm: test', group: 'test', exitCode: 1 },
      { ...at(6), kind: 'commit', sha: 'abc', subject: 'Round prices' },
    ];
    const episode = episodeOf(signals);
    expect(episode?.draft.text).toBe(
      'On 2026-11-02 in shop: worked on src/cart.ts, src/price.ts; accepted 3 suggestions, undid 1 ' +
        'and rewrote 0 of them; npm: test failed; committed “Round prices”.',
    );
    expect(episode?.draft.provenance.evidence).toMatchObject([
      { kind: 'commit', text: 'Round prices' },
    ]);
    expect(episode?.about.map(({ name }) => name)).toEqual(['src/cart.ts', 'src/price.ts']);
    expect(
      episode?.edges('m_1').every(({ from, type }) => from === 'm_1' && type === 'about'),
    ).toBe(true);
  });

  it('is the same whatever order the signals come in', () => {
    const signals = [accepted(1, 'a.ts'), accepted(2, 'b.ts'), accepted(3, 'b.ts')];
    expect(episodeOf([...signals].reverse())?.draft).toEqual(episodeOf(signals)?.draft);
  });

  it('has nothing to tell of a session of typing', () => {
    const typed: Signal = {
      ...at(1),
      kind: 'edit',
      cause: 'typed',
      changes: 40,
      inserted: 40,
      removed: 0,
    };
    expect(episodeOf([typed])).toBeUndefined();
    expect(episodeOf([])).toBeUndefined();
  });
});

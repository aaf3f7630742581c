import { describe, expect, it } from 'vitest';
import { agreementsOf, calibratedWeight } from '../../../src/learning/calibration';
import { EVIDENCE_WEIGHTS, type EvidenceName } from '../../../src/learning/evidence-weights';
import type { Outcome, Verdict } from '../../../src/memory/outcome';
import { NOW } from './samples';

function outcome(exposure: number, verdict: Verdict, evidence: string): Outcome {
  return {
    exposure: `x${exposure}`,
    memory: 'm',
    verdict,
    weight: 1,
    at: NOW,
    reason: '',
    evidence,
    signals: evidence === 'verdict' ? [] : ['s'],
  };
}

/** Showings of which a person said one thing and something seen another. */
function showings(count: number, seen: Verdict, said: Verdict, evidence: EvidenceName): Outcome[] {
  return Array.from({ length: count }, (_, at) => [
    outcome(at, seen, evidence),
    outcome(at, said, 'verdict'),
  ]).flat();
}

describe('the weight of a kind of evidence', () => {
  it('is the written one while nobody has said anything', () => {
    for (const name of Object.keys(EVIDENCE_WEIGHTS) as EvidenceName[]) {
      expect(calibratedWeight(name, new Map())).toBeCloseTo(EVIDENCE_WEIGHTS[name].weight, 12);
    }
  });

  it('rises with each agreement and falls with each disagreement, within its bounds', () => {
    const written = EVIDENCE_WEIGHTS.testGreen.weight;
    const after = (agreeing: number, disagreeing: number): number =>
      calibratedWeight(
        'testGreen',
        agreementsOf([
          ...showings(agreeing, 'helped', 'helped', 'testGreen'),
          ...showings(disagreeing, 'helped', 'harmed', 'testGreen').map((one) => {
            return { ...one, exposure: `y${one.exposure}` };
          }),
        ]),
      );
    expect(after(1, 0)).toBeGreaterThan(written);
    expect(after(3, 0)).toBeGreaterThan(after(1, 0) - 1e-12);
    expect(after(0, 1)).toBeLessThan(written);
    expect(after(1000, 0)).toBe(2 * written);
    expect(after(0, 1000)).toBe(0.25 * written);
    expect(after(500, 500)).toBe(0.25 * written);
  });

  it('goes by the newest word, once for each showing, and by no word taken back', () => {
    const seen = outcome(1, 'helped', 'survived 5min');
    const agreements = agreementsOf([
      seen,
      seen,
      outcome(1, 'harmed', 'verdict'),
      outcome(1, 'helped', 'verdict'),
      outcome(2, 'helped', 'survived 5min'),
      outcome(2, 'unknown', 'verdict'),
    ]);
    expect([...agreements]).toEqual([['survived 5min', { agreed: 1, disagreed: 0 }]]);
  });

  it('is moved by nothing that cannot be compared', () => {
    const agreements = agreementsOf([
      ...showings(1, 'ignored', 'harmed', 'notFollowed'),
      outcome(5, 'helped', 'testGreen'),
      outcome(6, 'helped', 'of another version'),
      outcome(6, 'helped', 'verdict'),
    ]);
    expect(agreements.size).toBe(0);
  });
});

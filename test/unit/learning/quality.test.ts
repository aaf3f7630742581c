import { describe, expect, it } from 'vitest';
import {
  initialQuality,
  lowerBound as lowerBoundOf,
  mean as meanOf,
  posterior as posteriorOf,
  withOutcome as withOutcomeOf,
} from '../../../src/learning/quality';
import { type Outcome, type Verdict, VERDICTS } from '../../../src/memory/outcome';
import { type Provenance, SOURCES, TRUST } from '../../../src/memory/provenance';
import type { Quality } from '../../../src/memory/quality';
import { EVIDENCE_HALF_LIFE } from '../../../src/learning/evidence-half-life';
import { NOW } from './samples';
import { seeded } from './seeded';

const HALF_LIFE = EVIDENCE_HALF_LIFE.fact;
const fact = (quality: Quality) => ({ kind: 'fact' as const, quality });
const lowerBound = (quality: Quality, at: number): number => lowerBoundOf(fact(quality), at);
const mean = (quality: Quality, at: number): number => meanOf(fact(quality), at);
const posterior = (quality: Quality, at: number) => posteriorOf(fact(quality), at);
const withOutcome = (quality: Quality, one: Outcome, at: number): Quality =>
  withOutcomeOf(fact(quality), one, at);

const outcome = (verdict: Verdict, weight = 1, at = NOW): Outcome => ({
  exposure: 'x',
  memory: 'm',
  verdict,
  weight,
  at,
  reason: '',
  signals: [],
});

const provenance = (fields: Partial<Provenance> = {}): Provenance => ({
  source: 'mined',
  from: 'x',
  at: NOW,
  trust: TRUST.mined,
  evidence: [],
  ...fields,
});

const seen = (times: number): Provenance['evidence'] =>
  Array.from({ length: times }, () => ({ kind: 'diff' as const, text: '', at: NOW }));

describe('initialQuality', () => {
  it('ranks sources by trust', () => {
    const bounds = (['user', 'imported', 'mined', 'assistant'] as const).map((source) =>
      lowerBound(initialQuality(provenance({ source, trust: TRUST[source] }), NOW), NOW),
    );
    expect(bounds).toEqual([...bounds].sort((one, other) => other - one));
    expect(new Set(bounds).size).toBe(bounds.length);
  });

  it('believes more in what was seen more often', () => {
    const once = initialQuality(provenance({ evidence: seen(1) }), NOW);
    const thrice = initialQuality(provenance({ evidence: seen(3) }), NOW);
    expect(lowerBound(thrice, NOW)).toBeGreaterThan(lowerBound(once, NOW));
  });
});

describe('withOutcome', () => {
  it('lets two harmful outcomes put a bad memory below a good one', () => {
    const fresh = initialQuality(provenance(), NOW);
    const good = withOutcome(fresh, outcome('helped', 0.5), NOW);
    const bad = withOutcome(
      withOutcome(fresh, outcome('harmed', 0.8), NOW),
      outcome('harmed', 0.8),
      NOW,
    );
    expect(lowerBound(bad, NOW)).toBeLessThan(lowerBound(fresh, NOW) / 2);
    expect(lowerBound(good, NOW)).toBeGreaterThan(lowerBound(fresh, NOW));
  });

  it('sinks even the word of the user when it keeps on misleading', () => {
    const mined = initialQuality(provenance(), NOW);
    let said = initialQuality(provenance({ source: 'user', trust: 1 }), NOW);
    for (let i = 0; i < 8; i++) said = withOutcome(said, outcome('harmed'), NOW);
    expect(lowerBound(said, NOW)).toBeLessThan(lowerBound(mined, NOW));
  });

  it('fades evidence by half in a half-life, and never the prior', () => {
    const quality = withOutcome(initialQuality(provenance(), NOW), outcome('harmed'), NOW);
    expect(posterior(quality, NOW + HALF_LIFE).harmed).toBeCloseTo(quality.prior.harmed + 0.5, 12);
    expect(posterior(quality, NOW + 100 * HALF_LIFE).harmed).toBeCloseTo(quality.prior.harmed, 12);
  });

  it('counts an outcome from the future as of now', () => {
    const fresh = initialQuality(provenance(), NOW);
    const future = withOutcome(fresh, outcome('helped', 1, NOW + HALF_LIFE), NOW);
    expect(future).toEqual(withOutcome(fresh, outcome('helped'), NOW));
  });

  it('is moved by nothing unknown, and little by being ignored', () => {
    const fresh = initialQuality(provenance(), NOW);
    expect(withOutcome(fresh, outcome('unknown'), NOW)).toEqual(fresh);
    const ignored = lowerBound(withOutcome(fresh, outcome('ignored'), NOW), NOW);
    const harmed = lowerBound(withOutcome(fresh, outcome('harmed'), NOW), NOW);
    expect(ignored).toBeLessThan(lowerBound(fresh, NOW));
    expect(lowerBound(fresh, NOW) - ignored).toBeLessThan((lowerBound(fresh, NOW) - harmed) / 4);
  });
});

describe('as properties, over 300 random histories', () => {
  const random = seeded(4);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const anyProvenance = (): Provenance =>
    provenance({
      source: pick(SOURCES),
      trust: random(),
      evidence: seen(Math.floor(random() * 6)),
    });
  const anyOutcome = (): Outcome =>
    outcome(pick(VERDICTS), random(), NOW - Math.floor(random() * 3 * HALF_LIFE));
  const histories = Array.from({ length: 300 }, () => ({
    start: initialQuality(anyProvenance(), NOW - 4 * HALF_LIFE),
    outcomes: Array.from({ length: 1 + Math.floor(random() * 40) }, anyOutcome),
  }));
  const after = (start: Quality, outcomes: readonly Outcome[]): Quality =>
    outcomes.reduce((quality, one) => withOutcome(quality, one, NOW), start);

  it('quality never leaves [0, 1], and its lower bound never its mean by the wrong side', () => {
    for (const { start, outcomes } of histories) {
      const quality = after(start, outcomes);
      for (const value of [mean(quality, NOW), lowerBound(quality, NOW)]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });

  it('quality is monotone in evidence', () => {
    for (const { start, outcomes } of histories) {
      const quality = after(start, outcomes);
      const weight = 0.05 + random();
      const better = withOutcome(quality, outcome('helped', Math.min(weight, 1)), NOW);
      const worse = withOutcome(quality, outcome('harmed', Math.min(weight, 1)), NOW);
      for (const value of [mean, lowerBound]) {
        expect(value(better, NOW)).toBeGreaterThanOrEqual(value(quality, NOW));
        expect(value(worse, NOW)).toBeLessThanOrEqual(value(quality, NOW));
      }
    }
  });

  it('quality does not depend on the order in which outcomes arrive', () => {
    for (const { start, outcomes } of histories) {
      const order = outcomes.map((one) => ({ one, key: random() }));
      const shuffled = order.sort((a, b) => a.key - b.key).map(({ one }) => one);
      const [one, other] = [after(start, outcomes), after(start, shuffled)];
      expect(other.helped).toBeCloseTo(one.helped, 10);
      expect(other.harmed).toBeCloseTo(one.harmed, 10);
      expect(other.at).toBe(one.at);
    }
  });
});

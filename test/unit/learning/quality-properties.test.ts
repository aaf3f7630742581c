import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeTokenizer } from '../../../src/index/code-tokenizer';
import { EVIDENCE_HALF_LIFE } from '../../../src/learning/evidence-half-life';
import { type Experience, MOST_TRACES } from '../../../src/learning/experience';
import { experienceBytes, experienceOf } from '../../../src/learning/experience-bytes';
import { evidence, initialQuality, lowerBound, mean } from '../../../src/learning/quality';
import {
  type Judged,
  type Reckoned,
  reckoned,
  reckonedAnew,
} from '../../../src/learning/reckoning';
import { standingOf } from '../../../src/learning/standing';
import { MEMORY_KINDS, type MemoryKind } from '../../../src/memory/memory';
import { type Outcome, VERDICTS } from '../../../src/memory/outcome';
import { SOURCES } from '../../../src/memory/provenance';
import { Task } from '../../../src/memory/task';
import { NOW } from './samples';

fc.configureGlobal({ seed: 4, numRuns: 300 });

const DAY = 24 * 60 * 60 * 1000;
const tokenizer = new CodeTokenizer();

const anyTask = fc
  .record({
    sentence: fc.constantFrom('', 'parse a price', 'retry a failed request', 'price of a request'),
    file: fc.constantFrom(undefined, 'src/price.ts', 'test/price.test.ts', 'main.py'),
  })
  .map(({ sentence, file }) => Task.parse({ sentence, door: 'tool', ...(file && { file }) }));

const anyOutcome = fc
  .record({
    verdict: fc.constantFrom(...VERDICTS),
    weight: fc.double({ min: 0, max: 1, noNaN: true }),
    // Few times, so that several things happen at once.
    days: fc.integer({ min: 0, max: 30 }),
    exposure: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ days, exposure, ...one }): Outcome => ({
    ...one,
    exposure: `x${exposure}`,
    memory: 'm',
    at: NOW - days * 10 * DAY,
    reason: '',
    evidence: 'survived 5min',
    signals: ['s'],
  }));

const anyJudged: fc.Arbitrary<Judged> = fc.record({
  outcome: anyOutcome,
  task: fc.option(anyTask, { nil: undefined }),
});

const anyMemory = fc
  .record({
    kind: fc.constantFrom(...MEMORY_KINDS),
    source: fc.constantFrom(...SOURCES),
    trust: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ kind, source, trust }) => ({
    kind,
    createdAt: NOW - 400 * DAY,
    quality: initialQuality(
      { source, trust, from: 'a test', at: NOW, evidence: [] },
      NOW - 400 * DAY,
    ),
  }));

type Any = { kind: MemoryKind; createdAt: number; quality: ReturnType<typeof initialQuality> };

function after(memory: Any, judged: readonly Judged[]): Reckoned {
  return judged.reduce<Reckoned>(
    ({ quality, experience }, one) =>
      reckoned({ kind: memory.kind, quality }, experience, one, tokenizer, NOW),
    { quality: memory.quality, experience: [] },
  );
}

const rated = ({ kind }: Any, { quality }: Reckoned) => ({ kind, quality });

function same(one: number, other: number): void {
  expect(Math.abs(one - other)).toBeLessThan(1e-9);
}

describe('quality, whatever comes of a memory', () => {
  it('never leaves [0, 1], nor does what is drawn from it', () => {
    fc.assert(
      fc.property(
        anyMemory,
        fc.array(anyJudged),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (m, all, u) => {
          const memory = rated(m, after(m, all));
          const here = { helped: 1, harmed: 2 };
          const standing = standingOf(memory, here, 'typescript', here, NOW);
          const drawn = standing.draw(() => u);
          for (const value of [
            mean(memory, NOW),
            lowerBound(memory, NOW),
            standing.lowerBound,
            drawn,
          ]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('is monotone in evidence: help never lowers it, harm never raises it', () => {
    fc.assert(
      fc.property(anyMemory, fc.array(anyJudged), anyJudged, (m, all, one) => {
        const before = rated(m, after(m, all));
        const helped = { ...one, outcome: { ...one.outcome, verdict: 'helped' as const } };
        const harmed = { ...one, outcome: { ...one.outcome, verdict: 'harmed' as const } };
        const better = rated(m, after(m, [...all, helped]));
        const worse = rated(m, after(m, [...all, harmed]));
        for (const value of [mean, lowerBound]) {
          expect(value(better, NOW)).toBeGreaterThanOrEqual(value(before, NOW) - 1e-9);
          expect(value(worse, NOW)).toBeLessThanOrEqual(value(before, NOW) + 1e-9);
        }
      }),
    );
  });

  it('does not depend on the order in which outcomes come, of those at once and of any', () => {
    fc.assert(
      fc.property(
        anyMemory,
        fc
          .array(anyJudged, { maxLength: MOST_TRACES })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
          ),
        (m, [all, shuffled]) => {
          const [one, other] = [after(m, all), after(m, shuffled)];
          for (const stratum of [undefined, 'typescript', 'typescript test', 'python']) {
            const [some, others] = [one, other].map((r) => evidence(rated(m, r), NOW, stratum));
            same(some?.helped ?? 0, others?.helped ?? 0);
            same(some?.harmed ?? 0, others?.harmed ?? 0);
          }
          expect(totals(one.experience)).toEqual(totals(other.experience));
        },
      ),
    );
  });

  it('counts in no kind of work what did not come of the memory', () => {
    fc.assert(
      fc.property(anyMemory, fc.array(anyJudged), (m, all) => {
        const { quality } = after(m, all);
        const strata = Object.values(quality.strata ?? {});
        const sum = (of: 'helped' | 'harmed'): number =>
          strata.reduce((total, counts) => total + counts[of], 0);
        expect(sum('helped')).toBeLessThanOrEqual(quality.helped + 1e-9);
        expect(sum('harmed')).toBeLessThanOrEqual(quality.harmed + 1e-9);
      }),
    );
  });

  it('is what its outcomes add up to when they are reckoned once more', () => {
    fc.assert(
      fc.property(anyMemory, fc.array(anyJudged), (m, all) => {
        const now = after(m, all);
        const again = reckonedAnew({ ...m, quality: now.quality }, all, tokenizer, NOW);
        expect(again).toEqual(now);
      }),
    );
  });

  it('takes the newest of a person’s words on one showing, and it alone', () => {
    fc.assert(
      fc.property(anyMemory, fc.array(anyOutcome, { minLength: 1 }), (m, words) => {
        const said = words.map((one) => ({
          outcome: { ...one, exposure: 'x', evidence: 'verdict', signals: [] },
        }));
        expect(reckonedAnew(m, said, tokenizer, NOW)).toEqual(
          reckonedAnew(m, said.slice(-1), tokenizer, NOW),
        );
      }),
    );
  });
});

describe('experience', () => {
  it('survives being written and read', () => {
    fc.assert(
      fc.property(anyMemory, fc.array(anyJudged), (m, all) => {
        const { experience } = after(m, all);
        expect(experienceOf(experienceBytes(experience))).toEqual(experience);
      }),
    );
  });

  it('is none when its bytes are torn', () => {
    fc.assert(
      fc.property(anyMemory, fc.array(anyJudged), fc.nat(), (m, all, cut) => {
        const bytes = experienceBytes(after(m, all).experience);
        const torn = bytes.slice(0, cut % bytes.length);
        expect(experienceOf(torn)).toEqual([]);
      }),
    );
  });
});

/** Sums by situation, to nine digits, in an order of their own. */
function totals(experience: Experience): string[] {
  return experience
    .map(({ situation: { terms, file }, helped, harmed, at }) =>
      [terms.join(), file, helped.toFixed(9), harmed.toFixed(9), at].join(' '),
    )
    .sort();
}

describe('how long evidence lasts', () => {
  it('is longer for what is decided and cured than for what happened one afternoon', () => {
    const { decision, fix, fact, episode } = EVIDENCE_HALF_LIFE;
    expect([decision, fix, fact, episode]).toEqual(
      [decision, fix, fact, episode].sort((one, other) => other - one),
    );
  });
});

import { expect, test } from 'vitest';
import { featuresOf, scoreOf, weighed } from '../../../src/recall/features';
import { NOTHING, type Finding } from '../../../src/recall/finding';
import type { Wording } from '../../../src/recall/wording';

const FINDING: Finding = {
  ...NOTHING,
  share: 0.5,
  coverage: 0.25,
  vector: 0.75,
  activation: { energy: 0.3, seed: 'seed', path: [] },
  around: 0.31,
  context: 0.32,
  answers: 0.33,
  touch: { share: 0.41, recency: 0.42, first: 0.43, breadth: 0.44, files: 2 },
};
const WORDING: Wording = {
  headline: 0.6,
  asked: 3,
  passage: 0.7,
  label: 0.8,
  asks: 0.9,
  brief: 0.11,
  long: 0.12,
  code: true,
};
const TRAITS = { brevity: 0.25, code: 0.5, asked: 1 };

test('each feature is what it is called', () => {
  const features = featuresOf(FINDING, TRAITS, WORDING, 0.2);
  expect(features).toEqual({
    shareBrief: 0.125,
    shareLong: 0.375,
    coverageBrief: 0.0625,
    coverageLong: 0.1875,
    headlineBrief: 0.15,
    headlineLong: expect.closeTo(0.45) as number,
    askedBrief: 0.1875,
    askedLong: 0.5625,
    passage: 0.7,
    label: 0.8,
    asks: 0.9,
    brief: 0.11,
    longProse: 0.06,
    longCode: 0.06,
    vectorProse: 0.375,
    vectorCode: 0.375,
    alikeCode: 0.1,
    energy: 0.3,
    around: 0.31,
    context: 0.32,
    answers: 0.33,
    files: 0.41,
    filesRecency: 0.42,
    filesFirst: 0.43,
    filesBreadth: 0.44,
  });
});

test('a score is the sum of the weighed features, of a text that was not looked at too', () => {
  expect(scoreOf(FINDING, TRAITS, WORDING)).toBeCloseTo(
    weighed(featuresOf(FINDING, TRAITS, WORDING)),
  );
  expect(scoreOf(NOTHING, TRAITS)).toBe(0);
  expect(featuresOf(FINDING, TRAITS)).toMatchObject({ passage: 0.25, headlineBrief: 0, brief: 0 });
});

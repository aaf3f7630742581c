import type { Finding } from './finding';
import { WEIGHTS } from './weights';
import type { Wording } from './wording';

/** What ranks a memory, beside its scope, quality and freshness: 0 to 1, `long` above. */
export const FEATURES = [
  /**
   * Words, of a brief question and of a long one: how much of the query's own weight the match has,
   * and which of its words. In a brief question each word counts, in a long one how often.
   */
  'shareBrief',
  'shareLong',
  'coverageBrief',
  'coverageLong',
  /** How it is worded, see `Wording`. */
  'headlineBrief',
  'headlineLong',
  'askedBrief',
  'askedLong',
  'passage',
  'label',
  'asks',
  'brief',
  'longProse',
  'longCode',
  /** Cosine: among prose, and among code, where words say less and meaning more. */
  'vectorProse',
  'vectorCode',
  /** Of code: what stands for the words of the query that it does not hold. */
  'alikeCode',
  /** The graph: energy that spread to it, what its neighbours match, the files of the task. */
  'energy',
  'around',
  'context',
  'answers',
  'files',
  'filesRecency',
  'filesFirst',
  'filesBreadth',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

/** What holds for all candidates of a question alike, so that none wins by being what it is. */
export type Traits = {
  /** See `Question.brevity`. */
  brevity: number;
  /** The share of the best matches that are code, 0 to 1. */
  code: number;
  /** What a typical good match has of `Wording.asked`; above 0. */
  asked: number;
};

/**
 * Puts the features of a candidate into an array, in the order of `FEATURES`: hundreds of candidates
 * are scored for a question, and objects for them would be most of what it allocates. All that an
 * unread text holds may stand in one passage.
 */
function fill(
  into: Float64Array,
  finding: Finding,
  { brevity, code, asked }: Traits,
  wording: Wording | undefined,
  alike: number,
): void {
  const { share, coverage, vector, touch } = finding;
  const { headline = 0, label = 0, asks = 0, brief = 0, long = 0 } = wording ?? {};
  const head = wording === undefined ? 0 : wording.asked / (wording.asked + asked);
  let at = 0;
  into[at++] = share * brevity;
  into[at++] = share * (1 - brevity);
  into[at++] = coverage * brevity;
  into[at++] = coverage * (1 - brevity);
  into[at++] = headline * brevity;
  into[at++] = headline * (1 - brevity);
  into[at++] = head * brevity;
  into[at++] = head * (1 - brevity);
  into[at++] = wording === undefined ? coverage : wording.passage;
  into[at++] = label;
  into[at++] = asks;
  into[at++] = brief;
  into[at++] = long * (1 - code);
  into[at++] = long * code;
  into[at++] = vector * (1 - code);
  into[at++] = vector * code;
  into[at++] = alike * code;
  into[at++] = finding.activation === undefined ? 0 : finding.activation.energy;
  into[at++] = finding.around;
  into[at++] = finding.context;
  into[at++] = finding.answers;
  into[at++] = touch === undefined ? 0 : touch.share;
  into[at++] = touch === undefined ? 0 : touch.recency;
  into[at++] = touch === undefined ? 0 : touch.first;
  into[at] = touch === undefined ? 0 : touch.breadth;
}

const FILLED = new Float64Array(FEATURES.length);
const WORTH = Float64Array.from(FEATURES, (name) => WEIGHTS.features[name]);

/**
 * The features of one candidate.
 *
 * @param wording missing where its text was not looked at
 * @param alike see `Question.alike`
 */
export function featuresOf(
  finding: Finding,
  traits: Traits,
  wording?: Wording,
  alike = 0,
): Features {
  fill(FILLED, finding, traits, wording, alike);
  return Object.fromEntries(FEATURES.map((name, at) => [name, FILLED[at] ?? 0])) as Features;
}

/** The sum of one candidate's features, weighed: `weighed(featuresOf(…))`, and quicker. */
export function scoreOf(finding: Finding, traits: Traits, wording?: Wording): number {
  fill(FILLED, finding, traits, wording, 0);
  let sum = 0;
  for (let at = 0; at < WORTH.length; at++) sum += (WORTH[at] ?? 0) * (FILLED[at] ?? 0);
  return sum;
}

/** The sum of these features, weighed; all when none are named. */
export function weighed(features: Features, names: readonly Feature[] = FEATURES): number {
  let sum = 0;
  for (const name of names) sum += WEIGHTS.features[name] * features[name];
  return sum;
}

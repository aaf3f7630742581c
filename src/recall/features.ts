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

/** Of a memory whose text was not looked at; all that it holds may stand in one passage. */
const UNREAD: Wording = {
  headline: 0,
  asked: 0,
  passage: 0,
  label: 0,
  asks: 0,
  brief: 0,
  long: 0,
  code: false,
};

/**
 * The features of one candidate.
 *
 * @param alike see `Question.alike`
 */
export function featuresOf(
  finding: Finding,
  { brevity, code, asked }: Traits,
  wording: Wording = { ...UNREAD, passage: finding.coverage },
  alike = 0,
): Features {
  const { touch } = finding;
  const head = wording.asked / (wording.asked + asked);
  return {
    shareBrief: finding.share * brevity,
    shareLong: finding.share * (1 - brevity),
    coverageBrief: finding.coverage * brevity,
    coverageLong: finding.coverage * (1 - brevity),
    headlineBrief: wording.headline * brevity,
    headlineLong: wording.headline * (1 - brevity),
    askedBrief: head * brevity,
    askedLong: head * (1 - brevity),
    passage: wording.passage,
    label: wording.label,
    asks: wording.asks,
    brief: wording.brief,
    longProse: wording.long * (1 - code),
    longCode: wording.long * code,
    vectorProse: finding.vector * (1 - code),
    vectorCode: finding.vector * code,
    alikeCode: alike * code,
    energy: finding.activation?.energy ?? 0,
    around: finding.around,
    context: finding.context,
    answers: finding.answers,
    files: touch?.share ?? 0,
    filesRecency: touch?.recency ?? 0,
    filesFirst: touch?.first ?? 0,
    filesBreadth: touch?.breadth ?? 0,
  };
}

/** The sum of these features, weighed; all when none are named. */
export function weighed(features: Features, names: readonly Feature[] = FEATURES): number {
  let sum = 0;
  for (const name of names) sum += WEIGHTS.features[name] * features[name];
  return sum;
}

import type { Memory } from '../memory/memory';
import type { Reason } from '../memory/pack';
import type { Standing } from '../memory/standing';
import { experienceReason } from './experience';
import {
  FEATURES,
  featuresOf,
  weighed,
  type Feature,
  type Features,
  type Traits,
} from './features';
import type { Finding } from './finding';
import type { ScopeFit } from './scope-fit';
import type { Activation } from './spreading';
import { WEIGHTS } from './weights';
import type { Wording } from './wording';

const DAY = 24 * 60 * 60 * 1000;
/** Said of energy until its way is told with names (see `explained`). */
export const NEAR = 'stands near';
/** Words of the query that a reason names. */
const NAMED_TERMS = 6;

/** A memory with its score, which is the sum of the values of its reasons. */
export type Ranked = {
  memory: Memory;
  score: number;
  reasons: Reason[];
  /** How the graph led to it. */
  way: Activation | undefined;
  standing?: Standing | undefined;
};

/** What is known of a candidate when it is weighed. */
export type Candidate = {
  memory: Memory;
  finding: Finding;
  wording: Wording;
  /** See `Question.alike`. */
  alike: number;
  traits: Traits;
  fit: ScopeFit;
  /** Its quality's, 0 to 1. */
  lowerBound: number;
  /** How it stands for the task, where anything is known of that. */
  standing?: Standing | undefined;
  /** How much it is broken lately, of a rule: 0 to below 1. */
  neglect?: number;
};

const TEXT: readonly Feature[] = FEATURES.filter((name) =>
  /^(?:share|coverage|passage)/.test(name),
);
const WORDING: readonly Feature[] = FEATURES.filter((name) =>
  /^(?:headline|asked|asks|label|brief|long)/.test(name),
);
const VECTOR: readonly Feature[] = ['vectorProse', 'vectorCode', 'alikeCode'];
const BESIDE: readonly Feature[] = ['around', 'context'];
const TOUCH: readonly Feature[] = ['files', 'filesRecency', 'filesFirst', 'filesBreadth'];

/** Weighs all that speaks for a memory. */
export function ranked(candidate: Candidate, now: number): Ranked & { features: Features } {
  const {
    memory,
    finding,
    wording,
    alike,
    traits,
    fit,
    lowerBound,
    standing,
    neglect = 0,
  } = candidate;
  const features = featuresOf(finding, traits, wording, alike);
  const reasons: Reason[] = [
    { part: 'text', value: weighed(features, TEXT), words: textWords(finding) },
    { part: 'text', value: weighed(features, WORDING), words: 'its headline, its length' },
    { part: 'vector', value: weighed(features, VECTOR), words: 'reads alike' },
    { part: 'graph', value: weighed(features, ['energy']), words: NEAR },
    { part: 'graph', value: weighed(features, BESIDE), words: 'stands beside what matches' },
    { part: 'graph', value: weighed(features, ['answers']), words: 'follows a question like it' },
    { part: 'graph', value: weighed(features, TOUCH), words: touchWords(finding) },
    { part: 'scope', value: fit.value, words: fit.words },
    {
      part: 'quality',
      // Bounds of what is hardly tried crowd near 0, where a mishap must show too.
      value: WEIGHTS.quality * Math.sqrt(lowerBound),
      words: `helps at least ${Math.round(100 * lowerBound)} % of the time, as far as known`,
    },
    {
      part: 'freshness',
      value: WEIGHTS.freshness * freshness(memory, now),
      words: age(memory, now),
    },
  ];
  if (standing) reasons.push(experienceReason(standing));
  if (memory.status === 'candidate') {
    reasons.push({ part: 'quality', value: WEIGHTS.candidate, words: 'not confirmed yet' });
  }
  if (neglect > 0) {
    const value = WEIGHTS.neglect.score * neglect;
    reasons.push({ part: 'quality', value, words: 'is broken often lately' });
  }
  const told = reasons.filter(({ value }) => value !== 0);
  const score = told.reduce((sum, { value }) => sum + value, 0);
  return { memory, score, reasons: told, way: finding.activation, standing, features };
}

/** 1 for what was learned just now, half of it after the half-life of its kind. */
function freshness(memory: Memory, now: number): number {
  const days = Math.max(0, now - lastKnown(memory)) / DAY;
  return 2 ** (-days / WEIGHTS.halfLifeDays[memory.kind]);
}

/** When it was last touched; of one never touched, when its source said so. */
export function lastKnown(memory: Memory): number {
  return memory.updatedAt > memory.createdAt ? memory.updatedAt : memory.provenance.at;
}

function age(memory: Memory, now: number): string {
  const days = Math.floor(Math.max(0, now - lastKnown(memory)) / DAY);
  return days === 0 ? 'of today' : `${days} ${days === 1 ? 'day' : 'days'} old`;
}

function textWords({ terms, replaces }: Finding): string {
  const named = terms.slice(0, NAMED_TERMS).map((term) => `"${term}"`);
  const more = terms.length > named.length ? ` and ${terms.length - named.length} more` : '';
  const shares = `shares ${named.join(', ')}${more}`;
  return replaces === undefined ? shares : `${shares} with what it replaces`;
}

function touchWords({ touch }: Finding): string {
  const files = touch?.files ?? 0;
  return `about ${files === 1 ? 'a file' : `${files} files`} of the task`;
}

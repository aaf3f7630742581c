import type { Memory } from '../memory/memory';
import type { Reason } from '../memory/pack';
import type { Finding } from './finding';
import type { ScopeFit } from './scope-fit';
import type { Activation } from './spreading';
import { WEIGHTS } from './weights';

const DAY = 24 * 60 * 60 * 1000;
/** Words of the query that a reason names. */
const NAMED_TERMS = 6;

/** A memory with its score, which is the sum of the values of its reasons. */
export type Ranked = {
  memory: Memory;
  score: number;
  reasons: Reason[];
  /** How the graph led to it. */
  way: Activation | undefined;
};

/** Weighs all that speaks for a memory. `lowerBound` is its quality's, 0 to 1. */
export function ranked(
  memory: Memory,
  finding: Finding,
  fit: ScopeFit,
  lowerBound: number,
  now: number,
): Ranked {
  const reasons: Reason[] = [
    { part: 'text', value: WEIGHTS.text * finding.text, words: textWords(finding) },
    { part: 'vector', value: WEIGHTS.vector * finding.vector, words: 'reads alike' },
    {
      part: 'graph',
      value: WEIGHTS.graph * (finding.activation?.energy ?? 0),
      words: 'stands near',
    },
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
  if (memory.status === 'candidate') {
    reasons.push({ part: 'quality', value: WEIGHTS.candidate, words: 'not confirmed yet' });
  }
  const told = reasons.filter(({ value }) => value !== 0);
  const score = told.reduce((sum, { value }) => sum + value, 0);
  return { memory, score, reasons: told, way: finding.activation };
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
  const named = [...terms].slice(0, NAMED_TERMS).map((term) => `"${term}"`);
  const more = terms.size > named.length ? ` and ${terms.size - named.length} more` : '';
  const shares = `shares ${named.join(', ')}${more}`;
  return replaces === undefined ? shares : `${shares} with what it replaces`;
}

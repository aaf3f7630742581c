import type { CodeTokenizer } from '../index/code-tokenizer';
import type { Memory } from '../memory/memory';
import type { Outcome } from '../memory/outcome';
import type { Quality } from '../memory/quality';
import type { Task } from '../memory/task';
import { type Experience, withTrace } from './experience';
import { moves, type Rated, withOutcome } from './quality';
import { situationOf } from './situation';
import { stratumOf } from './stratum';

/** The evidence of a person's own word. */
export const VERDICT = 'verdict';

/** An outcome, and what the memory was shown for, where that is known. */
export interface Judged {
  readonly outcome: Outcome;
  readonly task?: Task | undefined;
}

/** What is made of a memory's outcomes. */
export interface Reckoned {
  readonly quality: Quality;
  readonly experience: Experience;
}

/** What one more outcome makes of a memory. */
export function reckoned(
  memory: Rated,
  experience: Experience,
  { outcome, task }: Judged,
  tokenizer: CodeTokenizer,
  now: number,
): Reckoned {
  if (isPardoned(memory.quality, outcome)) return { quality: memory.quality, experience };
  const stratum = task && stratumOf(task);
  const at = Math.min(outcome.at, now);
  return {
    quality: withOutcome(memory, outcome, now, stratum),
    experience:
      task === undefined
        ? experience
        : withTrace(experience, memory.kind, situationOf(task, tokenizer), moves(outcome), at),
  };
}

/** What all of its outcomes make of a memory, in the order in which they came, from nothing. */
export function reckonedAnew(
  memory: Pick<Memory, 'kind' | 'quality' | 'createdAt'>,
  judged: readonly Judged[],
  tokenizer: CodeTokenizer,
  now: number,
): Reckoned {
  return standing(judged).reduce<Reckoned>(
    ({ quality, experience }, one) =>
      reckoned({ kind: memory.kind, quality }, experience, one, tokenizer, now),
    { quality: untried(memory), experience: [] },
  );
}

/** The outcomes that stand: of a person's words on one showing the newest alone. */
export function standing<T extends Judged>(judged: readonly T[]): T[] {
  const words = new Map(
    judged.filter(({ outcome }) => isVerdict(outcome)).map((one) => [one.outcome.exposure, one]),
  );
  return judged.filter((one) => !isVerdict(one.outcome) || words.get(one.outcome.exposure) === one);
}

/** Whether an outcome is a person's own word; those of old do not say, but rest on no signal. */
export function isVerdict({ evidence, signals }: Outcome): boolean {
  return evidence === undefined ? signals.length === 0 : evidence === VERDICT;
}

/** Whether a person has said since that the memory may be shown all the same. */
export function isPardoned({ pardoned }: Quality, { verdict, at }: Outcome): boolean {
  return pardoned !== undefined && at <= pardoned && verdict !== 'helped';
}

function untried({ quality, createdAt }: Pick<Memory, 'quality' | 'createdAt'>): Quality {
  const { prior, shown, pardoned, at } = quality;
  return {
    prior,
    helped: 0,
    harmed: 0,
    at: Math.min(createdAt, at),
    shown,
    ...(pardoned !== undefined && { pardoned }),
  };
}

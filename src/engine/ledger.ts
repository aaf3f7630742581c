import { CodeTokenizer } from '../index/code-tokenizer';
import { clearHarm, seemsHarmful } from '../learning/clear-harm';
import type { Experience } from '../learning/experience';
import { experienceBytes, experienceOf } from '../learning/experience-bytes';
import {
  isPardoned,
  isVerdict,
  type Judged,
  type Reckoned,
  reckoned,
  reckonedAnew,
  standing,
} from '../learning/reckoning';
import type { Clock } from '../memory/clock';
import type { Memory } from '../memory/memory';
import type { Outcome } from '../memory/outcome';
import type { Task } from '../memory/task';
import type { Store, Writer } from '../store/store';

/** A memory that Mneme keeps back from now on. */
export interface Quarantined {
  readonly memory: Memory;
  /** Why, in words. */
  readonly reason: string;
}

/**
 * Enters outcomes: keeps them, and what they make of the memories that were shown. The one way by
 * which anything that came of a memory changes it.
 */
export class Ledger {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #tell: (quarantined: Quarantined) => void;
  readonly #tokenizer = new CodeTokenizer();

  /** @param tell hears of each memory that is kept back from now on */
  constructor(store: Store, clock: Clock, tell: (quarantined: Quarantined) => void) {
    this.#store = store;
    this.#clock = clock;
    this.#tell = tell;
  }

  /**
   * Enters outcomes, as one transaction, so that nothing which another process brings in at the same
   * time is lost. Returns the memories as they are then; those that are gone are missing.
   */
  async enter(outcomes: readonly Outcome[]): Promise<Memory[]> {
    if (outcomes.length === 0) return [];
    const entered = await this.#store.write((tx) => this.#enter(tx, outcomes));
    for (const one of entered.quarantined) this.#tell(one);
    return entered.memories;
  }

  async #enter(
    tx: Writer,
    outcomes: readonly Outcome[],
  ): Promise<{ memories: Memory[]; quarantined: Quarantined[] }> {
    const now = this.#clock.now();
    const exposed = [...new Set(outcomes.map(({ exposure }) => exposure))];
    const spoken = await tx.spokenOf(exposed);
    await tx.addOutcomes(outcomes);
    const tasks = new Map((await tx.exposures(exposed)).map(({ id, task }) => [id, task]));
    const ids = [...new Set(outcomes.map(({ memory }) => memory))];
    const bytes = await tx.experiences(ids);

    const memories: Memory[] = [];
    const quarantined: Quarantined[] = [];
    const experiences = new Map<string, Uint8Array>();
    for (const memory of await tx.memories(ids)) {
      const own = outcomes.filter((one) => one.memory === memory.id);
      const before = experienceOf(bytes.get(memory.id) ?? new Uint8Array());
      const { quality, experience } = standsForAnother(own, spoken)
        ? reckonedAnew(memory, await tx.judgements([memory.id]), this.#tokenizer, now)
        : this.#reckoned(memory, before, own, tasks, now);
      if (experience.length + before.length > 0) {
        experiences.set(memory.id, experienceBytes(experience));
      }
      const changed = { ...memory, quality };
      memories.push(changed);
      if (!own.some(({ verdict }) => verdict === 'harmed') || !seemsHarmful(changed, now)) continue;
      const reason = harmOf(changed, await tx.judgements([memory.id]), experience, now);
      if (reason !== undefined) quarantined.push({ memory: changed, reason });
    }
    await tx.putQualities(new Map(memories.map(({ id, quality }) => [id, quality])));
    await tx.putExperiences(experiences);
    for (const { memory, reason } of quarantined) {
      await tx.putMemory(
        { ...memory, status: 'quarantined', updatedAt: now },
        { actor: 'mneme', action: 'quarantine', summary: reason },
      );
    }
    return { memories, quarantined };
  }

  #reckoned(
    { kind, quality }: Memory,
    experience: Experience,
    outcomes: readonly Outcome[],
    tasks: ReadonlyMap<string, Task>,
    now: number,
  ): Reckoned {
    return outcomes.reduce<Reckoned>(
      (sum, outcome) =>
        reckoned(
          { kind, quality: sum.quality },
          sum.experience,
          { outcome, task: tasks.get(outcome.exposure) },
          this.#tokenizer,
          now,
        ),
      { quality, experience },
    );
  }
}

/** Whether there is a person's word among the outcomes that takes the place of an earlier one. */
function standsForAnother(outcomes: readonly Outcome[], spoken: ReadonlySet<string>): boolean {
  const words = outcomes.filter(isVerdict).map(({ exposure }) => exposure);
  return words.length > new Set(words).size || words.some((exposure) => spoken.has(exposure));
}

/** Why the memory is to be kept back; `undefined` when it is not. */
function harmOf(
  memory: Memory,
  judged: readonly Judged[],
  experience: Experience,
  now: number,
): string | undefined {
  const { quality, status } = memory;
  if (status !== 'active' && status !== 'candidate') return undefined;
  const outcomes = standing(judged)
    .map(({ outcome }) => outcome)
    .filter((outcome) => !isPardoned(quality, outcome));
  const harm = clearHarm(memory, outcomes, experience, now);
  return harm && `Misled ${harm.showings} times. The last time: ${harm.reason}`;
}

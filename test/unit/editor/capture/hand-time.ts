import type { Clock } from '../../../../src/memory/clock';
import { ID_PREFIX, type Ids } from '../../../../src/memory/ids';
import type { Cancel, Scheduler } from '../../../../src/editor/capture/scheduler';

/** Time that passes only when a test says so. */
export class HandTime implements Clock, Scheduler {
  #now = 1_000_000;
  #jobs: { at: number; work: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(delay: number, work: () => void): Cancel {
    const job = { at: this.#now + delay, work };
    this.#jobs.push(job);
    return () => {
      this.#jobs = this.#jobs.filter((one) => one !== job);
    };
  }

  /** Lets time pass and runs what falls due, in order. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#jobs.filter((job) => job.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#jobs = this.#jobs.filter((job) => job !== next);
      this.#now = Math.max(this.#now, next.at);
      next.work();
    }
    this.#now = end;
  }

  /** The machine sleeps: time passes and nothing runs. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Lets time pass and promises resolve in between. */
  async passAsync(milliseconds: number, step = 50): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += step) {
      this.pass(Math.min(step, milliseconds - passed));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** Ids `g_1`, `s_2`, … */
export function countingIds(): Ids {
  let count = 0;
  return { next: (of) => `${ID_PREFIX[of]}_${++count}` };
}

import { WorkerClient } from '../../src/engine/worker-client';
import { systemClock } from '../../src/memory/clock';
import { sortableIds } from '../../src/memory/ids';
import { systemRandom } from '../../src/memory/random';
import type { EngineClient } from '../../src/protocol/engine-api';
import { say } from '../progress';
import { benchLog } from '../bench-log';

/** Milliseconds between two looks at how far the index is; of the time spent so much is looking. */
const LOOK_EVERY = 200;
const LOOKING = 0.05;
const LONGEST_PAUSE = 3000;

/** The real engine in its real worker process, as an editor window has it. */
export class Engine {
  readonly #client: WorkerClient;

  /** @param memoryLimit of the worker's JS heap, in megabytes */
  constructor(script: string, database: string, memoryLimit: number) {
    const ids = sortableIds(systemClock, systemRandom);
    this.#client = new WorkerClient({
      script,
      database,
      memoryLimit,
      clock: systemClock,
      log: benchLog,
      session: { id: ids.next('session'), client: 'editor', startedAt: systemClock.now() },
    });
  }

  readonly call: EngineClient['call'] = (method, params, options) =>
    this.#client.call(method, params, options);

  /** Waits until all of the store can be found; returns the milliseconds. */
  async indexed(): Promise<number> {
    const start = performance.now();
    for (let last = -1; ;) {
      const looked = performance.now();
      const { indexed } = await this.call('status', {});
      const now = performance.now();
      if (indexed === 1) return now - start;
      const percent = Math.floor(indexed * 10) * 10;
      if (percent > last) say(`index: ${(last = percent)} %`);
      // A look counts every row of a large store.
      await new Promise((resolve) =>
        setTimeout(
          resolve,
          Math.min(LONGEST_PAUSE, Math.max(LOOK_EVERY, (now - looked) / LOOKING)),
        ),
      );
    }
  }

  /** Resident memory of its process, in bytes. */
  async resident(): Promise<number> {
    return (await this.call('status', {})).rss;
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

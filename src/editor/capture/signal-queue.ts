import type { Log } from '../../memory/log';
import type { Signal } from '../../memory/signal';
import type { Cancel, Scheduler } from './scheduler';

/** Signals that wait at most; beyond it the oldest are dropped and counted. */
export const QUEUE_BOUND = 2000;
/** Signals in one message to the engine. */
const BATCH = 100;
/** Milliseconds between two messages. */
const PACE = 250;
/** A message that has no answer after this long is sent again; the engine knows signals by id. */
const PATIENCE = 15_000;
const LONGEST_PAUSE = 30_000;

/**
 * Carries signals to the engine: in batches, each kept until it is answered and sent again when the
 * engine fails or is restarted. Never throws and never waits on the caller's side.
 */
export class SignalQueue {
  readonly #send: (signals: readonly Signal[]) => Promise<unknown>;
  readonly #scheduler: Scheduler;
  readonly #log: Log;
  #waiting: Signal[] = [];
  #inFlight: Signal[] = [];
  /** Raised with each attempt, so that an answer that comes too late is told apart. */
  #attempt = 0;
  #failures = 0;
  #dropped = 0;
  #timer: Cancel | undefined;
  #patience: Cancel | undefined;
  #disposed = false;
  #idle: (() => void)[] = [];

  constructor(parts: {
    send: (signals: readonly Signal[]) => Promise<unknown>;
    scheduler: Scheduler;
    log: Log;
  }) {
    this.#send = parts.send;
    this.#scheduler = parts.scheduler;
    this.#log = parts.log;
  }

  /** Signals that were lost because too many waited. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Signals that the engine has not answered for yet. */
  get waiting(): number {
    return this.#waiting.length + this.#inFlight.length;
  }

  add(signal: Signal): void {
    if (this.#disposed) return;
    this.#waiting.push(signal);
    this.#bound();
    this.#arm(PACE);
  }

  /** Sends again at once what was under way: the engine that had it is gone. */
  resend(): void {
    this.#takeBack();
    this.#failures = 0;
    if (this.#waiting.length > 0) this.#arm(0);
  }

  /** Sends what waits; resolves when all is answered, or after `within` milliseconds. */
  async flush(within: number): Promise<void> {
    if (this.waiting === 0 || this.#disposed) return;
    await new Promise<void>((resolve) => {
      const cancel = this.#scheduler.after(within, resolve);
      this.#idle.push(() => {
        cancel();
        resolve();
      });
      this.#arm(0);
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#timer?.();
    this.#patience?.();
  }

  #arm(delay: number): void {
    if (this.#disposed || this.#inFlight.length > 0) return;
    if (this.#timer && delay > 0) return;
    this.#timer?.();
    this.#timer = this.#scheduler.after(delay, () => {
      this.#timer = undefined;
      this.#next();
    });
  }

  #next(): void {
    if (this.#disposed || this.#inFlight.length > 0 || this.#waiting.length === 0) return;
    this.#inFlight = this.#waiting.splice(0, BATCH);
    const attempt = ++this.#attempt;
    this.#patience = this.#scheduler.after(PATIENCE, () =>
      this.#failed(attempt, new Error(`no answer within ${String(PATIENCE)} ms`)),
    );
    void this.#deliver(attempt, this.#inFlight);
  }

  async #deliver(attempt: number, signals: readonly Signal[]): Promise<void> {
    try {
      await this.#send(signals);
      this.#answered(attempt);
    } catch (error) {
      this.#failed(attempt, error);
    }
  }

  #answered(attempt: number): void {
    if (attempt !== this.#attempt) return;
    this.#patience?.();
    this.#inFlight = [];
    this.#failures = 0;
    if (this.#waiting.length > 0) this.#arm(this.#idle.length > 0 ? 0 : PACE);
    else for (const done of this.#idle.splice(0)) done();
  }

  #failed(attempt: number, error: unknown): void {
    if (attempt !== this.#attempt || this.#disposed) return;
    this.#takeBack();
    if (this.#failures === 0) this.#log.error('Capture: the engine did not take signals', error);
    this.#failures++;
    this.#arm(Math.min(LONGEST_PAUSE, PACE * 2 ** this.#failures));
  }

  #takeBack(): void {
    this.#patience?.();
    this.#attempt++;
    this.#waiting = [...this.#inFlight, ...this.#waiting];
    this.#inFlight = [];
    this.#bound();
  }

  #bound(): void {
    const over = this.waiting - QUEUE_BOUND;
    if (over <= 0) return;
    this.#dropped += this.#waiting.splice(0, over).length;
  }
}

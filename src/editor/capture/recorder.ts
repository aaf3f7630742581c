import type { Clock } from '../../memory/clock';
import type { Ids } from '../../memory/ids';
import type { Log } from '../../memory/log';
import type { Signal } from '../../memory/signal';
import type { Observation } from './observation';

/** Where something was seen: a path within a repository, or an absolute one outside any. */
export interface Place {
  readonly repo?: string;
  readonly file?: string;
}

/**
 * Makes signals of observations: numbers and places them, and keeps back those whose text Mneme
 * itself put before somebody, which would otherwise be learned again.
 */
export class Recorder {
  readonly #session: string;
  readonly #ids: Ids;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #place: (uri: string) => Promise<Place>;
  readonly #isInjected: (text: string) => boolean;
  readonly #accept: (signal: Signal) => void;
  /** Signals leave in the order in which they were seen, although places may have to be asked for. */
  #last: Promise<void> = Promise.resolve();

  constructor(parts: {
    session: string;
    ids: Ids;
    clock: Clock;
    log: Log;
    place: (uri: string) => Promise<Place>;
    isInjected: (text: string) => boolean;
    accept: (signal: Signal) => void;
  }) {
    this.#session = parts.session;
    this.#ids = parts.ids;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#place = parts.place;
    this.#isInjected = parts.isInjected;
    this.#accept = parts.accept;
  }

  /** Takes an observation; `uri` is the document or folder that it belongs to. */
  observe(observation: Observation, uri?: string): void {
    if (this.#carriesInjected(observation)) return;
    const id = this.#ids.next('signal');
    const at = observation.at || this.#clock.now();
    this.#last = this.#last.then(async () => {
      const place = uri === undefined ? {} : await this.#placed(uri);
      // Loaded with the first signal rather than at activation, which it would make twice as long.
      const { Signal } = await import('../../memory/signal');
      const signal = Signal.safeParse({ ...observation, ...place, at, id, session: this.#session });
      if (signal.success) this.#accept(signal.data);
      else this.#log.error(`Capture made a bad ${observation.kind} signal`, signal.error);
    });
  }

  /** Resolves when all that was observed so far was handed on. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async #placed(uri: string): Promise<Place> {
    try {
      return await this.#place(uri);
    } catch (error) {
      this.#log.error('Capture: a document could not be placed', error);
      return {};
    }
  }

  #carriesInjected(observation: Observation): boolean {
    return Object.values(observation).some(
      (value) => typeof value === 'string' && this.#isInjected(value),
    );
  }
}

import type { Clock } from '../memory/clock';
import type { Store } from '../store/store';
import { episodeOf } from '../upkeep/episode';
import type { MemoryMaker } from './memory-maker';

const DAY = 24 * 60 * 60 * 1000;
/** Signals stay as they are for as long as outcomes may still rest on them, and then some. */
const KEPT = 14 * DAY;
/** Sessions folded at one start, so that a start after a long time is no long start. */
const SESSIONS = 50;
/** Signals of one session that are read for its story. */
const SIGNALS = 50_000;

/**
 * Folds old signals into episodes: of a session that ended long ago its story stays, and the single
 * signals go. So the store and the index hold recent signals alone, however long Mneme is in use.
 */
export class SignalFolder {
  readonly #store: Store;
  readonly #maker: MemoryMaker;
  readonly #clock: Clock;

  constructor(store: Store, maker: MemoryMaker, clock: Clock) {
    this.#store = store;
    this.#maker = maker;
    this.#clock = clock;
  }

  /**
   * Session by session, each in a transaction of its own. Two processes may fold at once: an
   * episode's id is made from its session, so the second finds it there. Returns the sessions folded.
   */
  async fold(abort: AbortSignal): Promise<number> {
    const sessions = await this.#store.sessionsBefore(this.#clock.now() - KEPT, SESSIONS);
    for (const session of sessions) {
      if (abort.aborted) break;
      await this.#foldSession(session);
    }
    return sessions.length;
  }

  async #foldSession(session: string): Promise<void> {
    const signals = await this.#store.signals({ session, limit: SIGNALS });
    await this.#store.write(async (tx) => {
      for (const own of Map.groupBy(signals, ({ repo }) => repo).values()) {
        const episode = episodeOf(own);
        if (episode === undefined) continue;
        const memory = this.#maker.make(episode.draft);
        await tx.addEntities(episode.about);
        await tx.addMemories([memory], { actor: 'mneme', action: 'learn' });
        await tx.addEdges(episode.edges(memory.id));
      }
      await tx.removeSignals(signals.map(({ id }) => id));
    });
  }
}

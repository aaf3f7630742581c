import { LocalClient } from '../engine/local-client';
import { openEngine } from '../engine/open-engine';
import { systemClock } from '../memory/clock';
import { sortableIds } from '../memory/ids';
import { systemRandom } from '../memory/random';
import type { Session } from '../memory/session';
import { embeddingSettings } from './embedding-settings';
import { stderrLog } from './stderr-log';

/** Opens the engine in this process, runs the work with it and closes it, whatever happens. */
export async function withEngine<T>(
  work: (client: LocalClient, abort: AbortSignal) => Promise<T>,
  client: Session['client'] = 'cli',
): Promise<T> {
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const engine = new LocalClient(
    await openEngine({
      session: {
        id: sortableIds(systemClock, systemRandom).next('session'),
        client,
        startedAt: systemClock.now(),
      },
      embeddings: embeddingSettings(process.env),
      log: stderrLog,
    }),
  );
  try {
    return await work(engine, abort.signal);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await engine.close();
  }
}

import { LocalClient } from '../engine/local-client';
import { openEngine } from '../engine/open-engine';
import { systemClock } from '../memory/clock';
import { sortableIds } from '../memory/ids';
import type { Log } from '../memory/log';
import { systemRandom } from '../memory/random';
import { embeddingSettings } from './embedding-settings';

const stderrLog: Log = {
  info: () => undefined,
  warn: (message) => void process.stderr.write(`mneme: ${message}\n`),
  error: (message, error) =>
    void process.stderr.write(
      `mneme: ${message}: ${error instanceof Error ? error.stack : String(error)}\n`,
    ),
};

/** Opens the engine in this process, runs the work with it and closes it, whatever happens. */
export async function withEngine<T>(
  work: (client: LocalClient, abort: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const client = new LocalClient(
    await openEngine({
      session: {
        id: sortableIds(systemClock, systemRandom).next('session'),
        client: 'cli',
        startedAt: systemClock.now(),
      },
      embeddings: embeddingSettings(process.env),
      log: stderrLog,
    }),
  );
  try {
    return await work(client, abort.signal);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await client.close();
  }
}

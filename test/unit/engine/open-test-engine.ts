import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { LocalClient } from '../../../src/engine/local-client';
import { type EngineOptions, openEngine } from '../../../src/engine/open-engine';
import { systemClock } from '../../../src/memory/clock';
import { sortableIds } from '../../../src/memory/ids';
import { silentLog } from '../../../src/memory/log';
import { systemRandom } from '../../../src/memory/random';

export const ids = sortableIds(systemClock, systemRandom);

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mneme-engine-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestEngine {
  client: LocalClient;
  session: string;
}

/** An engine on a real database in a folder of its own, or on one that another engine uses. */
export async function openTestEngine(
  folder?: string,
  options: Partial<EngineOptions> = {},
): Promise<TestEngine> {
  const session = ids.next('session');
  const engine = await openEngine({
    database: path.join(folder ?? (await temporaryFolder()), 'mneme.db'),
    session: { id: session, client: 'editor', startedAt: systemClock.now() },
    log: silentLog,
    ...options,
  });
  const client = new LocalClient(engine);
  onTestFinished(() => client.close());
  return { client, session };
}

/** Resolves with the first answer that satisfies, asked for every 20 ms; fails after 5 s. */
export async function eventually<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 5000;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

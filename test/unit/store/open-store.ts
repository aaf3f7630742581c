import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { sortableIds } from '../../../src/memory/ids';
import { silentLog } from '../../../src/memory/log';
import { systemRandom } from '../../../src/memory/random';
import { redactSecrets } from '../../../src/store/redact';
import { Store, type StoreOptions } from '../../../src/store/store';

const opened: Store[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A path for a database in a new folder that goes away after the test. */
export function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mneme-store-'));
  folders.push(folder);
  return join(folder, 'data', 'mneme.db');
}

/** Opens a store that is closed after the test. Its clock stands at 1,000,000. */
export async function openStore(
  path = newPath(),
  options: Partial<StoreOptions> = {},
): Promise<Store> {
  const clock = { now: () => 1_000_000 };
  const ids = sortableIds(clock, systemRandom);
  const store = await Store.open({
    path,
    clock,
    ids,
    log: silentLog,
    redact: redactSecrets,
    ...options,
  });
  opened.push(store);
  return store;
}

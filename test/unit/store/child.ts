import { once } from 'node:events';
import { sortableIds } from '../../../src/memory/ids';
import { silentLog } from '../../../src/memory/log';
import { redactSecrets } from '../../../src/store/redact';
import { Store } from '../../../src/store/store';
import { LEARN, memory, signal } from './words';

/** Another process on the same database: `node child.cjs PATH TASK NAME`. Tells by lines of JSON. */
async function main(path: string, task: string, name: string): Promise<void> {
  // Everything is loaded by now; from here on it may do only what anybody may.
  if (task === 'nobody' && process.getuid?.() === 0) process.setuid?.(65534);
  const clock = { now: () => Date.now() };
  const ids = sortableIds(clock, Math.random);
  const store = await Store.open({ path, clock, ids, log: silentLog, redact: redactSecrets });
  switch (task) {
    case 'fill':
      return fill(store, name);
    case 'forever':
      return forever(store, name);
    case 'watch':
      return watch(store);
    case 'nobody':
      return store.close();
    default:
      throw new Error(`Unknown task ${task}`);
  }
}

/** Writes 500 memories and signals in 100 writes, reading in between, and waits for the others'. */
async function fill(store: Store, name: string): Promise<void> {
  let seen = 0;
  for (let i = 0; i < 500; i += 5) {
    const five = [i, i + 1, i + 2, i + 3, i + 4].map((n) => `${name}-${n}`);
    await store.write(async (tx) => {
      await tx.addMemories(
        five.map((id) => memory(id)),
        LEARN,
      );
      await tx.addSignals(five.map((id) => signal(id)));
    });
    const { memories, signals } = await store.counts();
    if (memories !== signals) throw new Error(`Half a write: ${memories} and ${signals}`);
    if (memories < seen) throw new Error('Fewer than before');
    seen = memories;
  }
  while ((await store.counts()).memories < 2000) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await store.close();
  tell({ done: name });
}

/** Writes one after the other until it is killed, and tells each that is committed. */
async function forever(store: Store, name: string): Promise<void> {
  for (let i = 0; ; i++) {
    await store.write((tx) => tx.addMemories([memory(`${name}-${i}`)], LEARN));
    tell({ committed: `m_${name}-${i}` });
  }
}

/** Tells when it hears of a commit, and ends with its input. */
async function watch(store: Store): Promise<void> {
  store.watch(() => tell({ heard: Date.now() }));
  tell({ watching: true });
  await once(process.stdin.resume(), 'end');
  await store.close();
}

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const [, , path = '', task = '', name = ''] = process.argv;
main(path, task, name).catch((error: unknown) => {
  tell({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  process.exitCode = 1;
});

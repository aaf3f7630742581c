import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { MemoryMaker } from '../../src/engine/memory-maker';
import { sortableIds } from '../../src/memory/ids';
import { redactSecrets } from '../../src/store/redact';
import { Store } from '../../src/store/store';
import { Dice } from '../dice';
import { say } from '../progress';
import type { Corpus } from '../text/corpus';
import { benchLog } from '../bench-log';

/** Memories in one transaction: a batch of what is learned from a repository. */
const BATCH = 1000;
const TOLD_EVERY = 50;

/** What loading came to. */
const Loaded = z.object({
  memories: z.number(),
  entities: z.number(),
  edges: z.number(),
  /** Time within writes that were committed; making up the texts is not in it. */
  seconds: z.number(),
});
export type Loaded = z.infer<typeof Loaded>;

/**
 * Puts a corpus into a store through its own bulk path: cleaned of secrets, with entities, edges,
 * journal and change feed, a transaction a batch. A store that was loaded before is left as it is.
 */
export async function loadStore(database: string, corpus: Corpus, seed: number): Promise<Loaded> {
  const receipt = join(dirname(database), 'loaded.json');
  const before = await readFile(receipt, 'utf8').catch(() => undefined);
  if (before !== undefined) return Loaded.parse(JSON.parse(before));

  const dice = new Dice(seed);
  let now = 0;
  const clock = { now: () => now };
  const ids = sortableIds(clock, () => dice.next());
  const maker = new MemoryMaker(ids, clock);
  const store = await Store.open({
    path: database,
    clock,
    ids,
    log: benchLog,
    redact: redactSecrets,
  });
  let seconds = 0;
  for (let first = 0; first < corpus.size; first += BATCH) {
    const size = Math.min(BATCH, corpus.size - first);
    const told = Array.from({ length: size }, (_, i) => corpus.memory(first + i));
    const entities = told.flatMap(({ about }) => about);
    const edges = told.flatMap((one) => one.edges);
    const memories = told.map(({ draft, at }) => {
      now = at;
      return maker.make(draft);
    });
    const start = performance.now();
    await store.write(
      async (tx) => {
        await tx.addEntities(entities);
        await tx.addMemories(memories, { actor: 'mneme', action: 'learn' });
        await tx.addEdges(edges);
      },
      [...entities, ...memories],
    );
    seconds += (performance.now() - start) / 1000;
    if ((first / BATCH) % TOLD_EVERY === TOLD_EVERY - 1) {
      say(`${first + size} memories, ${Math.round((first + size) / seconds)} a second durable`);
    }
  }
  const { memories, entities, edges } = await store.counts();
  await store.close();
  const loaded = { memories, entities, edges, seconds };
  await writeFile(receipt, JSON.stringify(loaded));
  return loaded;
}

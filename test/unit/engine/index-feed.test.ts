import { expect, onTestFinished, test, vi } from 'vitest';
import { IndexFeed } from '../../../src/engine/index-feed';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { SearchIndex } from '../../../src/index/search-index';
import { silentLog, type Log } from '../../../src/memory/log';
import type { Store } from '../../../src/store/store';
import { openStore } from '../store/open-store';
import { entity, LEARN, memory, REMEMBER, signal } from '../store/words';
import { eventually } from './open-test-engine';

async function follow(store: Store, log: Log = silentLog) {
  const index = new SearchIndex({ embedder: StaticEmbedder.wordless() });
  const feed = new IndexFeed({ store, index, log, tell: () => undefined, saves: false });
  onTestFinished(() => feed.stop());
  await feed.start();
  void feed.fill();
  return { feed, index };
}

/** The same store, in which one method does something else. */
function altered(store: Store, name: keyof Store, method: () => Promise<unknown>): Store {
  return new Proxy(store, {
    get(target, key) {
      if (key === name) return method;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

test('what is forgotten leaves the index with the signals it was made from', async () => {
  const store = await openStore();
  const { feed, index } = await follow(store);
  const mined = memory('1');
  await store.write(async (tx) => {
    await tx.addSignals([signal('1', { after: 'launchCodes(42)' })]);
    await tx.addMemories([mined], LEARN);
  });
  const found = async () => {
    const hits = await index.search({ text: 'launchCodes', limit: 5, vectors: false });
    return hits.map(({ type }) => type);
  };
  await feed.current();
  expect(await found()).toEqual(['signal']);

  await store.write((tx) => tx.forgetMemory(mined.id));

  await feed.current();
  expect(await found()).toEqual([]);
});

test('all that is there can be found, also after something was forgotten', async () => {
  const store = await openStore();
  await store.write((tx) => tx.addMemories([memory('1'), memory('2')], LEARN));
  const { feed } = await follow(store);
  await store.write((tx) => tx.forgetMemory('m_1'));
  await eventually(
    () => Promise.resolve(feed.indexed),
    (share) => share === 1,
  );
  await feed.current();
  expect(feed.indexed).toBe(1);
});

test('a filling that fails is told to the log, memories or not', async () => {
  const store = await openStore();
  const errors: unknown[] = [];
  const log = { ...silentLog, error: (_: string, error: unknown) => void errors.push(error) };
  const broken = new Error('The file is torn');
  const { feed } = await follow(
    altered(store, 'eachEntity', () => Promise.reject(broken)),
    log,
  );
  await feed.stop();
  expect(errors).toEqual([broken]);
});

test('a rebuild that failed is done again with the next change', async () => {
  const store = await openStore(undefined, { tuning: { changesKept: 3 } });
  let fails = 0;
  const shaky = altered(store, 'eachEntity', () =>
    fails-- > 0 ? Promise.reject(new Error('The file is torn')) : store.eachEntity(undefined, 1000),
  );
  const { feed, index } = await follow(shaky);
  await feed.current();
  const entities = Array.from({ length: 900 }, (_, i) => entity(String(i)));

  fails = 1;
  await store.write((tx) => tx.addEntities(entities));
  await feed.current();
  expect(index.size).toBe(0);

  await store.write((tx) => tx.addEntities([entity('one more')]));
  await feed.current();
  expect(index.size).toBe(entities.length + 1);
});

test('an index that nobody asks is not filled, and the first who asks finds everything', async () => {
  const store = await openStore();
  const index = new SearchIndex({ embedder: StaticEmbedder.wordless() });
  const feed = new IndexFeed({ store, index, log: silentLog, tell: () => undefined, saves: false });
  onTestFinished(() => feed.stop());
  await feed.start();
  await store.write((tx) => tx.addMemories([memory('late')], LEARN));
  expect(index.size).toBe(0);
  await feed.current();
  expect(index.size).toBe(1);
});

test('a quality that changed is told, and nothing is indexed again for it', async () => {
  const store = await openStore();
  await store.write((tx) => tx.addMemories([memory('1')], LEARN));
  const told: string[] = [];
  const index = new SearchIndex({ embedder: StaticEmbedder.wordless() });
  const feed = new IndexFeed({
    store,
    index,
    log: silentLog,
    tell: ({ memories }) => void told.push(...memories),
    saves: false,
  });
  onTestFinished(() => feed.stop());
  await feed.start();
  await feed.complete();
  const put = vi.spyOn(index, 'put');

  const quality = { ...memory('1').quality, shown: 1 };
  await store.write((tx) => tx.putQualities(new Map([['m_1', quality]])));
  await feed.complete();
  expect(told).toEqual(['m_1']);
  expect(put).not.toHaveBeenCalled();

  await store.write((tx) => tx.putMemory(memory('1', { text: 'other' }), REMEMBER));
  await feed.complete();
  expect(put).toHaveBeenCalledOnce();
});

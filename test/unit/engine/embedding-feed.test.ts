import { expect, it, onTestFinished } from 'vitest';
import { embeddingCache } from '../../../src/engine/embedding-cache';
import { EmbeddingFeed, type EmbeddingProgress } from '../../../src/engine/embedding-feed';
import { openEndpoint } from '../../../src/engine/open-endpoint';
import { EmbeddingEndpoint } from '../../../src/index/embedding-endpoint';
import { EndpointEmbedder } from '../../../src/index/endpoint-embedder';
import { silentLog } from '../../../src/memory/log';
import type { Store } from '../../../src/store/store';
import { answer, embeddingServer, refuse } from '../index/embedding-server';
import { openStore } from '../store/open-store';
import { LEARN, memory, REMEMBER } from '../store/words';
import { eventually } from './open-test-engine';

const clock = { now: () => 1_000_000 };

async function storeOf(count: number): Promise<Store> {
  const store = await openStore();
  const memories = Array.from({ length: count }, (_, i) =>
    memory(`${i}`, { text: `number ${i}`, detail: {} }),
  );
  await store.write((tx) => tx.addMemories(memories, LEARN));
  return store;
}

async function feedOf(store: Store, url: string, model = 'letters') {
  const endpoint = new EmbeddingEndpoint({ url, model, limits: { retries: 0 } });
  const embedder = await EndpointEmbedder.open({
    ...{ endpoint, model, dimensions: 4, cache: embeddingCache(store), clock, log: silentLog },
  });
  const told: EmbeddingProgress[] = [];
  const refreshed: string[] = [];
  const warned: string[] = [];
  const feed = new EmbeddingFeed({
    store,
    embedder,
    refresh: (ids) => Promise.resolve(void refreshed.push(...ids)),
    tell: (progress) => told.push(progress),
    log: { ...silentLog, warn: (message) => warned.push(message) },
    rest: 10,
  });
  onTestFinished(() => feed.stop());
  feed.start();
  const until = (count: number) =>
    eventually(
      () => Promise.resolve(refreshed.length),
      (length) => length === count,
    );
  return { feed, embedder, told, refreshed, warned, until };
}

const asked = (server: Awaited<ReturnType<typeof embeddingServer>>) =>
  server.asked.flatMap(({ input }) => input);

it('fetches every memory’s vector with progress, and after a restart none again', async () => {
  const server = await embeddingServer();
  const store = await storeOf(600);
  const first = await feedOf(store, server.url);
  await first.until(600);
  await first.feed.stop();
  expect(first.told).toEqual([
    { done: 256, total: 600 },
    { done: 512, total: 600 },
    { done: 600, total: 600 },
  ]);
  expect(asked(server)).toHaveLength(600);

  const second = await feedOf(store, server.url);
  await eventually(
    () => Promise.resolve(second.feed.progress.done),
    (done) => done === 600,
  );
  expect(second.told).toEqual([]);
  expect(second.refreshed).toEqual([]);
  expect(asked(server)).toHaveLength(600);
});

it('begins anew when the model changes', async () => {
  const server = await embeddingServer();
  const store = await storeOf(3);
  const first = await feedOf(store, server.url);
  await first.until(3);
  const second = await feedOf(store, server.url, 'others');
  await second.until(3);
  expect(server.asked.map(({ model }) => model)).toEqual(['letters', 'others']);
});

it('follows what is added and corrected, and nothing that leaves the words as they are', async () => {
  const server = await embeddingServer();
  const store = await storeOf(1);
  const { until, refreshed, embedder } = await feedOf(store, server.url);
  await until(1);
  await store.write((tx) => tx.addMemories([memory('new', { text: 'new', detail: {} })], LEARN));
  await until(2);
  await store.write(async (tx) => {
    const archived = { text: 'number 0', detail: {}, status: 'archived' as const };
    await tx.putMemory(memory('0', archived), REMEMBER);
    await tx.putMemory(memory('new', { text: 'corrected', detail: {} }), REMEMBER);
  });
  await until(3);
  expect(refreshed).toEqual(['m_0', 'm_new', 'm_new']);
  expect(asked(server)).toEqual(['number 0', 'new', 'corrected']);
  expect((await embedder.embed(['corrected']))[0]?.some((value) => value !== 0)).toBe(true);
});

it('goes on where it was when the endpoint comes back', async () => {
  const server = await embeddingServer((response, one, nth) =>
    nth > 1 && nth < 4 ? refuse(503)(response, one, nth) : answer(response, one),
  );
  const { until } = await feedOf(await storeOf(300), server.url);
  await until(300);
  expect(server.asked.length).toBeGreaterThan(5);
});

it('leaves an endpoint alone that refuses, and says why', async () => {
  const server = await embeddingServer(refuse(401));
  const store = await storeOf(300);
  const { warned, feed } = await feedOf(store, server.url);
  await eventually(
    () => Promise.resolve(warned.length),
    (length) => length > 0,
  );
  await store.write((tx) => tx.addMemories([memory('new')], LEARN));
  expect(warned.join()).toContain('refused the key');
  expect(feed.progress.done).toBe(0);
  const before = server.asked.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.asked).toHaveLength(before);
});

it('opens without the endpoint when that cannot be used, and says why', async () => {
  const store = await openStore();
  const warned: string[] = [];
  const log = { ...silentLog, warn: (message: string) => warned.push(message) };
  const server = await embeddingServer(refuse(404));
  const settings = [
    { endpoint: server.url, model: 'letters' },
    { endpoint: 'nowhere', model: 'letters' },
    { endpoint: server.url, model: '' },
  ];
  for (const one of settings) {
    const { embedder, trouble } = await openEndpoint(one, store, clock, log);
    expect(embedder).toBeUndefined();
    expect(trouble?.remedy).toContain('mneme.embeddings');
  }
  expect(warned).toHaveLength(3);
  const good = await embeddingServer();
  const { embedder } = await openEndpoint({ endpoint: good.url, model: 'm' }, store, clock, log);
  expect(embedder?.dimensions).toBe(4);
});

import { expect, it } from 'vitest';
import { embeddingCache } from '../../../src/engine/embedding-cache';
import { EmbeddingEndpoint, EndpointError } from '../../../src/index/embedding-endpoint';
import { EndpointEmbedder } from '../../../src/index/endpoint-embedder';
import { openStore } from '../store/open-store';
import { answer, type Asked, embeddingServer, refuse } from './embedding-server';

type Server = Awaited<ReturnType<typeof embeddingServer>>;

async function open(server: Pick<Server, 'url'>, parts: { dimensions?: number } = {}) {
  const cache = embeddingCache(await openStore());
  const time = { now: 0 };
  const said: string[] = [];
  const log = {
    info: (text: string) => said.push(text),
    warn: (text: string) => said.push(text),
    error() {},
  };
  const limits = { backOff: 1, retries: 1 };
  const all = {
    endpoint: new EmbeddingEndpoint({ url: server.url, model: 'letters', limits, ...parts }),
    model: 'letters',
    cache,
    clock: { now: () => time.now },
    log,
    patience: 2000,
    ...parts,
  };
  return { embedder: await EndpointEmbedder.open(all), all, cache, time, said };
}

const says = (vector: Float32Array | undefined) => vector?.some((value) => value !== 0);

it('learns the length of vectors from a setting, from the cache, or by asking once', async () => {
  const server = await embeddingServer();
  const { embedder, all } = await open(server);
  expect(embedder.dimensions).toBe(4);
  expect(embedder.name).toBe(`letters@${all.endpoint.host}`);
  expect(server.asked).toHaveLength(1);
  await embedder.fill(['banana']);
  expect((await EndpointEmbedder.open(all)).dimensions).toBe(4);
  expect(server.asked).toHaveLength(2);
  const set = await open(server, { dimensions: 3 });
  expect(set.embedder.name).toBe(`letters@${all.endpoint.host}/3`);
  expect(server.asked).toHaveLength(2);
  await set.embedder.fill(['banana']);
  expect(server.asked.at(-1)?.dimensions).toBe(3);
});

it('fetches what the cache has not, once, and gives documents what is kept', async () => {
  const server = await embeddingServer();
  const { embedder, cache } = await open(server, { dimensions: 4 });
  expect((await embedder.embed(['banana', 'onion'])).map(says)).toEqual([false, false]);
  expect(server.asked).toEqual([]);
  expect(await embedder.fill(['banana', 'onion', 'banana'])).toEqual([true, true, true]);
  expect(server.asked.map(({ input }) => input)).toEqual([['banana', 'onion']]);
  expect(await embedder.fill(['onion', 'banana'])).toEqual([false, false]);
  expect((await embedder.embed(['banana', 'onion', 'apple'])).map(says)).toEqual([
    true,
    true,
    false,
  ]);
  expect(server.asked).toHaveLength(1);
  const kept = await cache.find(embedder.name, ['banana', 'onion', 'apple']);
  expect(kept.map(says)).toEqual([true, true, undefined]);
});

it('asks a question once and does not put it into the cache', async () => {
  const server = await embeddingServer();
  const { embedder, cache } = await open(server, { dimensions: 4 });
  const first = await embedder.embedQuery('where is the banana?');
  expect(says(first)).toBe(true);
  expect(await embedder.embedQuery('where is the banana?')).toEqual(first);
  expect(server.asked).toHaveLength(1);
  expect(await cache.find(embedder.name, ['where is the banana?'])).toEqual([undefined]);
});

it('leaves an endpoint that is away alone, says so once, and comes back', async () => {
  let away = true;
  const server = await embeddingServer((response, asked: Asked, nth) =>
    away ? refuse(503)(response, asked, nth) : answer(response, asked),
  );
  const { embedder, time, said } = await open(server, { dimensions: 4 });
  expect(says(await embedder.embedQuery('one'))).toBe(false);
  expect(says(await embedder.embedQuery('two'))).toBe(false);
  expect(server.asked).toHaveLength(1);
  expect(embedder.trouble?.passing).toBe(true);
  await expect(embedder.fill(['banana'])).rejects.toThrow(EndpointError);
  time.now += 60_000;
  expect(says(await embedder.embedQuery('two'))).toBe(false);
  expect(said).toHaveLength(1);

  away = false;
  time.now += 60_000;
  expect(says(await embedder.embedQuery('two'))).toBe(true);
  expect(embedder.trouble).toBeUndefined();
  expect(said.at(-1)).toContain('answers again');
});

it('does not make a question wait for a slow endpoint', async () => {
  const silent = await embeddingServer(() => undefined);
  const { all } = await open(silent, { dimensions: 4 });
  const embedder = await EndpointEmbedder.open({ ...all, patience: 30 });
  expect(says(await embedder.embedQuery('one'))).toBe(false);
  expect(embedder.trouble?.message).toContain('does not answer');
});

it('takes no vectors of another length than it began with', async () => {
  const server = await embeddingServer((response, asked) =>
    answer(response, { ...asked, dimensions: 3 }),
  );
  const { embedder } = await open(server, { dimensions: 4 });
  await expect(embedder.fill(['banana'])).rejects.toThrow('length 3 instead of 4');
  expect(embedder.trouble?.remedy).toContain('mneme.embeddings.dimensions');
});

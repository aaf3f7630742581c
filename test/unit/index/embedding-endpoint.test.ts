import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import {
  EmbeddingEndpoint,
  type EndpointLimits,
  EndpointError,
} from '../../../src/index/embedding-endpoint';
import { answer, embeddingServer, refuse, vectorOf } from './embedding-server';

const QUICK = { backOff: 1, retries: 3, patience: 5000 };

function endpoint(url: string, limits: Partial<EndpointLimits> = {}, key?: string) {
  return new EmbeddingEndpoint({ url, model: 'letters', key, limits: { ...QUICK, ...limits } });
}

async function failure(work: Promise<unknown>): Promise<EndpointError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(EndpointError);
  return error as EndpointError;
}

function unit(values: number[]): number[] {
  const length = Math.hypot(...values);
  return values.map((value) => Math.fround(value / length));
}

it('gives a vector of length 1 for each text, in their order, and sends no empty ones', async () => {
  const server = await embeddingServer();
  const texts = ['banana', '', 'onion', '   ', 'a lone \ud800 surrogate'];
  const vectors = await endpoint(server.url, {}, 'secret-key').embed(texts);
  expect([...(vectors[0] ?? [])]).toEqual(unit(vectorOf('banana')));
  expect([...(vectors[2] ?? [])]).toEqual(unit(vectorOf('onion')));
  expect([...(vectors[1] ?? [])]).toEqual([0, 0, 0, 0]);
  expect(vectors).toHaveLength(5);
  expect(server.asked).toMatchObject([
    {
      model: 'letters',
      key: 'Bearer secret-key',
      input: ['banana', 'onion', 'a lone \ufffd surrogate'],
    },
  ]);
  expect(await endpoint(server.url).embed([])).toEqual([]);
  expect(await endpoint(server.url).embed([''])).toEqual([new Float32Array(0)]);
  expect(server.asked).toHaveLength(1);
});

it('asks in batches, by number and by characters, and few at once', async () => {
  const server = await embeddingServer((response, asked) => {
    setTimeout(() => answer(response, asked), 20);
  });
  const texts = Array.from({ length: 25 }, (_, i) => `text ${'i'.repeat(i)}`);
  const limits = { texts: 4, characters: 60, longest: 20, requests: 3 };
  const vectors = await endpoint(server.url, limits).embed(texts);
  expect(vectors.map((vector) => [...vector])).toEqual(
    texts.map((text) => unit(vectorOf(text.slice(0, 20)))),
  );
  const batches = server.asked.map(({ input }) => input);
  expect(batches.flat().sort()).toEqual(texts.map((text) => text.slice(0, 20)).sort());
  expect(Math.max(...batches.map((batch) => batch.length))).toBe(4);
  expect(Math.max(...batches.map((batch) => batch.join('').length))).toBeLessThanOrEqual(60);
  expect(server.atOnce()).toBe(3);
});

it.each([408, 429, 500, 503])('tries again after %i', async (status) => {
  const server = await embeddingServer((response, asked, nth) =>
    nth <= 2 ? refuse(status)(response, asked, nth) : answer(response, asked),
  );
  expect(await endpoint(server.url).embed(['banana'])).toHaveLength(1);
  expect(server.asked).toHaveLength(3);
});

it('tries again when the connection is dropped', async () => {
  const server = await embeddingServer((response, asked, nth) => {
    if (nth === 1) response.destroy();
    else if (nth === 2) response.writeHead(200).write('{"data":[');
    else answer(response, asked);
    if (nth === 2) setImmediate(() => response.destroy());
  });
  expect(await endpoint(server.url).embed(['banana'])).toHaveLength(1);
  expect(server.asked).toHaveLength(3);
});

it('waits as long as Retry-After says, in seconds or to a date, but not for ever', async () => {
  for (const after of ['1', new Date(1_000_001_000).toUTCString()]) {
    const date = new Date(1_000_000_000).toUTCString();
    const server = await embeddingServer((response, asked, nth) =>
      nth === 1
        ? refuse(429, { 'retry-after': after, date })(response, asked, nth)
        : answer(response, asked),
    );
    await endpoint(server.url).embed(['banana']);
    const [first, second] = server.asked;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
  }
  const long = await embeddingServer(refuse(429, { 'retry-after': '3600' }));
  const error = await failure(endpoint(long.url).embed(['banana']));
  expect(error).toMatchObject({ passing: true, wait: 3_600_000 });
  expect(long.asked).toHaveLength(1);
});

it('gives up after some tries and says that the endpoint is away', async () => {
  const server = await embeddingServer(refuse(503));
  expect((await failure(endpoint(server.url).embed(['a']))).passing).toBe(true);
  expect(server.asked).toHaveLength(4);

  const nobody = createServer();
  await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
  const { port } = nobody.address() as { port: number };
  await new Promise((resolve) => nobody.close(resolve));
  const error = await failure(endpoint(`http://127.0.0.1:${port}`).embed(['a']));
  expect(error).toMatchObject({ passing: true });
  expect(error.message).toContain('does not answer');
});

it.each([
  [401, 'Set the Key of the Embedding Endpoint'],
  [403, 'MNEME_EMBEDDINGS_KEY'],
  [404, 'mneme.embeddings.model'],
  [400, 'mneme.embeddings.dimensions'],
])('says after %i what to change, and does not try again or tell the key', async (status, said) => {
  const server = await embeddingServer(refuse(status));
  const error = await failure(endpoint(server.url, {}, 'secret-key').embed(['banana']));
  expect(error.passing).toBe(false);
  expect(error.remedy).toContain(said);
  expect(error.message).not.toContain('secret-key');
  expect(server.asked).toHaveLength(1);
});

it.each([
  ['no JSON', '<html>'],
  ['another form', '{"embeddings":[[1,2]]}'],
  ['strings', '{"data":[{"embedding":["1"]}]}'],
  ['no numbers', '{"data":[{"embedding":[]}]}'],
  ['too few', '{"data":[{"index":0,"embedding":[1]}]}'],
  ['one twice', '{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}'],
  ['beyond', '{"data":[{"index":0,"embedding":[1]},{"index":7,"embedding":[1]}]}'],
  ['several lengths', '{"data":[{"embedding":[1]},{"embedding":[1,2]}]}'],
])('takes no bad answer for vectors: %s', async (_, body) => {
  const server = await embeddingServer((response) => response.end(body));
  const error = await failure(endpoint(server.url).embed(['banana', 'onion']));
  expect(error).toMatchObject({ passing: false });
  expect(error.remedy).toContain('mneme.embeddings.endpoint');
  expect(server.asked).toHaveLength(1);
});

it('follows nobody to another address', async () => {
  const other = await embeddingServer();
  const server = await embeddingServer(refuse(307, { location: `${other.url}/embeddings` }));
  await failure(endpoint(server.url, { retries: 0 }, 'secret-key').embed(['banana']));
  expect(other.asked).toEqual([]);
});

it('stops when it is called off, and waits no longer than one who waits', async () => {
  const abort = new AbortController();
  const silent = await embeddingServer(() => abort.abort(new Error('called off')));
  const called = endpoint(silent.url).embed(['banana'], { signal: abort.signal });
  await expect(called).rejects.toThrow('called off');
  expect(silent.asked).toHaveLength(1);
  const error = await failure(endpoint(silent.url).embed(['banana'], { patience: 30 }));
  expect(error.passing).toBe(true);
});

it('refuses addresses that are none, and a key for all to read', () => {
  for (const url of ['', 'localhost:80', 'file:///etc/passwd', 'not an address']) {
    expect(() => endpoint(url)).toThrow(/not the address/);
  }
  expect(() => endpoint('http://models.example/v1', {}, 'secret-key')).toThrow(/https/);
  expect(endpoint('https://models.example/v1/', {}, 'secret-key').host).toBe('models.example');
});

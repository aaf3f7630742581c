import path from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { embeddingSettings } from '../../../src/cli/embedding-settings';
import { LocalClient } from '../../../src/engine/local-client';
import { openEngine } from '../../../src/engine/open-engine';
import { systemClock } from '../../../src/memory/clock';
import { silentLog } from '../../../src/memory/log';
import type { EngineEvent } from '../../../src/protocol/engine-api';
import type { EmbeddingSettings } from '../../../src/protocol/embedding-settings';
import { answer, embeddingServer, refuse } from '../index/embedding-server';
import { eventually, ids, temporaryFolder } from './open-test-engine';

afterEach(() => vi.restoreAllMocks());

async function open(embeddings?: EmbeddingSettings, folder?: string): Promise<LocalClient> {
  const engine = await openEngine({
    database: path.join(folder ?? (await temporaryFolder()), 'mneme.db'),
    session: { id: ids.next('session'), client: 'editor', startedAt: systemClock.now() },
    embeddings,
    log: silentLog,
  });
  const client = new LocalClient(engine);
  onTestFinished(() => client.close());
  return client;
}

const draft = (text: string) => ({
  kind: 'fact' as const,
  text,
  scope: {},
  provenance: { source: 'user' as const, from: 'a test', at: 1, trust: 1, evidence: [] },
  status: 'active' as const,
});

async function recalled(client: LocalClient, sentence: string): Promise<string[]> {
  const { items } = await client.call('recall', {
    sentence,
    problems: [],
    budget: 1500,
    door: 'panel',
    assistant: 'user',
  });
  return items.map(({ memory }) => memory.text);
}

it('uses no network as long as the user names no endpoint', async () => {
  const calls = vi.spyOn(globalThis, 'fetch');
  const client = await open();
  await client.call('remember', draft('The proxy drops slow uploads'));
  expect(await recalled(client, 'slow uploads behind the proxy')).toHaveLength(1);
  expect((await client.call('status', {})).embeddings).toBeUndefined();
  expect(calls).not.toHaveBeenCalled();

  const server = await embeddingServer();
  await open({ endpoint: server.url, model: 'letters' });
  expect(calls).toHaveBeenCalled();
});

it('fetches vectors of all memories with progress, keeps them, and answers by words without', async () => {
  const folder = await temporaryFolder();
  let away = false;
  const server = await embeddingServer((response, asked, nth) =>
    away ? refuse(503)(response, asked, nth) : answer(response, asked),
  );
  const settings = { endpoint: server.url, model: 'letters' };
  const client = await open(settings, folder);
  const events: EngineEvent[] = [];
  client.onEvent((event) => events.push(event));
  await client.call('remember', draft('The proxy drops slow uploads'));
  const sent = () => server.asked.flatMap(({ input }) => input);
  await eventually(
    () => Promise.resolve(sent()),
    (texts) => texts.includes('The proxy drops slow uploads'),
  );
  await recalled(client, 'who drops uploads?');
  expect(sent()).toContain('who drops uploads?');
  await client.close();

  away = true;
  const again = await open(settings, folder);
  const before = sent().length;
  expect(await recalled(again, 'slow uploads behind the proxy')).toHaveLength(1);
  expect(sent().slice(before)).toEqual(['slow uploads behind the proxy']);
  const { embeddings } = await again.call('status', {});
  expect(embeddings?.trouble).toContain('could not answer');
  expect(embeddings?.embedder).toContain('letters@');
});

it('takes the endpoint from the environment on the command line', () => {
  const of = embeddingSettings;
  expect(of({})).toBeUndefined();
  expect(of({ MNEME_EMBEDDINGS_KEY: 'k', MNEME_EMBEDDINGS_MODEL: 'm' })).toBeUndefined();
  const endpoint = { MNEME_EMBEDDINGS_ENDPOINT: 'http://localhost:1/v1' };
  expect(of(endpoint)).toEqual({ endpoint: 'http://localhost:1/v1', model: '' });
  expect(
    of({
      ...endpoint,
      MNEME_EMBEDDINGS_MODEL: 'm',
      MNEME_EMBEDDINGS_DIMENSIONS: '768',
      MNEME_EMBEDDINGS_KEY: 'k',
    }),
  ).toEqual({ endpoint: 'http://localhost:1/v1', model: 'm', dimensions: 768, key: 'k' });
  expect(() => of({ ...endpoint, MNEME_EMBEDDINGS_DIMENSIONS: 'many' })).toThrow(/whole number/);
});

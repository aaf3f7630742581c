import { afterEach, beforeEach, expect, test } from 'vitest';
import { type GraphHost, GraphSession } from '../../../src/editor/views/graph-session';
import { entity } from '../../../src/memory/entity-id';
import { silentLog } from '../../../src/memory/log';
import type { Memory } from '../../../src/memory/memory';
import type { EngineClient } from '../../../src/protocol/engine-api';
import { type AppMessage, type HostMessage, envelope } from '../../../src/protocol/panel-messages';
import { openTestEngine } from '../engine/open-test-engine';

const REPO = 'example.com/ada/shop';
const http = entity({ kind: 'file', name: 'src/http.ts', repo: REPO, at: 1 });

let client: EngineClient;
let sent: HostMessage[];
let opened: unknown[];
let session: GraphSession;

beforeEach(async () => {
  ({ client } = await openTestEngine());
  sent = [];
  opened = [];
  session = new GraphSession(host(), (message) => void sent.push(message));
});

afterEach(() => session.dispose());

function host(parts: Partial<GraphHost> = {}): GraphHost {
  return {
    connect: () => Promise.resolve(client),
    log: silentLog,
    openFile: (...place) => Promise.resolve(void opened.push(place)),
    activeEntity: () => Promise.resolve({ kind: 'file', name: http.name, repo: REPO }),
    learn: () => Promise.resolve(),
    ...parts,
  };
}

function remember(text: string, about = [http]): Promise<Memory> {
  return client.call('remember', {
    kind: 'fact',
    text,
    scope: { repo: REPO },
    provenance: { source: 'user', from: 'a test', at: Date.now(), trust: 1 },
    status: 'active',
    about,
  });
}

function tell(message: AppMessage): Promise<void> {
  return session.receive(envelope(message));
}

function last<K extends HostMessage['kind']>(kind: K): Extract<HostMessage, { kind: K }> {
  const found = sent.findLast((message) => message.kind === kind);
  if (!found) throw new Error(`no ${kind} among ${sent.map((message) => message.kind).join(', ')}`);
  return found as Extract<HostMessage, { kind: K }>;
}

async function heard(kind: HostMessage['kind']): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!sent.some((message) => message.kind === kind)) {
    if (Date.now() > deadline) throw new Error(`${kind} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('with nothing known it says so', async () => {
  await tell({ kind: 'ready', room: 40 });
  expect(sent.map(({ kind }) => kind)).toEqual(['loading', 'snapshot']);
  expect(last('snapshot')).toMatchObject({ slice: null, card: null, repo: REPO });
});

test('the first memory replaces the empty state by itself', async () => {
  await tell({ kind: 'ready', room: 40 });
  sent.length = 0;
  const memory = await remember('Prices are in cents.', []);
  await heard('snapshot');
  expect(last('snapshot').card?.memory.id).toBe(memory.id);
});

test('it starts from the file at hand', async () => {
  const memory = await remember('fetchJson retries.');
  await tell({ kind: 'ready', room: 40 });
  const { slice, card } = last('snapshot');
  expect(slice?.centre).toBe(http.id);
  expect(slice?.memories.map((row) => row.memory.id)).toEqual([memory.id]);
  expect(slice?.memories[0]?.mean).toBeGreaterThan(0.5);
  expect(card).toBeNull();
});

test('it comes back to what it showed, and elsewhere when that is gone', async () => {
  const memory = await remember('fetchJson retries.');
  await tell({ kind: 'ready', centre: memory.id, room: 40 });
  expect(last('snapshot').slice?.centre).toBe(memory.id);
  await tell({ kind: 'ready', centre: 'm_gone', room: 40 });
  expect(last('snapshot').slice?.centre).toBe(http.id);
});

test('what is to be revealed goes before what it showed', async () => {
  const [one, other] = [await remember('One'), await remember('Other')];
  await session.reveal(other.id);
  await tell({ kind: 'ready', centre: one.id, room: 40 });
  expect(last('snapshot').slice?.centre).toBe(other.id);
});

test('home explains when the file at hand is not known', async () => {
  const memory = await remember('Elsewhere', []);
  await tell({ kind: 'home', room: 40 });
  expect(last('snapshot')).toMatchObject({ slice: { centre: memory.id } });
  expect(last('snapshot').note).toContain('src/http.ts');
});

test('a change from elsewhere comes as a delta on what was sent', async () => {
  const memory = await remember('fetchJson retries.');
  await tell({ kind: 'travel', node: memory.id, room: 40 });
  const { serial } = last('snapshot');
  await client.call('correct', { id: memory.id, patch: { text: 'fetchJson retries thrice.' } });
  await heard('delta');
  const delta = last('delta');
  expect(delta.from).toBe(serial);
  expect(delta.slice.put.memories.map((row) => row.memory.text)).toEqual([
    'fetchJson retries thrice.',
  ]);
  expect(delta.card?.journal).toHaveLength(2);
});

test('an edit is done, shown and can be taken back', async () => {
  const memory = await remember('fetchJson retries.');
  await tell({ kind: 'travel', node: memory.id, room: 40 });
  const patch = { text: 'It retries.', scope: { repo: REPO, glob: 'src/**' } };
  await tell({ kind: 'act', request: 1, act: { act: 'correct', id: memory.id, patch } });
  expect(last('done').request).toBe(1);
  const entry = last('delta').card?.journal.find(({ action }) => action === 'correct');
  expect(last('delta').card?.memory).toMatchObject(patch);
  await tell({ kind: 'act', request: 2, act: { act: 'undo', entry: entry!.id } });
  expect(last('delta').card?.memory).toMatchObject({
    text: 'fetchJson retries.',
    scope: { repo: REPO },
  });
});

test('forgetting can be taken back', async () => {
  const memory = await remember('fetchJson retries.');
  await tell({ kind: 'travel', node: memory.id, room: 40 });
  await tell({ kind: 'act', request: 1, act: { act: 'forget', id: memory.id } });
  expect(await client.call('card', { id: memory.id })).toBeNull();
  const { entry } = last('done');
  await tell({ kind: 'act', request: 2, act: { act: 'undo', entry: entry! } });
  await tell({ kind: 'travel', node: memory.id, room: 40 });
  expect(last('snapshot').card?.memory.text).toBe('fetchJson retries.');
});

test('a place opens in the editor', async () => {
  await tell({ kind: 'open', repo: REPO, file: 'src/http.ts', line: 3 });
  expect(opened).toEqual([[REPO, 'src/http.ts', 3]]);
});

test('search answers the question it was asked', async () => {
  const memory = await remember('fetchJson retries.');
  await tell({ kind: 'find', request: 7, text: ' ' });
  expect(last('found')).toEqual({ kind: 'found', request: 7, rows: [] });
  const deadline = Date.now() + 5000;
  do await tell({ kind: 'find', request: 8, text: 'fetchJson' });
  while (last('found').rows.length === 0 && Date.now() < deadline);
  expect(last('found').rows.map((row) => row.memory.id)).toEqual([memory.id]);
});

test.each([
  undefined,
  'forget everything',
  { version: 1, message: { kind: 'act', request: 1, act: { act: 'forget' } } },
  { version: 99, message: { kind: 'act', request: 1, act: { act: 'forget', id: 'X' } } },
])('garbage is answered with a trouble and writes nothing: %j', async (raw) => {
  const memory = await remember('fetchJson retries.');
  const { revision } = await client.call('status', {});
  await session.receive(JSON.parse(JSON.stringify(raw ?? null).replace('X', memory.id)));
  expect(sent.map(({ kind }) => kind)).toEqual(['failed']);
  expect((await client.call('status', {})).revision).toBe(revision);
});

test('a trouble of an act answers that act', async () => {
  const act = { act: 'confirm', id: 'm_gone' } as const;
  await tell({ kind: 'act', request: 3, act });
  expect(last('failed')).toMatchObject({ request: 3 });
});

test('an engine that does not come is told of, and the next try works', async () => {
  let isDown = true;
  const connect = () => (isDown ? Promise.reject(new Error('no engine')) : Promise.resolve(client));
  session = new GraphSession(host({ connect }), (message) => void sent.push(message));
  await tell({ kind: 'ready', room: 40 });
  expect(last('failed').trouble.happened).toContain('no engine');
  isDown = false;
  await tell({ kind: 'ready', room: 40 });
  expect(last('snapshot').slice).toBeNull();
});

test('after it is disposed it says nothing more', async () => {
  await tell({ kind: 'ready', room: 40 });
  session.dispose();
  sent.length = 0;
  await remember('Later', []);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(sent).toEqual([]);
});

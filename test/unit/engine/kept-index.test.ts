import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FallbackSearch } from '../../../src/engine/fallback-search';
import { IndexFeed } from '../../../src/engine/index-feed';
import { ReadySearch } from '../../../src/engine/ready-search';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { SearchIndex } from '../../../src/index/search-index';
import { systemClock } from '../../../src/memory/clock';
import { silentLog, type Log } from '../../../src/memory/log';
import type { Store } from '../../../src/store/store';
import { eventually } from './open-test-engine';
import { openStore } from '../store/open-store';
import { entity, LEARN, memory, REMEMBER } from '../store/words';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'mneme-kept-index-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A process with an index in that folder; `said` is what its log was told. */
function open(store: Store, folder: string, { hotLimit }: { hotLimit?: number } = {}) {
  const said: string[] = [];
  const log: Log = {
    ...silentLog,
    info: (text: string) => void said.push(text),
    error: (text: string) => void said.push(text),
  };
  const files = { folder, clock: systemClock, log: silentLog, hotLimit };
  const index = new SearchIndex({ embedder: StaticEmbedder.wordless(), files });
  const feed = new IndexFeed({ store, index, log, tell: () => undefined, saves: true });
  const search = new ReadySearch(index, feed, new FallbackSearch(store));
  const found = async (text: string): Promise<string[]> =>
    (await search.search({ text, limit: 10, types: ['memory'] })).map(({ id }) => id);
  return { index, feed, found, said };
}

async function started(...given: Parameters<typeof open>) {
  const opened = open(...given);
  onTestFinished(() => opened.feed.stop());
  await opened.feed.start();
  return opened;
}

const NAMES = ['parcel', 'stamp', 'letter', 'postcard', 'envelope', 'counter', 'depot', 'van'];
const named = (name: string) => memory(name, { text: `The ${name} is weighed at night` });

async function filled(): Promise<Store> {
  const store = await openStore();
  await store.write(async (tx) => {
    await tx.addMemories(NAMES.map(named), LEARN);
    await tx.addEntities([entity('1')]);
  });
  return store;
}

test('the index is restored as it was, and follows what changed since', async () => {
  const [store, path] = [await filled(), await folder()];
  const first = await started(store, path);
  await first.feed.complete();
  await first.feed.stop();
  expect(first.said).toEqual([expect.stringMatching(/no snapshot/)]);

  await store.write(async (tx) => {
    await tx.forgetMemory('m_stamp');
    await tx.putMemory(memory('van', { text: 'The lorry is washed' }), REMEMBER);
    await tx.addMemories([named('drone')], LEARN);
  });
  const second = await started(store, path);
  await second.feed.current();
  expect(second.said).toEqual([]);
  expect(await second.found('stamp')).not.toContain('m_stamp');
  expect(await second.found('lorry')).toContain('m_van');
  expect((await second.found('drone'))[0]).toBe('m_drone');
  expect((await second.found('parcel'))[0]).toBe('m_parcel');
  expect(second.index.size).toBe(NAMES.length + 1);
});

test('what lies beyond the working set is restored, changed and forgotten like all else', async () => {
  const [store, path] = [await filled(), await folder()];
  const first = await started(store, path, { hotLimit: 4 });
  await first.feed.complete();
  expect((await readdir(path)).some((name) => name.endsWith('.segment'))).toBe(true);
  await first.feed.stop();

  const second = await started(store, path, { hotLimit: 4 });
  await second.feed.current();
  for (const name of NAMES) expect((await second.found(name))[0]).toBe(`m_${name}`);
  await store.write((tx) => tx.forgetMemory('m_parcel'));
  await second.feed.current();
  expect(await second.found('parcel')).not.toContain('m_parcel');
});

test('what was forgotten is in no file of the index, nor what it said before', async () => {
  const [store, path] = [await filled(), await folder()];
  await store.write((tx) =>
    tx.addMemories([memory('dove', { text: 'The pigeon flies at night' })], LEARN),
  );
  const { feed, index } = await started(store, path, { hotLimit: 4 });
  await feed.complete();
  await store.write((tx) => tx.putMemory(memory('dove', { text: 'A seagull did it' }), REMEMBER));
  await store.write((tx) => tx.addMemories(['gate', 'roof', 'door', 'wall'].map(named), LEARN));
  await feed.complete();
  await index.idle();
  const kept = async (): Promise<string> =>
    (
      await Promise.all((await readdir(path)).map((name) => readFile(join(path, name), 'latin1')))
    ).join();
  expect(await kept()).toContain('pigeon');

  await store.write((tx) => tx.forgetMemory('m_dove'));
  await feed.complete();
  await eventually(kept, (text) => !/pigeon|seagul|m_dove/.test(text));
  for (const name of NAMES)
    expect((await index.search({ text: name, limit: 1 }))[0]?.id).toBe(`m_${name}`);
});

test('a torn snapshot is told, and the index is made from the store', async () => {
  const [store, path] = [await filled(), await folder()];
  const first = await started(store, path);
  await first.feed.complete();
  await first.feed.stop();
  for (const name of await readdir(path)) {
    const bytes = await readFile(join(path, name));
    await writeFile(join(path, name), bytes.subarray(0, bytes.length / 2));
  }

  const second = await started(store, path);
  await second.feed.complete();
  expect(second.said).toHaveLength(1);
  expect((await second.found('parcel'))[0]).toBe('m_parcel');
  await second.feed.stop();

  const third = await started(store, path);
  await third.feed.complete();
  expect(third.said).toEqual([]);
});

test('the snapshot of another store is left aside', async () => {
  const path = await folder();
  const first = await started(await filled(), path);
  await first.feed.complete();
  await first.feed.stop();

  const other = await openStore();
  await other.write((tx) => tx.addMemories([named('drone')], LEARN));
  const second = await started(other, path);
  await second.feed.complete();
  expect(second.said).toEqual([expect.stringMatching(/another store/)]);
  expect(second.index.size).toBe(1);
  expect(await second.found('parcel')).not.toContain('m_parcel');
});

test('while the index is not filled the full text of the store answers', async () => {
  const store = await filled();
  const { feed, found } = open(store, await folder());
  expect(feed.ready).toBe(false);
  expect(await found('Where is the parcel weighed?')).toContain('m_parcel');
  await feed.start();
  await feed.current();
  expect(feed.ready).toBe(true);
  expect((await found('Where is the parcel weighed?'))[0]).toBe('m_parcel');
  await feed.stop();
});

test('a file of the index that is torn while it is used costs nobody an answer', async () => {
  const [store, path] = [await filled(), await folder()];
  const { feed, found, index, said } = await started(store, path, { hotLimit: 4 });
  await feed.complete();
  await index.idle();
  for (const name of await readdir(path)) {
    if (name.endsWith('.segment')) await writeFile(join(path, name), '');
  }
  for (const name of NAMES) expect(await found(name)).toContain(`m_${name}`);
  expect(said).toContain('The index is made anew');
  await feed.complete();
  for (const name of NAMES) expect((await found(name))[0]).toBe(`m_${name}`);
});

test('two processes share the files of one index', async () => {
  const [store, path] = [await filled(), await folder()];
  const [one, other] = [
    await started(store, path, { hotLimit: 4 }),
    await started(store, path, { hotLimit: 4 }),
  ];
  await Promise.all([one.feed.complete(), other.feed.complete()]);
  await store.write((tx) => tx.addMemories([named('drone')], LEARN));
  await Promise.all([one.feed.current(), other.feed.current()]);
  for (const { found } of [one, other]) {
    for (const name of [...NAMES, 'drone']) expect((await found(name))[0]).toBe(`m_${name}`);
  }
  await one.feed.stop();
  await other.feed.stop();
  const third = await started(store, path, { hotLimit: 4 });
  await third.feed.current();
  expect(third.said).toEqual([]);
  for (const name of [...NAMES, 'drone']) expect((await third.found(name))[0]).toBe(`m_${name}`);
});

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { HumanError } from '../../../src/memory/human-error';
import { Connection } from '../../../src/store/connection';
import { newPath, openStore } from './open-store';
import { entity, exposure, LEARN, memory, outcome, REMEMBER, signal } from './words';

const SECRET = 'xyzzy-plugh-frobozz';

/** How often a word stands in any file of the database's folder. */
function traces(path: string, word = SECRET): number {
  const folder = dirname(path);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .reduce((sum, bytes) => sum + bytes.split(word).length - 1, 0);
}

it('forgets a memory to the last byte, and brings it back only when asked', async () => {
  const path = newPath();
  const store = await openStore(path);
  const word = memory('1', {
    text: `Say ${SECRET}`,
    detail: { before: SECRET.repeat(1000) },
    provenance: {
      ...memory('1').provenance,
      evidence: [{ kind: 'signal', text: SECRET, at: 1, ref: 's_1' }],
    },
  });
  const other = memory('2');
  await store.write(async (tx) => {
    await tx.addMemories([word, other], { ...LEARN, summary: ({ text }) => text });
    await tx.putMemory({ ...word, text: `Say ${SECRET} twice` }, { ...REMEMBER, summary: SECRET });
    await tx.addEntities([entity('a')]);
    await tx.addEdges([{ from: 'm_1', type: 'about', to: 'e_a', weight: 1 }]);
    await tx.addSignals([
      signal('1', { before: SECRET }),
      signal('2', { context: SECRET }),
      signal('3', { suggestion: 'g_2' }),
    ]);
    const task = { ...exposure('1', '1').task, sentence: SECRET };
    await tx.addExposures([exposure('1', '1', { task }), exposure('2', '2', { receipt: 'r_2' })]);
    await tx.addOutcomes([outcome('1', '1', { reason: SECRET }), outcome('2', '2')]);
  });
  mkdirSync(join(dirname(path), 'backups'));
  writeFileSync(join(dirname(path), 'backups', 'mneme-2020-v0.db'), SECRET);
  expect(traces(path)).toBeGreaterThan(1000);

  const forgotten = await store.write((tx) => tx.forgetMemory('m_1'));
  expect(forgotten?.text).toBe(`Say ${SECRET} twice`);
  expect(traces(path)).toBe(0);
  expect(existsSync(`${path}-wal`)).toBe(true);

  expect(await store.memory('m_1')).toBeUndefined();
  expect(await store.journalOf('m_1', 9)).toEqual([]);
  expect(await store.edgesOf(['e_a'], 9)).toEqual([]);
  expect((await store.signals({ limit: 9 })).map(({ id }) => id)).toEqual(['s_3']);
  expect(await store.exposuresOf('m_1', 9)).toEqual([]);
  expect(await store.outcomesOf('m_1', 9)).toEqual([]);
  expect(await store.exposuresOf('m_2', 9)).toHaveLength(1);
  expect(await store.outcomesOf('m_2', 9)).toHaveLength(1);
  const { changes } = await store.changesSince(0, 100);
  expect(changes.filter(({ gone }) => gone).map(({ id }) => id)).toEqual([
    'x_1',
    's_1',
    's_2',
    '1',
    'm_1',
  ]);

  expect(await store.write((tx) => tx.addMemories([word], LEARN))).toEqual([]);
  await expect(store.write((tx) => tx.putMemory(word, REMEMBER))).rejects.toThrow(HumanError);
  await store.write(async (tx) => {
    await tx.unforget('m_1');
    await tx.putMemory(word, REMEMBER);
  });
  expect(await store.memory('m_1')).toMatchObject({ text: word.text });
});

it('forgets the words in the full text too, of each version there was', async () => {
  const path = newPath();
  const store = await openStore(path);
  const versions = ['zqvkrill xjkord', 'zqvwombat xjkord', 'zqvjumpy'];
  for (const [at, text] of versions.entries()) {
    await store.write((tx) => tx.putMemory(memory('1', { text, detail: {} }), REMEMBER));
    await store.write((tx) => tx.addMemories([memory(`other${at}`, { text: 'zebra' })], LEARN));
  }
  // A term that begins as the one before it does is stored without what they share.
  for (const part of ['zqv', 'krill', 'wombat', 'jump', 'xjkord']) {
    expect(traces(path, part)).toBeGreaterThan(0);
  }
  await store.write((tx) => tx.forgetMemory('m_1'));
  for (const part of ['zqv', 'krill', 'wombat', 'jump', 'xjkord'])
    expect(traces(path, part)).toBe(0);
  const { hits } = await store.findText(['zebra'], { limit: 9 });
  expect(hits).toHaveLength(3);
});

it('scrubs later what it could not scrub while another was reading', async () => {
  const path = newPath();
  const warned: string[] = [];
  const log = { info() {}, warn: (message: string) => warned.push(message), error() {} };
  const store = await openStore(path, { log });
  await store.write((tx) => tx.addMemories([memory('1', { text: SECRET })], LEARN));
  const reader = await Connection.open(path);
  await reader.all('BEGIN');
  await reader.all('SELECT count(*) FROM memories');
  await store.write((tx) => tx.forgetMemory('m_1'));
  expect(warned.join()).toContain('remain for now');
  expect(traces(path)).toBeGreaterThan(0);

  await reader.all('COMMIT');
  await reader.close();
  await store.close();
  await openStore(path);
  expect(traces(path)).toBe(0);
}, 30_000);

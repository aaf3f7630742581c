import { describe, expect, it } from 'vitest';
import { openStore } from './open-store';
import { entity, LEARN, memory } from './words';

describe('the change feed', () => {
  it('tells each change once, in order, in parts of any size', async () => {
    const store = await openStore();
    await store.write(async (tx) => {
      await tx.addMemories([memory('1'), memory('2')], LEARN);
      await tx.addEntities([entity('a')]);
    });
    await store.write((tx) => tx.forgetMemory('m_1'));
    const told: string[] = [];
    for (let revision = 0; ;) {
      const { changes, revision: next, reset } = await store.changesSince(revision, 2);
      expect(reset).toBe(false);
      if (changes.length === 0) break;
      told.push(...changes.map((c) => `${c.revision} ${c.table} ${c.id}${c.gone ? ' gone' : ''}`));
      revision = next;
    }
    expect(told).toEqual([
      '1 memory m_1',
      '2 memory m_2',
      '3 entity e_a',
      '4 node 1 gone',
      '5 memory m_1 gone',
    ]);
    expect(await store.revision()).toBe(5);
  });

  it('says reset to a reader that fell behind what is kept, or is ahead of the store', async () => {
    const store = await openStore(undefined, { tuning: { changesKept: 5 } });
    for (let i = 0; i < 20; i++) await store.write((tx) => tx.addEntities([entity(String(i))]));
    expect(await store.changesSince(3, 100)).toEqual({ changes: [], reset: true, revision: 20 });
    expect(await store.changesSince(99, 100)).toMatchObject({ reset: true });
    const near = await store.changesSince(15, 100);
    expect(near.reset).toBe(false);
    expect(near.changes.map(({ revision }) => revision)).toEqual([16, 17, 18, 19, 20]);
  });

  it('tells listeners of own commits that changed something, and of no others', async () => {
    const store = await openStore(undefined, { tuning: { lookEvery: 60_000 } });
    let heard = 0;
    const stop = store.watch(() => heard++);
    await store.write((tx) => tx.addEntities([entity('a')]));
    expect(heard).toBe(1);
    await store.write((tx) => tx.addEntities([entity('a')]));
    await store.write(() => Promise.resolve());
    expect(heard).toBe(1);
    stop();
    await store.write((tx) => tx.addEntities([entity('b')]));
    expect(heard).toBe(1);
  });
});

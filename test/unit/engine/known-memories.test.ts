import { expect, test, vi } from 'vitest';
import { KnownMemories } from '../../../src/engine/known-memories';
import { newPath, openStore } from '../store/open-store';
import { LEARN, memory } from '../store/words';

const CHANGE = { actor: 'user', action: 'correct', summary: 'Edited' } as const;

async function texts(known: KnownMemories, ...ids: string[]): Promise<string[]> {
  await known.catchUp();
  return (await known.of(ids)).map(({ text }) => text);
}

test('reads a memory once, and again when it was changed by this process or another', async () => {
  const path = newPath();
  const [store, other] = [await openStore(path), await openStore(path)];
  await store.write((tx) => tx.addMemories([memory('one'), memory('two')], LEARN));
  const known = new KnownMemories(store);
  const read = vi.spyOn(store, 'memories');
  expect(await texts(known, 'm_two', 'm_none', 'm_one')).toEqual(['Memory two', 'Memory one']);
  expect(await texts(known, 'm_one', 'm_two')).toEqual(['Memory one', 'Memory two']);
  expect(read).toHaveBeenCalledTimes(1);

  for (const [writer, text] of [
    [store, 'changed here'],
    [other, 'changed elsewhere'],
  ] as const) {
    await writer.write((tx) => tx.putMemory({ ...memory('one'), text }, CHANGE));
    expect(await texts(known, 'm_one', 'm_two')).toEqual([text, 'Memory two']);
  }
  await other.write((tx) => tx.forgetMemory('m_two'));
  expect(await texts(known, 'm_one', 'm_two')).toEqual(['changed elsewhere']);
});

test('keeps nothing that was changed while it was read', async () => {
  const store = await openStore();
  await store.write((tx) => tx.addMemories([memory('one')], LEARN));
  const known = new KnownMemories(store);
  await known.catchUp();
  const memories = store.memories.bind(store);
  vi.spyOn(store, 'memories').mockImplementationOnce(async (ids) => {
    const old = await memories(ids);
    await store.write((tx) => tx.putMemory({ ...memory('one'), text: 'newer' }, CHANGE));
    await known.catchUp();
    return old;
  });
  expect((await known.of(['m_one']))[0]?.text).toBe('Memory one');
  expect(await texts(known, 'm_one')).toEqual(['newer']);
});

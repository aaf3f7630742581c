import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edge } from '../../../src/memory/edge';
import { newPath, openStore } from './open-store';
import { entity, exposure, LEARN, memory, outcome, REMEMBER, REPO, signal } from './words';

describe('memories', () => {
  it('come back as they were written, with the revision of the store', async () => {
    const store = await openStore();
    const everywhere = memory('2', { scope: {}, detail: {} });
    delete everywhere.origin;
    const written = await store.write((tx) => tx.addMemories([memory('1'), everywhere], LEARN));
    expect(written.map((one) => one.revision)).toEqual([1, 2]);
    expect(await store.memories(['m_2', 'm_none', 'm_1'])).toEqual([
      { ...everywhere, revision: 2 },
      { ...memory('1'), revision: 1 },
    ]);
  });

  it('are added once, however often they are learned', async () => {
    const store = await openStore();
    const twice = [memory('1'), memory('1', { text: 'Another' })];
    expect(await store.write((tx) => tx.addMemories(twice, LEARN))).toHaveLength(1);
    const revision = await store.revision();
    expect(await store.write((tx) => tx.addMemories(twice, LEARN))).toEqual([]);
    expect(await store.revision()).toBe(revision);
    expect(await store.journalOf('m_1', 10)).toHaveLength(1);
  });

  it('are listed by repository, kind and status, the newest first', async () => {
    const store = await openStore();
    await store.write((tx) =>
      tx.addMemories(
        [
          memory('here', { createdAt: 1 }),
          memory('everywhere', { createdAt: 2, scope: {}, kind: 'rule' }),
          memory('elsewhere', { createdAt: 3, scope: { repo: 'other' } }),
          memory('waiting', { createdAt: 4, status: 'candidate' }),
        ],
        LEARN,
      ),
    );
    const ids = async (filter: Omit<Parameters<typeof store.listMemories>[0], 'limit'>) =>
      (await store.listMemories({ ...filter, limit: 3 })).map((one) => one.id);
    expect(await ids({})).toEqual(['m_waiting', 'm_elsewhere', 'm_everywhere']);
    expect(await ids({ repo: REPO })).toEqual(['m_waiting', 'm_everywhere', 'm_here']);
    expect(await ids({ repo: REPO, statuses: ['active'] })).toEqual(['m_everywhere', 'm_here']);
    expect(await ids({ kinds: ['rule', 'fix'] })).toEqual(['m_everywhere']);
    expect(await store.counts()).toMatchObject({ memories: 4, candidates: 1 });
  });

  it('are handed out part by part', async () => {
    const store = await openStore();
    const many = Array.from({ length: 5 }, (_, i) => memory(String(i)));
    await store.write((tx) => tx.addMemories(many, LEARN));
    const first = await store.eachMemory(undefined, 3);
    const second = await store.eachMemory(first.cursor, 3);
    expect([...first.items, ...second.items].map((one) => one.id)).toEqual(many.map((m) => m.id));
    expect(second.cursor).toBeUndefined();
  });

  it('keep before and after of each change in the journal', async () => {
    const store = await openStore();
    const added = await store.write((tx) => tx.putMemory(memory('1'), REMEMBER));
    const changed = await store.write((tx) =>
      tx.putMemory(memory('1', { text: 'Better' }), {
        actor: 'user',
        action: 'correct',
        summary: 'Corrected',
      }),
    );
    expect(added.before).toBeUndefined();
    expect(added.after).toEqual({ ...memory('1'), revision: 1 });
    expect(changed.before).toEqual(added.after);
    expect(changed.after?.text).toBe('Better');
    expect(await store.journalOf('m_1', 10)).toEqual([changed, added]);
    expect(await store.newestUndoable()).toEqual(changed);

    await store.write(async (tx) => {
      const undo = await tx.putMemory(memory('1'), { ...REMEMBER, action: 'undo' });
      await tx.markUndone(changed.id, undo.id);
    });
    expect(await store.newestUndoable()).toEqual(added);
    expect((await store.journalEntry(changed.id))?.undoneBy).toMatch(/^j_/);
  });

  it('take a new quality without a word in the journal, but in the feed', async () => {
    const store = await openStore();
    await store.write((tx) => tx.addMemories([memory('1')], LEARN));
    const quality = { ...memory('1').quality, helped: 3, shown: 9 };
    await store.write((tx) => tx.putQualities(new Map([['m_1', quality]])));
    await store.write((tx) => tx.putQualities(new Map([['m_none', quality]])));
    expect(await store.memory('m_1')).toMatchObject({ quality, revision: 2 });
    expect(await store.journalOf('m_1', 10)).toHaveLength(1);
    expect(await store.revision()).toBe(2);
  });
});

describe('the graph', () => {
  const edge = (from: string, to: string, weight: number): Edge => ({
    from,
    type: 'about',
    to,
    weight,
  });

  it('keeps entities: a later text and the earlier time win', async () => {
    const store = await openStore();
    const twice = [entity('a', { at: 9 }), entity('b', { text: 'words' })];
    expect(await store.write((tx) => tx.addEntities(twice))).toBe(2);
    const again = [entity('a', { text: 'more', at: 3 }), entity('b', { at: 50 }), entity('c')];
    expect(await store.write((tx) => tx.addEntities(again))).toBe(1);
    expect(await store.entities(['e_b', 'e_a'])).toEqual([
      entity('b', { text: 'words', at: 5 }),
      entity('a', { text: 'more', at: 3 }),
    ]);
    expect((await store.changesSince(2, 10)).changes.map(({ id }) => id)).toEqual(['e_a', 'e_c']);
  });

  it('gives the strongest edges of each node, from both sides, each once', async () => {
    const store = await openStore();
    const files = Array.from({ length: 40 }, (_, i) => entity(`f${i}`));
    await store.write(async (tx) => {
      await tx.addMemories([memory('1'), memory('2')], LEARN);
      await tx.addEntities(files);
      await tx.addEdges(files.map(({ id }, i) => edge('m_1', id, (i + 1) / 40)));
      await tx.addEdges([edge('m_2', 'e_f0', 0.5), edge('e_f0', 'm_2', 0.25)]);
    });
    expect(await store.edgesOf(['m_1'], 2)).toEqual([
      edge('m_1', 'e_f39', 1),
      edge('m_1', 'e_f38', 39 / 40),
    ]);
    expect(await store.edgesOf(['e_f0', 'm_2', 'e_none'], 10)).toEqual([
      edge('m_2', 'e_f0', 0.5),
      edge('e_f0', 'm_2', 0.25),
      edge('m_1', 'e_f0', 1 / 40),
    ]);
    const all = await store.edgesOf(
      files.map(({ id }) => id),
      Number.MAX_SAFE_INTEGER,
    );
    expect(all).toHaveLength(42);
  });

  it('counts new edges, keeps the greater weight and passes over strangers', async () => {
    const store = await openStore();
    await store.write((tx) => tx.addEntities([entity('a'), entity('b')]));
    const add = (...edges: Edge[]) => store.write((tx) => tx.addEdges(edges));
    expect(await add(edge('e_a', 'e_b', 0.5), edge('e_a', 'e_b', 0.6))).toBe(1);
    expect(await add(edge('e_a', 'e_b', 0.3), edge('e_a', 'e_none', 1))).toBe(0);
    const revision = await store.revision();
    expect(await store.edgesOf(['e_a'], 5)).toEqual([edge('e_a', 'e_b', 0.6)]);
    expect(await add(edge('e_a', 'e_b', 0.9), edge('e_b', 'e_a', 0.1))).toBe(1);
    expect((await store.changesSince(revision, 9)).changes.map(({ table }) => table)).toEqual([
      'edge',
      'edge',
    ]);
    const set = (...edges: Edge[]) => store.write((tx) => tx.setEdges(edges));
    const lowered = [edge('e_a', 'e_b', 0.2), edge('e_b', 'e_a', 1), edge('e_a', 'e_none', 1)];
    expect(await set(...lowered)).toBe(0);
    const again = await store.revision();
    expect(await set(...lowered)).toBe(0);
    expect(await store.revision()).toBe(again);
    expect(await store.edgesOf(['e_b'], 5)).toEqual([
      edge('e_b', 'e_a', 1),
      edge('e_a', 'e_b', 0.2),
    ]);
    await store.write((tx) => tx.removeEdges([edge('e_b', 'e_a', 1)]));
    expect(await store.edgesOf(['e_b'], 5)).toEqual([edge('e_a', 'e_b', 0.2)]);
    expect(await store.counts()).toMatchObject({ edges: 1, entities: 2 });
  });
});

describe('what was seen and shown', () => {
  it('keeps signals once, and finds them by time, session and repository', async () => {
    const store = await openStore();
    const [old, late] = [signal('1'), signal('2', { at: 200, session: 'n_2' })];
    delete late.repo;
    expect(await store.write((tx) => tx.addSignals([old, late, old]))).toEqual([old, late]);
    expect(await store.write((tx) => tx.addSignals([old]))).toEqual([]);
    expect(await store.signals({ limit: 10 })).toEqual([late, old]);
    expect(await store.signals({ limit: 10, session: 'n_2' })).toEqual([late]);
    expect(await store.signals({ limit: 10, repo: REPO })).toEqual([old]);
    expect(await store.signals({ limit: 10, since: 150 })).toEqual([late]);
    expect(await store.signalsById(['s_2', 's_none'])).toEqual([late]);
    expect((await store.eachSignal(undefined, 1)).items).toEqual([old]);
  });

  it('keeps exposures, outcomes and sessions', async () => {
    const store = await openStore();
    const shown = [exposure('1', '1'), exposure('2', '2', { rank: 2, at: 201 })];
    await store.write(async (tx) => {
      await tx.addSession({ id: 'n_1', client: 'editor', repo: REPO, startedAt: 1 });
      await tx.addExposures(shown);
      await tx.addExposures(shown);
      await tx.addOutcomes([outcome('1', '1'), outcome('1', '1', { verdict: 'harmed', at: 301 })]);
      await tx.endSession('n_1', 9);
      await tx.setMeta('learned:x', 'abc');
    });
    expect(await store.exposure('x_2')).toEqual(shown[1]);
    expect(await store.exposuresOf('m_1', 5)).toEqual([shown[0]]);
    expect(await store.exposuresSince('n_1', 201)).toEqual([shown[1]]);
    expect((await store.outcomesOf('m_1', 5)).map(({ verdict }) => verdict)).toEqual([
      'harmed',
      'helped',
    ]);
    expect((await store.outcomesOf('m_1', 5))[1]).toEqual(outcome('1', '1'));
    expect(await store.session('n_1')).toMatchObject({ startedAt: 1, endedAt: 9 });
    expect(await store.meta('learned:x')).toBe('abc');
    expect(await store.meta('none')).toBeUndefined();
  });
});

describe('a write', () => {
  it('is all or nothing, and is not seen before its end', async () => {
    const store = await openStore();
    const failing = store.write(async (tx) => {
      await tx.addMemories([memory('1')], LEARN);
      expect(await tx.memory('m_1')).toBeDefined();
      expect(await store.memory('m_1')).toBeUndefined();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await store.counts()).toMatchObject({ memories: 0 });
    expect(await store.revision()).toBe(0);
  });

  it('is not committed when a step of it failed, although the work went on', async () => {
    const store = await openStore();
    const wrong = { from: 'e_a', type: 'about', to: 'e_b', weight: 7 } as const;
    const work = store.write(async (tx) => {
      await tx.addEntities([entity('a'), entity('b')]);
      await tx.addEdges([wrong]).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('CHECK constraint failed');
    expect(await store.counts()).toMatchObject({ entities: 0 });
  });

  it('waits for the one before, and for steps that nobody waits for', async () => {
    const store = await openStore();
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.write(async (tx) => {
          void tx.addEntities([entity(`a${i}`)]);
          await tx.addSignals([signal(String(i))]);
        }),
      ),
    );
    expect(await store.counts()).toMatchObject({ entities: 20, signals: 20 });
  });

  it('cannot be added to after its end', async () => {
    const store = await openStore();
    const kept = await store.write((tx) => Promise.resolve(tx));
    await expect(kept.addEntities([entity('a')])).rejects.toThrow('over');
  });
});

it('is for the user alone', async () => {
  const path = newPath();
  const store = await openStore(path);
  await store.write((tx) => tx.addEntities([entity('a')]));
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    expect(statSync(file).mode & 0o077).toBe(0);
  }
});

it('survives a row that does not parse, and goes on without it', async () => {
  const path = newPath();
  const problems: string[] = [];
  const log = { info() {}, warn() {}, error: (message: string) => problems.push(message) };
  const store = await openStore(path, { log });
  await store.write((tx) => tx.addMemories([memory('1'), memory('2')], LEARN));
  const { Connection } = await import('../../../src/store/connection');
  const other = await Connection.open(path);
  await other.all(`UPDATE memories SET quality = '{' WHERE key = 1`);
  await other.close();
  expect((await store.listMemories({ limit: 10 })).map(({ id }) => id)).toEqual(['m_2']);
  expect(problems).toEqual(['Passed over a row of the store: m_1']);
});

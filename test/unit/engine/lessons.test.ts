import { expect, test } from 'vitest';
import { Ledger } from '../../../src/engine/ledger';
import { Lessons } from '../../../src/engine/lessons';
import { MemoryMaker } from '../../../src/engine/memory-maker';
import { Replay } from '../../../src/engine/replay';
import { writtenWeight } from '../../../src/learning/evidence-weights';
import { poolOf } from '../../../src/learning/pools';
import type { Exposure } from '../../../src/memory/exposure';
import { silentLog } from '../../../src/memory/log';
import type { Outcome, Verdict } from '../../../src/memory/outcome';
import { Task } from '../../../src/memory/task';
import { redactSecrets } from '../../../src/store/redact';
import { Store } from '../../../src/store/store';
import { ids, temporaryFolder } from './open-test-engine';

const START = Date.UTC(2026, 10, 22);
const HOURS = 60 * 60 * 1000;

async function world() {
  const time = { now: START };
  const clock = { now: () => time.now };
  const path = `${await temporaryFolder()}/mneme.db`;
  const store = await Store.open({ path, clock, ids, log: silentLog, redact: redactSecrets });
  const memory = new MemoryMaker(ids, clock).make({
    kind: 'fix',
    text: 'Close the file before it is renamed',
    detail: {},
    scope: { language: 'go' },
    provenance: { source: 'mined', from: 'a test', at: START, trust: 0.6, evidence: [] },
    status: 'active',
  });
  await store.write((tx) => tx.addMemories([memory], { actor: 'mneme', action: 'learn' }));
  const ledger = new Ledger(store, clock, () => undefined);

  /** Shows the memory, sees something come of it, and hears a person's word. */
  const shown = async (seen: Verdict, said: Verdict): Promise<void> => {
    const exposure: Exposure = {
      id: ids.next('exposure'),
      receipt: ids.next('receipt'),
      memory: memory.id,
      session: 'n_test',
      at: time.now,
      task: Task.parse({ sentence: 'rename a file', language: 'go', door: 'tool' }),
      rank: 1,
      probability: 1,
    };
    await store.write((tx) => tx.addExposures([exposure]));
    const outcome: Outcome = {
      exposure: exposure.id,
      memory: memory.id,
      verdict: seen,
      weight: 0.15,
      at: time.now,
      reason: 'Tests ended well.',
      evidence: 'testGreen',
      signals: ['s_1'],
    };
    const word = { ...outcome, verdict: said, weight: 1, evidence: 'verdict', signals: [] };
    await ledger.enter([outcome]);
    await ledger.enter([word]);
  };
  return { time, clock, store, memory, shown };
}

test('what people say of showings corrects what is seen of them, and is kept', async () => {
  const { time, clock, store, shown } = await world();
  const abort = new AbortController().signal;
  const lessons = new Lessons(store, clock);
  await lessons.open();
  expect(lessons.weightOf('testGreen')).toBeCloseTo(writtenWeight('testGreen'), 12);

  for (let time = 0; time < 6; time++) await shown('helped', 'helped');
  await lessons.learn(abort);
  const raised = lessons.weightOf('testGreen');
  expect(raised).toBeGreaterThan(writtenWeight('testGreen'));
  expect(lessons.weightOf('testRed')).toBeCloseTo(writtenWeight('testRed'), 12);
  expect(lessons.pools.get(poolOf('fix', 'go'))?.helped).toBeGreaterThan(6);

  const next = new Lessons(store, clock);
  await next.open();
  expect(next.weightOf('testGreen')).toBe(raised);

  for (let time = 0; time < 20; time++) await shown('helped', 'harmed');
  await next.learn(abort);
  expect(next.weightOf('testGreen')).toBe(raised);
  time.now += 7 * HOURS;
  await next.learn(abort);
  expect(next.weightOf('testGreen')).toBeLessThan(writtenWeight('testGreen'));
  await store.close();
});

test('a store of an earlier Mneme is reckoned anew, once', async () => {
  const { clock, store, memory, shown } = await world();
  await shown('helped', 'helped');
  // As it was: no kinds of work, no situations, and evidence that faded otherwise.
  const { prior, at, shown: often } = memory.quality;
  const old = { prior, at, shown: often, helped: 0.7, harmed: 0 };
  await store.write(async (tx) => {
    await tx.putQualities(new Map([[memory.id, old]]));
    await tx.putExperiences(new Map([[memory.id, new Uint8Array()]]));
  });
  const replay = new Replay(store, clock);
  const abort = new AbortController().signal;
  expect((await replay.run(false)).differences).toHaveLength(1);
  await replay.update(abort);
  expect((await store.memory(memory.id))?.quality).toMatchObject({
    helped: 1.15,
    strata: { go: { helped: 1.15, harmed: 0 } },
  });
  expect((await replay.run(false)).differences).toEqual([]);

  await store.write((tx) => tx.putQualities(new Map([[memory.id, old]])));
  await replay.update(abort);
  expect((await store.memory(memory.id))?.quality.helped).toBe(0.7);
  await store.close();
});

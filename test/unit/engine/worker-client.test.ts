import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { WorkerClient } from '../../../src/engine/worker-client';
import { systemClock } from '../../../src/memory/clock';
import { silentLog } from '../../../src/memory/log';
import type { EngineEvent } from '../../../src/protocol/engine-api';
import { eventually, ids, temporaryFolder } from './open-test-engine';

const SCRIPT = path.resolve('out/test-engine/engine.js');

beforeAll(async () => {
  await build({
    entryPoints: ['src/engine/worker.ts'],
    outfile: SCRIPT,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    loader: { '.node': 'copy' },
    logLevel: 'error',
  });
}, 60_000);

async function start({ memoryLimit = 256 } = {}): Promise<{
  client: WorkerClient;
  database: string;
}> {
  const database = path.join(await temporaryFolder(), 'mneme.db');
  const client = new WorkerClient({
    script: SCRIPT,
    database,
    session: { id: ids.next('session'), client: 'editor', startedAt: systemClock.now() },
    memoryLimit,
    clock: systemClock,
    log: silentLog,
  });
  onTestFinished(() => client.close());
  return { client, database };
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const FACT = {
  kind: 'fact',
  text: 'The gateway listens on port 8443',
  scope: {},
  status: 'active',
  provenance: { source: 'user', from: 'a test', at: 1, trust: 1 },
} as const;

test('calls cross to the worker and back', async () => {
  const { client, database } = await start();
  const { id } = await client.call('remember', FACT);
  const pack = await client.call('recall', { sentence: 'gateway port', door: 'panel' });
  expect(pack.items.map((item) => item.memory.id)).toEqual([id]);
  expect((await client.call('status', {})).database).toBe(database);
});

test('errors for people arrive as such, bugs with their stack', async () => {
  const { client } = await start();
  await expect(client.call('confirm', { id: 'm_none' })).rejects.toMatchObject({
    name: 'HumanError',
  });
  const garbage = { limit: -1 };
  await expect(client.call('list', garbage)).rejects.toThrow(/limit/);
});

test('a worker that is killed is started again, and nothing that was stored is lost', async () => {
  const { client } = await start();
  const { id } = await client.call('remember', FACT);
  const events: EngineEvent[] = [];
  client.onEvent((event) => events.push(event));
  const { pid } = await client.call('status', {});

  process.kill(pid, 'SIGKILL');
  const [card, remembered] = await Promise.allSettled([
    client.call('card', { id }),
    client.call('remember', FACT),
  ]);

  expect(card).toMatchObject({ value: { memory: { text: FACT.text } } });
  // Whether it was stored before the end cannot be known, so the caller is asked to try again.
  expect(remembered).toMatchObject({ reason: { name: 'HumanError' } });
  expect(events.some((event) => event.kind === 'restarted')).toBe(true);
});

test('a worker over its memory limit ends, and the client lives on', async () => {
  const { client } = await start({ memoryLimit: 60 });
  const { id } = await client.call('remember', FACT);
  const lines = (n: number): string =>
    Array.from({ length: 1500 }, (_, i) => `w${n}x${i}`).join(' ');
  const results = await Promise.allSettled(
    Array.from({ length: 3000 }, (_, n) => client.call('remember', { ...FACT, text: lines(n) })),
  );
  expect(results.some((result) => result.status === 'rejected')).toBe(true);
  const row = await client.call('list', { limit: 1 });
  expect(row).toHaveLength(1);
  expect(id).toMatch(/^m_/);
}, 60_000);

test('a worker whose client is killed ends by itself', async () => {
  const { client } = await start();
  const { pid } = await client.call('status', {});
  const script = `
    const { fork } = require('node:child_process');
    const worker = fork(${JSON.stringify(SCRIPT)}, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    console.log(worker.pid);
    setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ['-e', script]);
  const [output] = (await once(parent.stdout, 'data')) as [Buffer];
  const orphan = Number(output.toString());
  parent.kill('SIGKILL');
  await eventually(
    () => Promise.resolve(alive(orphan)),
    (lives) => !lives,
  );
  expect(alive(pid)).toBe(true);
});

test('a call that was called off ends early and the engine goes on', async () => {
  const { client } = await start();
  const controller = new AbortController();
  controller.abort();
  const learned = client.call('learn', { folder: process.cwd() }, { signal: controller.signal });
  await expect(learned.then((report) => report.cancelled)).resolves.toBe(true);
  expect((await client.call('status', {})).revision).toBeGreaterThanOrEqual(0);
});

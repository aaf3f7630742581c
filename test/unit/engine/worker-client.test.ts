import { build } from 'esbuild';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { WorkerClient } from '../../../src/engine/worker-client';
import { WorkerConnection } from '../../../src/engine/worker-connection';
import { systemClock } from '../../../src/memory/clock';
import { silentLog } from '../../../src/memory/log';
import { type EngineEvent, PROTOCOL_VERSION } from '../../../src/protocol/engine-api';
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

const session = () =>
  ({ id: ids.next('session'), client: 'editor', startedAt: systemClock.now() }) as const;

async function start({ memoryLimit = 256, folder = '' } = {}): Promise<{
  client: WorkerClient;
  database: string;
}> {
  const database = path.join(folder || (await temporaryFolder()), 'mneme.db');
  const client = new WorkerClient({
    script: SCRIPT,
    database,
    session: session(),
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

test('the end of a worker that could not open leaves the one after it alone', async () => {
  const folder = path.join(await temporaryFolder(), 'data');
  await writeFile(folder, 'in the way of the folder');
  const { client } = await start({ folder });
  await expect(client.call('status', {})).rejects.toThrow();

  await rm(folder);
  await mkdir(folder);
  const { pid } = await client.call('status', {});
  await new Promise((resolve) => setTimeout(resolve, 300));

  expect((await client.call('status', {})).pid).toBe(pid);
});

test('an answer is not held once it was given', async () => {
  const worker = fork(SCRIPT, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const connection = new WorkerConnection(worker, silentLog, () => undefined);
  onTestFinished(() => connection.close());
  const database = path.join(await temporaryFolder(), 'mneme.db');
  await connection.open({ protocol: PROTOCOL_VERSION, database, session: session() });
  const ask = async () => new WeakRef((await connection.call('status', {}, {})) as object);
  const answers = [await ask(), await ask(), await ask()];
  await new Promise(setImmediate);

  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();

  // The last one may still lie in the reader.
  expect(answers.slice(0, 2).map((answer) => answer.deref())).toEqual([undefined, undefined]);
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

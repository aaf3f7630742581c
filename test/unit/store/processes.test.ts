import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Connection } from '../../../src/store/connection';
import { newPath, openStore } from './open-store';
import { entity } from './words';

const folder = mkdtempSync(join(tmpdir(), 'mneme-child-'));
const script = join(folder, 'child.cjs');

beforeAll(async () => {
  await build({
    entryPoints: ['test/unit/store/child.ts'],
    bundle: true,
    platform: 'node',
    external: ['@vscode/sqlite3'],
    outfile: script,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Child {
  readonly process: ChildProcess;
  readonly lines: Record<string, unknown>[];
  readonly ended: Promise<number | null>;
}

function start(path: string, task: string, name = ''): Child {
  const child = spawn(process.execPath, [script, path, task, name], {
    env: { ...process.env, NODE_PATH: resolve('node_modules') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: Record<string, unknown>[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line) as Record<string, unknown>);
  });
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  return { process: child, lines, ended };
}

async function until(condition: () => boolean, within = 30_000): Promise<void> {
  const end = Date.now() + within;
  while (!condition()) {
    if (Date.now() > end) throw new Error('Waited in vain');
    await new Promise((done) => setTimeout(done, 5));
  }
}

it('lets four processes write and read at once, and loses nothing', async () => {
  const path = newPath();
  const children = ['a', 'b', 'c', 'd'].map((name) => start(path, 'fill', name));
  for (const child of children) {
    expect(await child.ended).toBe(0);
    expect(child.lines).toEqual([{ done: expect.any(String) as string }]);
  }
  const store = await openStore(path);
  expect(await store.counts()).toMatchObject({ memories: 2000, signals: 2000 });
  const { changes } = await store.changesSince(0, 10_000);
  expect(changes.map(({ revision }) => revision)).toEqual(
    Array.from({ length: 4000 }, (_, i) => i + 1),
  );
}, 180_000);

it('keeps all that was committed when a process is killed while it writes', async () => {
  const path = newPath();
  const committed: unknown[] = [];
  for (let round = 0; round < 5; round++) {
    const child = start(path, 'forever', String(round));
    await until(() => child.lines.length > 20 + round * 7);
    child.process.kill('SIGKILL');
    await child.ended;
    committed.push(...child.lines.map((line) => line['committed']));
  }
  const store = await openStore(path);
  const ids = committed.map(String);
  expect((await store.memories(ids)).map(({ id }) => id)).toEqual(ids);
  const connection = await Connection.open(path);
  expect(await connection.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  await connection.close();
}, 60_000);

it('hears of another process’s commits within a second', async () => {
  const path = newPath();
  const store = await openStore(path);
  const child = start(path, 'watch');
  await until(() => child.lines.length > 0);
  await new Promise((done) => setTimeout(done, 600));
  for (let i = 0; i < 3; i++) {
    const before = child.lines.length;
    await store.write((tx) => tx.addEntities([entity(String(i))]));
    const wrote = Date.now();
    await until(() => child.lines.length > before);
    expect(Number(child.lines.at(-1)?.['heard']) - wrote).toBeLessThan(1000);
  }
  child.process.stdin?.end();
  expect(await child.ended).toBe(0);
}, 60_000);

it.skipIf(process.platform === 'win32')(
  'tells a person when it may not write to the folder',
  async () => {
    const path = newPath();
    mkdirSync(dirname(path));
    chmodSync(dirname(dirname(path)), 0o755);
    chmodSync(dirname(path), 0o555);
    const child = start(path, 'nobody');
    expect(await child.ended).toBe(1);
    chmodSync(dirname(path), 0o755);
    expect(String(child.lines[0]?.['error'])).toMatch(/^HumanError: Mneme may not write to /);
  },
);

it.skipIf(process.platform === 'win32')(
  'tells a person when it may not write to the file',
  async () => {
    const path = newPath();
    await (await openStore(path)).close();
    chmodSync(dirname(dirname(path)), 0o755);
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0o444);
    const child = start(path, 'nobody');
    expect(await child.ended).toBe(1);
    expect(String(child.lines[0]?.['error'])).toMatch(/^HumanError: Mneme may not write to /);
  },
);

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HumanError } from '../../../src/memory/human-error';
import { Connection } from '../../../src/store/connection';
import { MIGRATIONS } from '../../../src/store/migration';
import { newPath, openStore } from './open-store';
import { LEARN, memory } from './words';

const first = MIGRATIONS.slice(0, 1);
const second = [
  ...first,
  { version: 2, sql: `ALTER TABLE memories ADD COLUMN colour TEXT; CREATE TABLE more (a)` },
];

/** A database of version 1 with one memory in it, closed. */
async function versionOne(): Promise<string> {
  const path = newPath();
  const store = await openStore(path, { tuning: { migrations: first } });
  await store.write((tx) => tx.addMemories([memory('1')], LEARN));
  await store.close();
  return path;
}

describe('migrations', () => {
  it('bring an older database up to date and keep a copy of it from before', async () => {
    const path = await versionOne();
    const store = await openStore(path, { tuning: { migrations: second } });
    expect(await store.memory('m_1')).toBeDefined();
    await store.close();

    const backups = join(dirname(path), 'backups');
    const [copy = ''] = readdirSync(backups);
    expect(copy).toMatch(/^mneme-1970-01-01T.*-v1\.db$/);
    const before = await openStore(join(backups, copy), { tuning: { migrations: first } });
    expect(await before.memory('m_1')).toBeDefined();
  });

  it('run once when two open at once', async () => {
    const path = await versionOne();
    const stores = await Promise.all(
      [1, 2, 3].map(() => openStore(path, { tuning: { migrations: second } })),
    );
    for (const store of stores) expect(await store.memory('m_1')).toBeDefined();
    // Many times, since it depends on who looks when.
    for (let round = 0; round < 10; round++) {
      const fresh = newPath();
      const opened = await Promise.all([1, 2, 3, 4].map(() => openStore(fresh)));
      for (const store of opened) expect(await store.revision()).toBe(0);
    }
  });

  it('keep the newest three copies', async () => {
    const path = await versionOne();
    for (let version = 2; version < 7; version++) {
      const migrations = [{ version, sql: `CREATE TABLE t${version} (a)` }];
      const clock = { now: () => version * 1e9 };
      await (await openStore(path, { clock, tuning: { migrations } })).close();
    }
    const copies = readdirSync(join(dirname(path), 'backups'));
    expect(copies.map((name) => name.slice(-5, -3)).sort()).toEqual(['v3', 'v4', 'v5']);
  });

  it('leave the database as it was when one fails', async () => {
    const path = await versionOne();
    const broken = [...second, { version: 3, sql: 'CREATE TABLE memories (a)' }];
    await expect(openStore(path, { tuning: { migrations: broken } })).rejects.toThrow('memories');
    const store = await openStore(path, { tuning: { migrations: first } });
    expect(await store.memory('m_1')).toBeDefined();
  });

  it('let what was there before be found by its words, and name the store once', async () => {
    const path = await versionOne();
    const store = await openStore(path);
    const { hits } = await store.findText(['memory'], { limit: 5 });
    expect(hits.map(({ id }) => id)).toEqual(['m_1']);
    const id = await store.id();
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await (await openStore(path)).id()).toBe(id);
    expect(await (await openStore()).id()).not.toBe(id);
  });
});

describe('a file that is not for this code', () => {
  async function refused(path: string): Promise<HumanError> {
    const before = readFileSync(path);
    const error: unknown = await openStore(path).catch((thrown: unknown) => thrown);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(error).toBeInstanceOf(HumanError);
    return error as HumanError;
  }

  it('is refused when its schema is newer', async () => {
    const path = await versionOne();
    const third = [...MIGRATIONS, { version: 99, sql: 'CREATE TABLE more (a)' }];
    await (await openStore(path, { tuning: { migrations: third } })).close();
    const error = await refused(path);
    expect(error.happened).toContain('newer Mneme');
    expect(error.remedy).toContain('Update Mneme');
  });

  it.each([
    ['short', 'hello'],
    ['long', 'This is no database. '.repeat(1000)],
    ['cut in the midst of the header', 'SQLite format 3\0'],
  ])('is refused and left alone when it is no database (%s)', async (_, text) => {
    const path = newPath();
    mkdirSync(dirname(path));
    writeFileSync(path, text);
    expect((await refused(path)).happened).toContain('not a database of Mneme');
  });

  it('is refused when it is damaged', async () => {
    const path = await versionOne();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 100, 4000);
    writeFileSync(path, bytes);
    expect((await refused(path)).happened).toContain('damaged');
  });

  it('is refused when it is another program’s database', async () => {
    const path = newPath();
    mkdirSync(dirname(path));
    const other = await Connection.open(path);
    await other.script('CREATE TABLE notes (a); PRAGMA user_version = 1');
    await other.close();
    expect((await refused(path)).happened).toContain('another program');
  });
});

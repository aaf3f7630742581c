import { expect, it } from 'vitest';
import { HumanError } from '../../../src/memory/human-error';
import { openDatabase } from '../../../src/store/database';
import { MIGRATIONS } from '../../../src/store/migration';
import { forPeople } from '../../../src/store/sql-error';
import { newPath } from './open-store';

it('tells a person when the disk is full, and leaves what was stored', async () => {
  const path = newPath();
  const { writing, reading } = await openDatabase(path, MIGRATIONS, 0);
  await writing.all(`INSERT INTO meta VALUES ('kept', 'yes')`);
  const pages = Number((await writing.first('PRAGMA page_count'))?.['page_count']);
  await writing.all(`PRAGMA max_page_count = ${pages + 2}`);
  const long = 'x'.repeat(100_000);
  const error: unknown = await writing
    .all(`INSERT INTO meta VALUES ('lost', ?)`, [long])
    .catch((thrown: unknown) => forPeople(thrown, path));
  expect(error).toBeInstanceOf(HumanError);
  expect((error as HumanError).happened).toContain('no room left');
  expect(await reading.all(`SELECT key FROM meta WHERE key <> 'store-id'`)).toEqual([
    { key: 'kept' },
  ]);
  await reading.close();
  await writing.close();
});

it('leaves a bug a bug', () => {
  const bug = new TypeError('x is not a function');
  expect(forPeople(bug, '/db')).toBe(bug);
});

import { expect, test } from 'vitest';
import type { LocalClient } from '../../../../src/engine/local-client';
import type { Compliance } from '../../../../src/memory/compliance';
import { temporaryFolder } from '../open-test-engine';
import { forbid, openRuleEngine, repository } from './rule-engine';

/** All lines of a text. */
const WHOLE = [{ first: 1, last: 10_000 }];

/** Checks a file of one repository again and again, as a moment of rest. */
async function sitting(client?: LocalClient) {
  const engine = client ?? (await openRuleEngine());
  const folder = await repository();
  return {
    client: engine,
    folder,
    look: async (
      text: string,
      { changed = WHOLE, path = 'src/a.ts', author = 'human', record = true } = {},
    ) => {
      const files = [{ path, language: 'typescript', text, changed }];
      await engine.call('check', { folder, author, record, files });
    },
    counts: async (id: string): Promise<Compliance | undefined> => {
      const rows = await engine.call('rules', {});
      const row = rows.find(({ memory }) => memory.id === id);
      if (row === undefined) return undefined;
      const { opportunities, kept, broken, overridden, fixed } = row;
      return { opportunities, kept, broken, overridden, fixed };
    },
  };
}

const NONE = { opportunities: 0, kept: 0, broken: 0, overridden: 0, fixed: 0 };

test('what is not touched, and what is not recorded, counts nothing', async () => {
  const { client, look, counts } = await sitting();
  const { id } = await forbid(client, 'var');
  await look('var a;', { changed: [] });
  await look('var a;', { record: false });
  await look('let a;\nvar b;', { changed: [] });
  expect(await counts(id)).toEqual(NONE);
});

test('a file that was touched and breaks nothing counts once for its author and change', async () => {
  const { client, look, counts } = await sitting();
  const { id } = await forbid(client, 'var');
  await look('let a;');
  await look('let a; let b;');
  await look('let c;');
  expect(await counts(id)).toEqual({ ...NONE, opportunities: 1, kept: 1 });
  await look('let c;', { author: 'copilot' });
  await look('let c;', { path: 'src/b.ts' });
  expect(await counts(id)).toEqual({ ...NONE, opportunities: 3, kept: 3 });
});

test('a breach counts once, however often it is checked and wherever it moves', async () => {
  const { client, look, counts } = await sitting();
  const { id } = await forbid(client, 'var');
  await look('let x;\nvar a;\nlet y;');
  await look('let x;\nvar a;\nlet y;');
  await look('// new\nlet x;\n\n  var a;\nlet y;');
  // Written on, and moved by what was written above it.
  await look('let x;\nvar a = 1;\nlet y;');
  await look('let x;\nvar all = 1;\nlet y;');
  expect(await counts(id)).toEqual({ ...NONE, opportunities: 1, broken: 1 });
});

test('old breaches are none of those who touch other lines', async () => {
  const { client, look, counts } = await sitting();
  const { id } = await forbid(client, 'var');
  await look('var old;\nlet a;\nvar b;', { changed: [{ first: 3, last: 3 }] });
  expect(await counts(id)).toEqual({ ...NONE, opportunities: 1, broken: 1 });
});

test('what is mended counts as fixed by whoever mended it, and what is deleted does not', async () => {
  const { client, look, counts } = await sitting();
  const { id } = await forbid(client, 'var');
  await look('let x;\nvar a;\nlet y;\nvar b;\nlet z;', { author: 'copilot' });
  expect(await counts(id)).toEqual({ ...NONE, opportunities: 2, broken: 2 });
  await look('let x;\nconst a;\nlet y;\nvar b;\nlet z;');
  expect(await counts(id)).toEqual({ ...NONE, opportunities: 2, broken: 2, fixed: 1 });
  await look('let x;\nconst a;\nlet y;\nlet z;');
  expect(await counts(id)).toEqual({ ...NONE, opportunities: 2, broken: 2, fixed: 1 });

  const weeks = await client.call('compliance', { id });
  expect(weeks.map(({ author, broken, fixed, kept }) => ({ author, broken, fixed, kept }))).toEqual(
    [
      { author: 'copilot', broken: 2, fixed: 0, kept: 0 },
      { author: 'human', broken: 0, fixed: 1, kept: 0 },
    ],
  );
});

test('an overruled place counts once, for whoever wrote it, and lowers the precision', async () => {
  const { client, folder, look, counts } = await sitting();
  const { id } = await forbid(client, 'var');
  const text = 'let x;\nvar a;\n';
  await look(text, { author: 'copilot' });
  const place = { rule: id, folder, path: 'src/a.ts', line: 2, text };
  await client.call('overrule', { ...place, how: 'wrong' });
  await client.call('overrule', { ...place, how: 'wrong' });
  await look(text);
  await look('let x;\nconst a;\n');
  expect(await counts(id)).toEqual({
    ...NONE,
    opportunities: 1,
    broken: 1,
    overridden: 1,
  });
  const [week] = await client.call('compliance', {});
  expect(week).toMatchObject({ author: 'copilot', overridden: 1 });
  const [row] = await client.call('rules', {});
  expect(row?.precision).toBeCloseTo(2 / 3);
});

test('what was counted stays when the engine is started again, and holds in other projects', async () => {
  const home = await temporaryFolder();
  const first = await sitting(await openRuleEngine(home));
  const { id } = await forbid(first.client, 'var');
  await first.look('var a;');
  await first.client.call('pauseRule', { id, branch: 'elsewhere' });
  await first.client.close();

  const second = await sitting(await openRuleEngine(home));
  expect(await second.counts(id)).toEqual({ ...NONE, opportunities: 1, broken: 1 });
  await second.look('var b;');
  expect(await second.counts(id)).toEqual({ ...NONE, opportunities: 2, broken: 2 });
  const [row] = await second.client.call('rules', {});
  expect(row).toMatchObject({ paused: { branch: 'elsewhere' }, detector: { state: 'on' } });
  expect(row?.lastBroken).toBeGreaterThan(0);
});

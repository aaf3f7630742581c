import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { SearchIndex } from '../../../src/index/search-index';
import { systemClock } from '../../../src/memory/clock';
import { silentLog } from '../../../src/memory/log';
import { document, foundByWords, seeded } from './documents';

const embedder = StaticEmbedder.wordless(32);
const SNAPSHOT = 'index.snapshot';
let folder: string;
const opened: SearchIndex[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mneme-snapshot-'));
});

afterEach(async () => {
  for (const index of opened.splice(0)) {
    await index.idle();
    index.close();
  }
  rmSync(folder, { recursive: true });
});

function open(options: { embedder?: StaticEmbedder; now?: () => number } = {}): SearchIndex {
  const clock = options.now ? { now: options.now } : systemClock;
  const files = { folder, clock, log: silentLog, hotLimit: 20 };
  const index = new SearchIndex({ embedder: options.embedder ?? embedder, files });
  opened.push(index);
  return index;
}

/** A saved index of a hundred documents, of which some were removed or changed since their freezing. */
async function saved(): Promise<SearchIndex> {
  const index = open();
  await index.put(
    Array.from({ length: 100 }, (_, at) =>
      document(`d${at}`, `number${at} common\nmore group${at % 7}`, { at, repo: `host/${at % 3}` }),
    ),
  );
  await index.put([document('d3', 'changed entirely')]);
  await index.remove(['d4', 'd99']);
  await index.idle();
  await index.save({ store: 'store', revision: 12 });
  return index;
}

const segments = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.segment'));

describe('a snapshot of the index', () => {
  test('restores all that was found, with the same scores', async () => {
    const before = await saved();
    const after = open();
    expect(await after.load({ store: 'store' })).toEqual({ restored: true, revision: 12 });
    expect(after.size).toBe(98);
    for (const text of ['number50', 'common', 'group3 common number8', 'changed', 'number3']) {
      const query = { text, limit: 1000 };
      const scores = async (index: SearchIndex) =>
        (await index.search(query))
          .map(({ id, text, vector }) => [id, text?.score.toFixed(6), vector?.score.toFixed(3)])
          .sort();
      expect(await scores(after)).toEqual(await scores(before));
    }
    expect(
      await after.search({ text: 'common', limit: 1000, repo: 'host/1', since: 50, until: 60 }),
    ).toHaveLength(3);
    await after.check();
  });

  test('is written to as before, and saved again', async () => {
    await saved();
    const after = open();
    await after.load({ store: 'store' });
    await after.put([document('d50', 'rewritten'), document('new', 'brand new')]);
    await after.remove(['d51']);
    expect(await foundByWords(after, 'number50 number51')).toEqual([]);
    expect(await foundByWords(after, 'rewritten')).toEqual(['d50']);
    await after.save({ store: 'store', revision: 13 });
    const again = open();
    expect(await again.load({ store: 'store' })).toEqual({ restored: true, revision: 13 });
    expect(again.size).toBe(98);
    expect((await foundByWords(again, 'rewritten brand')).sort()).toEqual(['d50', 'new']);
  });

  test('takes in what is put while it is being loaded', async () => {
    await saved();
    const after = open();
    const [loaded] = await Promise.all([
      after.load({ store: 'store' }),
      after.put([document('late', 'late')]),
    ]);
    expect(loaded.restored).toBe(true);
    expect(await foundByWords(after, 'late')).toEqual(['late']);
  });

  test('of another store or embedder is not taken, and says so', async () => {
    await saved();
    expect(await open().load({ store: 'other' })).toEqual({
      restored: false,
      reason: 'It is of another store.',
    });
    const other = open({ embedder: StaticEmbedder.wordless(16) });
    expect(await other.load({ store: 'store' })).toMatchObject({ restored: false });
    expect(other.size).toBe(0);
  });

  test('there may be none', async () => {
    expect(await open().load({ store: 'store' })).toEqual({
      restored: false,
      reason: 'There is no snapshot.',
    });
  });

  test('torn at any length is not taken', async () => {
    await saved();
    const path = join(folder, SNAPSHOT);
    const whole = readFileSync(path);
    const random = seeded(5);
    const lengths = [
      0,
      1,
      23,
      24,
      whole.length - 1,
      ...Array.from({ length: 20 }, () => Math.floor(random() * whole.length)),
    ];
    for (const length of lengths) {
      truncateSync(path, length);
      const index = open();
      expect(await index.load({ store: 'store' })).toMatchObject({ restored: false });
      expect(index.size).toBe(0);
      await index.put([document('one', 'works')]);
      expect(await foundByWords(index, 'works')).toEqual(['one']);
      writeFileSync(path, whole);
    }
  });

  test('with any bit flipped is not taken, or the bit did not matter', async () => {
    const before = await saved();
    const found = await before.search({ text: 'number50 common', limit: 1000 });
    let taken = 0;
    const path = join(folder, SNAPSHOT);
    const whole = readFileSync(path);
    const random = seeded(6);
    for (let time = 0; time < 60; time++) {
      const flipped = Buffer.from(whole);
      const at = Math.floor(random() * whole.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(path, flipped);
      const after = open();
      if (!(await after.load({ store: 'store' })).restored) continue;
      taken++;
      expect(await after.search({ text: 'number50 common', limit: 1000 })).toEqual(found);
    }
    expect(taken).toBeLessThan(30);
  });

  test('a segment that is gone, torn or flipped is told, at once or by the check', async () => {
    await saved();
    const name = segments()[0] ?? '';
    const path = join(folder, name);
    const whole = readFileSync(path);
    const random = seeded(7);
    const damage = async (): Promise<string> => {
      const index = open();
      const { restored } = await index.load({ store: 'store' });
      if (!restored) return 'at once';
      // A query may see the damage, but never hang or find what is not there.
      await index.search({ text: 'number50 common', limit: 10 }).catch(() => undefined);
      return index.check().then(
        () => 'never',
        () => 'by the check',
      );
    };
    rmSync(path);
    expect(await damage()).toBe('at once');
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    expect(await damage()).toBe('at once');
    const named = new Set<string>();
    for (let time = 0; time < 60; time++) {
      const flipped = Buffer.from(whole);
      const at = Math.floor(random() * whole.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(path, flipped);
      named.add(await damage());
    }
    expect([...named].sort()).toEqual(['at once', 'by the check']);
  });

  test('what nobody needs is removed once it is old, what another has open survives that', async () => {
    const first = await saved();
    const stray = join(folder, '00ff.segment');
    copyFileSync(join(folder, segments()[0] ?? ''), stray);
    const young = join(folder, '00fe.segment');
    copyFileSync(stray, young);
    const old = new Date(Date.now() - 3_600_000);
    for (const name of readdirSync(folder)) {
      if (name !== '00fe.segment') utimesSync(join(folder, name), old, old);
    }
    // Another process, with an index of its own, saves over the first one's snapshot.
    const second = open();
    await second.put([document('mine', 'my own')]);
    await second.save({ store: 'store', revision: 20 });
    expect(segments()).toEqual(['00fe.segment']);
    expect(await foundByWords(first, 'number50')).toEqual(['d50']);

    await first.save({ store: 'store', revision: 21 });
    const third = open();
    expect(await third.load({ store: 'store' })).toEqual({ restored: true, revision: 21 });
    expect(third.size).toBe(98);
    await third.check();
    expect(statSync(young).size).toBeGreaterThan(0);
  });

  test('is dropped when the index is cleared meanwhile', async () => {
    const index = await saved();
    const saving = index.save({ store: 'store', revision: 30 });
    index.clear();
    await saving;
    expect(await open().load({ store: 'store' })).toEqual({ restored: true, revision: 12 });
    await index.put([document('one', 'fresh')]);
    expect(await foundByWords(index, 'fresh common')).toEqual(['one']);
  });
});

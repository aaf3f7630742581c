import { describe, expect, test } from 'vitest';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { SearchIndex } from '../../../src/index/search-index';
import { document, foundByWords, indexOf, seeded } from './documents';

describe('SearchIndex', () => {
  test('finds by words and by vector, with rank, words shared and how much they cover', async () => {
    const index = await indexOf({
      retry: 'Retries of a fetch wait twice as long each time',
      colour: 'Buttons are blue',
    });
    const [first, ...others] = await index.search({ text: 'fetching with retry', limit: 10 });
    expect(first).toMatchObject({ id: 'retry', type: 'memory', vector: { rank: 1 } });
    expect(first?.text).toMatchObject({ rank: 1, terms: ['fetching', 'retry'], coverage: 1 });
    expect(others.every((hit) => hit.text === undefined)).toBe(true);
  });

  test('coverage counts the words that occur nowhere', async () => {
    const index = await indexOf({ one: 'deploy the service', two: 'paint the fence' });
    const [hit] = await index.search({ text: 'deploy zebras quickly', limit: 1 });
    expect(hit?.text?.terms).toEqual(['deploy']);
    expect(hit?.text?.coverage).toBeGreaterThan(0.1);
    expect(hit?.text?.coverage).toBeLessThan(0.34);
  });

  test('leaves vectors out when asked to', async () => {
    const index = await indexOf({ one: 'configuration', two: 'configuraton' });
    const hits = await index.search({ text: 'configuration', limit: 5, vectors: false });
    expect(hits).toMatchObject([{ id: 'one', vector: undefined }]);
    expect(await index.search({ text: 'configuration', limit: 5 })).toHaveLength(2);
  });

  test('an empty index, an empty text and a limit of 0 find nothing', async () => {
    const empty = new SearchIndex({ embedder: StaticEmbedder.wordless() });
    expect(await empty.search({ text: 'anything', limit: 5 })).toEqual([]);
    const index = await indexOf({ one: 'something' });
    expect(await index.search({ text: '', limit: 5 })).toEqual([]);
    expect(await index.search({ text: 'the of and', limit: 5 })).toEqual([]);
    expect(await index.search({ text: 'something', limit: 0 })).toEqual([]);
  });

  test('ranks another type apart, by the same words', async () => {
    const index = new SearchIndex({ embedder: StaticEmbedder.wordless() });
    await index.put([
      document('one', 'the proxy cache'),
      document('two', 'cache'),
      document('proxy', 'proxy', { type: 'entity' }),
      document('cache', 'cache', { type: 'entity' }),
      document('elsewhere', 'proxy', { type: 'entity', repo: 'host/other' }),
      document('door', 'door', { type: 'entity' }),
    ]);
    const found = async (limit: number, beside: number) =>
      (
        await index.search({
          text: 'proxy cache',
          limit,
          types: ['memory'],
          repo: '',
          vectors: false,
          beside: { types: ['entity'], limit: beside },
        })
      ).map(({ id, text }) => [id, text?.rank]);
    expect(await found(9, 9)).toEqual([
      ['one', 1],
      ['two', 2],
      ['proxy', 1],
      ['cache', 2],
    ]);
    expect(await found(1, 1)).toEqual([
      ['one', 1],
      ['proxy', 1],
    ]);
  });

  test('filters by type, kind, status, time and repository, exactly', async () => {
    const index = new SearchIndex({ embedder: StaticEmbedder.wordless() });
    await index.put([
      document('here', 'cache', { repo: 'host/a/b', status: 'active', at: 5 }),
      document('there', 'cache', { repo: 'host/a', status: 'active', at: 6 }),
      document('anywhere', 'cache', { status: 'candidate', kind: 'rule', at: 7 }),
      document('file', 'cache', { type: 'entity', repo: 'host/a/b', at: 8 }),
    ]);
    const ids = async (query: object) =>
      (await index.search({ text: 'cache', limit: 9, ...query })).map((hit) => hit.id).sort();
    expect(await ids({})).toEqual(['anywhere', 'file', 'here', 'there']);
    expect(await ids({ repo: 'host/a/b' })).toEqual(['anywhere', 'file', 'here']);
    expect(await ids({ repo: 'host/a' })).toEqual(['anywhere', 'there']);
    expect(await ids({ types: ['memory'], repo: 'host/a/b' })).toEqual(['anywhere', 'here']);
    expect(await ids({ statuses: ['active', 'archived'] })).toEqual(['here', 'there']);
    expect(await ids({ kinds: ['rule'] })).toEqual(['anywhere']);
    expect(await ids({ since: 7 })).toEqual(['anywhere', 'file']);
    expect(await ids({ until: 7 })).toEqual(['here', 'there']);
    expect(await ids({ since: 6, until: 7 })).toEqual(['there']);
    expect(await ids({ types: [] })).toEqual([]);
  });

  test('a word in the headline counts extra', async () => {
    const index = await indexOf({
      below: 'one two three\nretry four five',
      above: 'retry two three\none four five',
    });
    expect(await foundByWords(index, 'retry')).toEqual(['above', 'below']);
  });

  test('the word being typed stands for each that begins so, other words do not', async () => {
    const index = await indexOf({
      whole: 'retry the deployment',
      begun: 'depart at noon',
      other: 'department store',
      far: 'wholesale',
    });
    const found = async (text: string, typing = true) => {
      const hits = await index.search({ text, limit: 9, typing, vectors: false });
      return hits.map((hit) => hit.id).sort();
    };
    expect(await found('dep')).toEqual(['begun', 'other', 'whole']);
    expect(await found('dep', false)).toEqual([]);
    expect(await found('depl')).toEqual(['whole']);
    expect(await found('depl retry')).toEqual(['whole']);
    expect(await found('retr depl')).toEqual(['whole']);
    expect(await found('depl ')).toEqual([]);
    expect(await found('d')).toEqual([]);
    const [hit] = await index.search({ text: 'noon depar', limit: 1, typing: true });
    expect(hit).toMatchObject({ id: 'begun', text: { terms: ['noon', 'depar'], coverage: 1 } });
  });

  test('the word as it stands comes before longer ones', async () => {
    const index = await indexOf({ long: 'deployer', exact: 'deploy', both: 'deployable thing' });
    const hits = await index.search({ text: 'deploy', limit: 9, typing: true, vectors: false });
    expect(hits[0]?.id).toBe('exact');
    expect(hits).toHaveLength(3);
  });

  test('a limit gives the best, as if all had been asked for', async () => {
    const random = seeded(8);
    const word = (): string => `w${Math.floor(random() ** 3 * 300)}`;
    const texts = Array.from({ length: 3000 }, (_, at): [string, string] => [
      `d${at}`,
      Array.from({ length: 20 }, word).join(' '),
    ]);
    const index = await indexOf(Object.fromEntries(texts));
    for (let time = 0; time < 30; time++) {
      const text = Array.from({ length: 8 }, word).join(' ');
      const score = async (limit: number) =>
        (await index.search({ text, limit, vectors: false })).map((hit) => hit.text?.score ?? 0);
      const [few, all] = [await score(10), await score(1000)];
      expect(few).toHaveLength(10);
      for (const [at, one] of few.entries()) expect(one).toBeCloseTo(all[at] ?? 0, 9);
    }
  });

  test('replaces, removes and passes over what is not there', async () => {
    const index = await indexOf({ one: 'alpha', two: 'beta' });
    await index.put([document('one', 'gamma')]);
    expect(await foundByWords(index, 'alpha')).toEqual([]);
    expect(await foundByWords(index, 'gamma')).toEqual(['one']);
    await index.remove(['two', 'never', '']);
    expect(await foundByWords(index, 'beta')).toEqual([]);
    expect(index.size).toBe(1);
    await index.put([document('two', 'beta again')]);
    expect(await foundByWords(index, 'beta')).toEqual(['two']);
  });

  test('of writes at once the one called later stays', async () => {
    const index = await indexOf({});
    await Promise.all([
      index.put([document('one', 'first')]),
      index.put([document('one', 'second')]),
      index.remove(['one']),
      index.put([document('one', 'third')]),
    ]);
    expect(await foundByWords(index, 'third')).toEqual(['one']);
    expect(await foundByWords(index, 'first second')).toEqual([]);
  });

  test('clear empties at once and drops what is being put', async () => {
    const index = await indexOf({});
    const putting = index.put([document('old', 'old')]);
    index.clear();
    const later = index.put([document('new', 'new')]);
    await Promise.all([putting, later]);
    expect(await foundByWords(index, 'old new')).toEqual(['new']);
    expect(index.size).toBe(1);
  });

  test('a failing embedder leaves what stood there, and later writes go on', async () => {
    const wordless = StaticEmbedder.wordless(64);
    const index = new SearchIndex({
      embedder: {
        name: 'moody',
        dimensions: 64,
        embed: (texts) =>
          texts.some((text) => text.includes('bad'))
            ? Promise.reject(new Error('out of order'))
            : wordless.embed(texts),
      },
    });
    await index.put([document('one', 'alpha')]);
    await expect(index.put([document('one', 'bad')])).rejects.toThrow('out of order');
    expect(await foundByWords(index, 'alpha')).toEqual(['one']);
    await index.put([document('two', 'beta')]);
    expect(await foundByWords(index, 'beta')).toEqual(['two']);
  });

  test('stays right through the compaction that many updates bring about', async () => {
    const index = new SearchIndex({ embedder: StaticEmbedder.wordless(2) });
    for (let round = 0; round < 12; round++) {
      await index.put(
        Array.from({ length: 1000 }, (_, at) => document(`d${at}`, `round${round} number${at}`)),
      );
    }
    expect(index.size).toBe(1000);
    expect(await foundByWords(index, 'number7')).toEqual(['d7']);
    expect(await foundByWords(index, 'round3')).toEqual([]);
    expect(await foundByWords(index, 'round11')).toHaveLength(1000);
  });
});

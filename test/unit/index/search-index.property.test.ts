import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { SearchIndex, type Hit, type IndexDocument } from '../../../src/index/search-index';
import { systemClock } from '../../../src/memory/clock';
import { silentLog, type Log } from '../../../src/memory/log';
import { document } from './documents';
import { naiveBm25, naiveCosine } from './naive';

const embedder = StaticEmbedder.wordless(32);
/** What fails is made smaller for a while only, so that it is told before the time is up. */
const PATIENCE = { interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true };
/** A cosine this far off is what int8 makes of it. */
const ROUNDING = 0.01;

// The square makes some words common and most rare, as in real text.
const word = fc
  .double({ min: 0, max: 0.999, noNaN: true })
  .map((x) => `term${Math.floor(x * x * 50)}`);
const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const written = fc.record({
  id: fc.integer({ min: 0, max: 80 }).map((number) => `d${number}`),
  text: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  kind: fc.constantFrom('fact', 'rule'),
  status: fc.constantFrom('active', 'candidate'),
  repo: fc.constantFrom(undefined, 'host/a', 'host/b'),
  at: fc.integer({ min: 0, max: 20 }),
});
const filters = fc.record(
  {
    kinds: fc.subarray(['fact', 'rule']),
    statuses: fc.subarray(['active', 'candidate']),
    repo: fc.constantFrom('host/a', 'host/b'),
    since: fc.integer({ min: 0, max: 20 }),
    until: fc.integer({ min: 0, max: 20 }),
  },
  { requiredKeys: [] },
);
type Filters = Partial<{
  kinds: string[];
  statuses: string[];
  repo: string;
  since: number;
  until: number;
}>;
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: fc.array(written, { minLength: 1, maxLength: 12 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      remove: fc.array(
        written.map(({ id }) => id),
        { minLength: 1, maxLength: 12 },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ ask: fc.array(word, { minLength: 1, maxLength: 6 }), filters }),
  },
);

function allowed({ kinds, statuses, repo, since, until }: Filters) {
  return (found: IndexDocument): boolean =>
    (kinds?.includes(found.kind) ?? true) &&
    (statuses?.includes(found.status ?? '') ?? true) &&
    (repo === undefined || found.repo === undefined || found.repo === repo) &&
    (since === undefined || found.at >= since) &&
    (until === undefined || found.at < until);
}

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does each step with the index and with plain documents, and compares what they find. */
async function follow(
  steps: readonly Step[],
  index: () => SearchIndex,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const documents = new Map<string, IndexDocument>();
  for (const step of steps) {
    if ('put' in step) {
      const put = step.put.map(({ id, text, ...more }) => document(id, text, more));
      await index().put(put);
      for (const one of put) documents.set(one.id, one);
    } else if ('remove' in step) {
      await index().remove(step.remove);
      for (const id of step.remove) documents.delete(id);
    } else {
      await between();
      const text = step.ask.join(' ');
      const hits = await index().search({ text, limit: 1000, ...step.filters });
      await expectSame(hits, [...documents.values()], text, allowed(step.filters));
    }
    expect(index().size).toBe(documents.size);
  }
}

describe('the index beside the naive ones', { timeout: 120_000 }, () => {
  test('agrees after any inserts, updates and removes, whatever is left out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const index = new SearchIndex({ embedder });
        return follow(steps, () => index);
      }),
      { numRuns: 40, ...PATIENCE },
    );
  });

  test('agrees through freezing, merging, saving and loading', async () => {
    const files = { clock: systemClock, log: failing, hotLimit: 10 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 10, maxLength: 40 }),
        fc.array(fc.constantFrom('wait', 'reload', 'nothing'), { minLength: 1 }),
        async (steps, events) => {
          let asked = 0;
          const folder = mkdtempSync(join(tmpdir(), 'mneme-index-'));
          let index = new SearchIndex({ embedder, files: { ...files, folder } });
          try {
            await follow(
              steps,
              () => index,
              async () => {
                const event = events[asked++ % events.length];
                if (event === 'wait') await index.idle();
                if (event !== 'reload') return;
                await index.save({ store: 'one', revision: 7 });
                await index.idle();
                index.close();
                index = new SearchIndex({ embedder, files: { ...files, folder } });
                expect(await index.load({ store: 'one' })).toEqual({ restored: true, revision: 7 });
                await index.check();
              },
            );
          } finally {
            await index.idle();
            index.close();
            rmSync(folder, { recursive: true });
          }
        },
      ),
      { numRuns: 25, ...PATIENCE },
    );
  });
});

/** Nothing may go wrong in the background either. */
const failing: Log = {
  ...silentLog,
  error: (message, error) => {
    throw new Error(message, { cause: error });
  },
};

async function expectSame(
  hits: readonly Hit[],
  documents: readonly IndexDocument[],
  query: string,
  found: (document: IndexDocument) => boolean,
): Promise<void> {
  const bm25 = naiveBm25(documents, query, found);
  const byText = hits.filter((hit) => hit.text !== undefined);
  expect(byText.map((hit) => hit.id).sort()).toEqual([...bm25.keys()].sort());
  for (const { id, text } of byText) expect(text?.score).toBeCloseTo(bm25.get(id) ?? 0, 4);

  const cosines = await naiveCosine(documents.filter(found), query, embedder, 0);
  for (const { id, vector } of hits) {
    if (vector) expect(Math.abs(vector.score - (cosines.get(id) ?? 0))).toBeLessThan(ROUNDING);
  }
  const byVector = new Set(hits.filter((hit) => hit.vector !== undefined).map((hit) => hit.id));
  const near = [...cosines].filter(([, cosine]) => cosine > ROUNDING).map(([id]) => id);
  expect(near.filter((id) => !byVector.has(id))).toEqual([]);
}

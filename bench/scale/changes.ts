import { quantile, shown } from '../quantiles';
import type { Engine } from './engine';

const TIMES = 10;
const PATIENCE = 30_000;

/**
 * What one change costs until it shows: a memory's words corrected until the new words find it, and
 * a memory forgotten until its words find nothing. The median of ten, in milliseconds; the memories
 * are made for this and are gone afterwards.
 */
export async function changeCosts(engine: Engine, repo: string, mark: string) {
  const updates: number[] = [];
  const removals: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const [first, second] = [`first${mark}${time}`, `second${mark}${time}`];
    const { id } = await engine.call('remember', {
      kind: 'fact',
      text: `The parser keeps its ${first} buffer.`,
      scope: { repo },
      status: 'active',
      provenance: { source: 'user', from: 'the benchmark', at: Date.now(), trust: 1 },
    });
    await until(engine, first, (ids) => ids.includes(id));
    let start = performance.now();
    await engine.call('correct', { id, patch: { text: `The parser keeps its ${second} buffer.` } });
    await until(engine, second, (ids) => ids.includes(id));
    updates.push(performance.now() - start);
    start = performance.now();
    await engine.call('forget', { id });
    await until(engine, second, (ids) => !ids.includes(id));
    removals.push(performance.now() - start);
  }
  return { update_ms: shown(quantile(updates, 0.5)), remove_ms: shown(quantile(removals, 0.5)) };
}

async function until(
  engine: Engine,
  text: string,
  holds: (ids: readonly string[]) => boolean,
): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline) {
    const rows = await engine.call('find', { text, limit: 5 });
    if (holds(rows.map(({ memory }) => memory.id))) return;
  }
  throw new Error(`A change did not show within ${PATIENCE} ms`);
}

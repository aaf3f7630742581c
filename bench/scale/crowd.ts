import { inspect } from 'node:util';
import { quantile, shown } from '../quantiles';
import { say } from '../progress';
import type { Question } from '../text/questions';
import type { Engine } from './engine';

const PROCESSES = 4;
/** Of so many calls of a process one remembers and the others recall. */
const REMEMBERS_EVERY = 4;

/**
 * Engines in processes of their own on one store, each recalling and remembering as fast as it can.
 * A write is lost when what was answered as remembered is not in the store afterwards.
 */
export async function crowd(start: () => Engine, questions: readonly Question[], seconds: number) {
  const engines = Array.from({ length: PROCESSES }, start);
  try {
    say(`${PROCESSES} processes: opening`);
    await Promise.all(engines.map((engine) => engine.indexed()));
    const mark = Date.now().toString(36);
    const end = performance.now() + seconds * 1000;
    const parts = await Promise.all(
      engines.map((engine, number) => busy(engine, number, questions, mark, end)),
    );
    const remembered = parts.flatMap((part) => part.remembered);
    const errors = parts.flatMap((part) => part.errors);
    for (const error of errors.slice(0, 3)) say(`an error among ${PROCESSES} processes: ${error}`);
    const cards = await Promise.all(
      remembered.map((id, i) => engines[(i + 1) % PROCESSES]!.call('card', { id })),
    );
    const recalls = parts.flatMap((part) => part.recalls);
    const writes = parts.flatMap((part) => part.writes);
    return {
      crowd_processes: PROCESSES,
      crowd_recalls: recalls.length,
      crowd_recall_p50_ms: shown(quantile(recalls, 0.5)),
      crowd_recall_p95_ms: shown(quantile(recalls, 0.95)),
      crowd_writes: writes.length,
      crowd_write_p95_ms: shown(quantile(writes, 0.95)),
      crowd_lost_writes: cards.filter((card) => !card).length,
      crowd_busy_errors: errors.filter((error) => /busy|locked/i.test(error)).length,
      crowd_other_errors: errors.filter((error) => !/busy|locked/i.test(error)).length,
    };
  } finally {
    await Promise.all(engines.map((engine) => engine.close()));
  }
}

async function busy(
  engine: Engine,
  number: number,
  questions: readonly Question[],
  mark: string,
  end: number,
) {
  const recalls: number[] = [];
  const writes: number[] = [];
  const remembered: string[] = [];
  const errors: string[] = [];
  for (let call = 0; performance.now() < end; call++) {
    const { task } = questions[(call * PROCESSES + number) % questions.length]!;
    const start = performance.now();
    try {
      if (call % REMEMBERS_EVERY === 0) {
        const { id } = await engine.call('remember', {
          kind: 'fact',
          text: `Process ${number} wrote its note ${mark}-${call} beside the others.`,
          scope: { ...(task.repo !== undefined && { repo: task.repo }) },
          status: 'active',
          provenance: { source: 'user', from: 'the benchmark', at: Date.now(), trust: 1 },
        });
        writes.push(performance.now() - start);
        remembered.push(id);
      } else {
        await engine.call('recall', task);
        recalls.push(performance.now() - start);
      }
    } catch (error) {
      errors.push(inspect(error));
    }
  }
  return { recalls, writes, remembered, errors };
}

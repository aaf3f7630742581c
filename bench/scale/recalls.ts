import { setTimeout as sleep } from 'node:timers/promises';
import type { Pack } from '../../src/memory/pack';
import { quantile, shown } from '../quantiles';
import { MANNERS, type Question } from '../text/questions';
import type { Engine } from './engine';

/** One recall as the asker saw it. */
interface Asked {
  readonly question: Question;
  /** From the call to its answer in the asking process, in milliseconds. */
  readonly took: number;
  readonly pack: Pack;
}

/**
 * Milliseconds between an answer and the next question: nobody asks faster, and the receipt of the
 * last answer is written in this time.
 */
const PAUSE = 25;

/** Puts questions one after the other; the first `warmUp` do not count. */
export async function recalls(
  engine: Engine,
  questions: readonly Question[],
  warmUp: number,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const question of questions) {
    const start = performance.now();
    const pack = await engine.call('recall', question.task);
    asked.push({ question, took: performance.now() - start, pack });
    await sleep(PAUSE);
  }
  return asked.slice(warmUp);
}

/** Quantiles over all recalls and for each manner of question, and what was found. */
export function figuresOf(asked: readonly Asked[]) {
  const took = asked.map((one) => one.took);
  const within = asked.map(({ pack }) => pack.took);
  const aimed = asked.filter(({ question }) => question.target !== undefined);
  const found = aimed.filter(({ question, pack }) =>
    pack.items.some(({ memory }) => memory.id === question.target),
  );
  const byManner = MANNERS.map((manner) => {
    const own = asked.filter(({ question }) => question.manner === manner).map((one) => one.took);
    return [manner, shown(quantile(own, 0.95))];
  });
  return {
    recall_p50_ms: shown(quantile(took, 0.5)),
    recall_p95_ms: shown(quantile(took, 0.95)),
    recall_p95_by_manner_ms: Object.fromEntries(byManner) as Record<string, number>,
    /** Without the process's border and without writing down what was shown. */
    recall_inside_p50_ms: shown(quantile(within, 0.5)),
    recall_inside_p95_ms: shown(quantile(within, 0.95)),
    /** Of questions made from a stored memory's words, those whose pack holds it. */
    target_in_pack: shown(found.length / aimed.length),
    tokens_per_pack: shown(asked.reduce((sum, { pack }) => sum + pack.tokens, 0) / asked.length),
  };
}

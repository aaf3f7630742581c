import type { Signal, SignalOf } from '../memory/signal';
import { commandsOf, onlyLooks } from './command';

/** The end of a command in a terminal, or of a task. */
export type Run = SignalOf<'task' | 'terminal'>;

/** One step of what was run. */
export interface Step {
  readonly text: string;
  readonly shape: string;
  readonly at: number;
  /** Id of its signal. */
  readonly id: string;
}

/** A pause longer than this parts what belongs together. Milliseconds. */
const PAUSE = 20 * 60 * 1000;
/** Steps of one stretch that are looked at, and earlier stretches. */
const STEPS = 12;
const WINDOWS = 20;

/** What a run did, step by step, without what only looks. Low-confidence command lines give none. */
export function stepsOf(run: Run): Step[] {
  const { at, id } = run;
  if (run.kind === 'task') {
    const name = `task: ${run.name}`;
    return [{ text: name, shape: name, at, id }];
  }
  if (run.confidence < 0.5) return [];
  return commandsOf(run.command)
    .filter(({ shape }) => !onlyLooks(shape))
    .map(({ text, shape }) => ({ text, shape, at, id }));
}

/**
 * The stretches of steps that ended well with the step that `run` ended with, the newest first, the
 * first being that of `run` itself. A stretch goes back to a long pause or to where the same step
 * ended the one before, so no two share a step.
 */
export function windowsUpTo(run: Run, history: readonly Signal[]): Step[][] {
  const end = stepsOf(run).at(-1);
  if (end === undefined) return [];
  const runs = new Map<string, Run>([[run.id, run]]);
  for (const one of history)
    if (isRun(one) && one.repo === run.repo && one.exitCode === 0 && one.at <= run.at)
      runs.set(one.id, one);
  const windows: Step[][] = [];
  for (const session of Map.groupBy(runs.values(), (one) => one.session).values()) {
    let open: Step[] = [];
    for (const step of session.sort((a, b) => a.at - b.at).flatMap(stepsOf)) {
      const last = open.at(-1);
      if (last !== undefined && step.at - last.at > PAUSE) open = [];
      if (open.at(-1)?.shape !== step.shape) open.push(step);
      if (step.shape !== end.shape) continue;
      windows.push(open.slice(-STEPS));
      open = [];
    }
  }
  return windows.sort((a, b) => (b.at(-1)?.at ?? 0) - (a.at(-1)?.at ?? 0)).slice(0, WINDOWS);
}

/** Whether the steps stand in a stretch in this order, with whatever in between. */
export function isWithin(steps: readonly Step[], window: readonly Step[]): boolean {
  let next = 0;
  for (const { shape } of window) if (shape === steps[next]?.shape) next++;
  return next === steps.length;
}

function isRun(signal: Signal): signal is Run {
  return signal.kind === 'task' || signal.kind === 'terminal';
}

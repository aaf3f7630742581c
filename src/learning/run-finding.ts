import { gramSimilarity } from '../memory/gram-similarity';
import type { Exposure } from '../memory/exposure';
import type { Memory } from '../memory/memory';
import type { Signal, SignalOf } from '../memory/signal';
import { groupOf, shapeOfLine } from './command';
import type { EvidenceName } from './evidence-weights';
import { namesCommand } from './usage';
import { type Finding, followed, isGone } from './used';

type Run = SignalOf<'task' | 'terminal'>;
interface Shown {
  readonly exposure: Exposure;
  readonly memory: Memory;
}

/** Two runs of a cell whose texts share this much are runs of the same cell, edited. */
const SAME_CELL = 0.5;

/**
 * What the end of a task, a command or a cell says about a memory: because the command is the one
 * that it names, or because text that follows it came in since the same was run last.
 */
export function fromRun(
  signal: Run | SignalOf<'cell'>,
  shown: Shown,
  lately: readonly Signal[],
): Finding | undefined {
  if (signal.kind === 'cell') return fromCell(signal, shown, lately);
  const named = signal.kind === 'terminal' ? fromCommand(signal, shown.memory) : undefined;
  return named ?? fromCheck(signal, shown, lately);
}

function fromCommand(signal: SignalOf<'terminal'>, memory: Memory): Finding | undefined {
  const named = namesCommand(memory, signal.command);
  if (named === undefined) return undefined;
  const green = signal.exitCode === 0;
  return {
    evidence: green ? 'commandGreen' : 'commandRed',
    verdict: green ? 'helped' : 'harmed',
    match: 1,
    reason: `\`${named}\` of this memory was run and ended ${ending(signal.exitCode)}.`,
    signals: [signal.id],
  };
}

/**
 * Tests and builds. What they said before the text came in decides: a run that stays red tells
 * nothing, nor does one that comes again after nothing was taken over.
 */
function fromCheck(signal: Run, shown: Shown, lately: readonly Signal[]): Finding | undefined {
  const group = signal.kind === 'task' ? signal.group : groupOf(shapeOfLine(signal.command));
  if (group === 'other') return undefined;
  const { exposure, memory } = shown;
  const before = lastRun(signal, lately);
  const taken = lately
    .filter(
      (one): one is SignalOf<'accepted'> =>
        one.kind === 'accepted' &&
        one.at >= exposure.at &&
        one.at <= signal.at &&
        one.at >= (before?.at ?? 0),
    )
    .sort((one, other) => other.at - one.at);
  for (const one of taken) {
    const used = followed(memory, one.text, one.language);
    if (used === undefined || isGone(one, lately)) continue;
    const green = signal.exitCode === 0;
    const evidence = CHECKS[group][color(before)][green ? 'green' : 'red'];
    if (evidence === undefined) return undefined;
    const since = before === undefined || isGreen(before) === green ? '' : ` after ${was(before)}`;
    const name = signal.kind === 'task' ? signal.name : signal.command;
    return {
      evidence,
      verdict: green ? 'helped' : 'harmed',
      match: used.match,
      reason: `${used.shared} of this memory was taken over, then \`${name}\` ended ${ending(signal.exitCode)}${since}.`,
      signals: [one.id, signal.id],
    };
  }
  return undefined;
}

type Colors = Record<'green' | 'red', EvidenceName | undefined>;
/** By what the run before said, then by what this one says. */
const CHECKS: Record<'test' | 'build', Record<'green' | 'red' | 'unknown', Colors>> = {
  test: {
    green: { green: 'testGreen', red: 'testTurnedRed' },
    red: { green: 'testTurnedGreen', red: undefined },
    unknown: { green: 'testGreen', red: 'testRed' },
  },
  build: {
    green: { green: 'buildGreen', red: 'buildTurnedRed' },
    red: { green: 'buildTurnedGreen', red: undefined },
    unknown: { green: 'buildGreen', red: 'buildRed' },
  },
};

/** The last run of the same thing before. */
function lastRun(signal: Run, lately: readonly Signal[]): Run | undefined {
  const key = keyOf(signal);
  let last: Run | undefined;
  for (const one of lately) {
    if (one.kind !== 'task' && one.kind !== 'terminal') continue;
    if (one.id === signal.id || one.at > signal.at || one.repo !== signal.repo) continue;
    if (keyOf(one) === key && (last === undefined || one.at > last.at)) last = one;
  }
  return last;
}

function keyOf(run: Run): string {
  return run.kind === 'task' ? `task ${run.name}` : shapeOfLine(run.command);
}

/** A cell has its text with it, so what it took over is seen from itself and its runs before. */
function fromCell(
  signal: SignalOf<'cell'>,
  { exposure, memory }: Shown,
  lately: readonly Signal[],
): Finding | undefined {
  const used = followed(memory, signal.text, signal.language);
  if (used === undefined) return undefined;
  const before = lately
    .filter(
      (one): one is SignalOf<'cell'> =>
        one.kind === 'cell' &&
        one.id !== signal.id &&
        one.at <= signal.at &&
        one.file === signal.file &&
        (one.text === signal.text || gramSimilarity(one.text, signal.text) >= SAME_CELL),
    )
    .sort((one, other) => other.at - one.at);
  const had = before.filter((one) => followed(memory, one.text, one.language) !== undefined);
  // What stood there before the memory was shown is not its doing; what was counted is counted.
  if (had.some((one) => one.at < exposure.at || one.succeeded === signal.succeeded))
    return undefined;
  const turned = before[0]?.succeeded === false && had.length === 0;
  const green = turned ? 'cellTurnedGreen' : 'cellGreen';
  return {
    evidence: signal.succeeded ? green : 'cellRed',
    verdict: signal.succeeded ? 'helped' : 'harmed',
    match: used.match,
    reason: `A cell with ${used.shared} of this memory ${signal.succeeded ? 'ran' : 'failed'}.`,
    signals: [signal.id],
  };
}

const isGreen = (run: Run): boolean => run.exitCode === 0;
const color = (run: Run | undefined): 'green' | 'red' | 'unknown' =>
  run === undefined ? 'unknown' : isGreen(run) ? 'green' : 'red';
const was = (run: Run): string => (isGreen(run) ? 'it had passed' : 'it had failed');
const ending = (exitCode: number): string => (exitCode === 0 ? 'well' : `with ${exitCode}`);

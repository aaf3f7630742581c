import type { Edge } from '../memory/edge';
import { entity } from '../memory/entity-id';
import type { Evidence } from '../memory/evidence';
import { repositoryName } from '../memory/repository-name';
import { TRUST } from '../memory/provenance';
import type { Signal } from '../memory/signal';
import type { Mined } from './mined';
import { conditionsOf } from './workflow-conditions';
import { isWithin, type Run, type Step, stepsOf, windowsUpTo } from './workflow-window';

/** Seen so often a sequence is a habit; once less, and the user is asked to wait and see. */
const HABIT = 3;
const REPEATED = 2;
/** Occurrences that a workflow keeps as its evidence. */
const KEPT = 5;

/** Steps that every repository has: a sequence of these alone is known to everyone. */
const EVERYDAY =
  /^git (?:add|commit|push|pull|fetch|switch|checkout|merge|rebase|stash|restore|tag)\b/;

/** A workflow, and the origins of shorter ones that it makes needless. */
export interface MinedWorkflow extends Mined {
  readonly replaces: readonly string[];
}

/**
 * The sequence of commands that a run just ended well, when the same was run in that order before,
 * with whatever in between: a candidate at its second time, active at its third.
 *
 * Deterministic: of what the present stretch of commands has in common with each earlier one that
 * ended with the same command (longest common subsequence), the one that explains most is taken:
 * support × (steps − 1), the longer of equals.
 *
 * `history` are the repository's runs, switches of branch and edits of the last days, in any order.
 */
export function mineWorkflow(run: Run, history: readonly Signal[]): MinedWorkflow | undefined {
  const { repo } = run;
  if (repo === undefined || run.exitCode !== 0) return undefined;
  const [present, ...earlier] = windowsUpTo(run, history);
  if (present === undefined || earlier.length === 0) return undefined;
  const best = bestOf(
    earlier.map((window) => commonSteps(present, window)),
    [present, ...earlier],
  );
  if (best === undefined) return undefined;
  const { steps, windows } = best;
  const said = steps.map((step, at) => inWords(step, at, windows));
  const conditions = conditionsOf(windows, history);
  const origin = originOf(repo, steps);
  const about = entity({ kind: 'command', name: said.at(-1) ?? '', at: run.at, repo });
  return {
    draft: {
      kind: 'workflow',
      text: textOf(repo, said, conditions),
      detail: { steps: said, ...(conditions.length > 0 && { conditions }) },
      scope: { repo },
      provenance: {
        source: 'mined',
        from: 'commands that were run and ended well',
        at: run.at,
        trust: TRUST.mined,
        evidence: windows.slice(0, KEPT).map((window): Evidence => evidenceOf(window, steps)),
      },
      status: windows.length >= HABIT ? 'active' : 'candidate',
      origin,
    },
    about: [about],
    edges: (from): Edge[] => [{ from, type: 'about', to: about.id, weight: 0.8 }],
    replaces: needless(repo, steps, windows.length, history),
  };
}

interface Pattern {
  readonly steps: readonly Step[];
  /** The stretches that hold it, the newest first. */
  readonly windows: readonly (readonly Step[])[];
}

function bestOf(
  candidates: readonly (readonly Step[])[],
  windows: readonly (readonly Step[])[],
): Pattern | undefined {
  let best: Pattern | undefined;
  for (const steps of candidates) {
    if (steps.length < 2 || steps.every(({ shape }) => EVERYDAY.test(shape))) continue;
    const holding = windows.filter((window) => isWithin(steps, window));
    if (holding.length < REPEATED) continue;
    const pattern = { steps, windows: holding };
    if (best === undefined || worth(pattern) > worth(best)) best = pattern;
  }
  return best;
}

const worth = ({ steps, windows }: Pattern): number =>
  windows.length * (steps.length - 1) + steps.length / 1000;

/** The longest common subsequence; both end with the same step, and so does it. */
function commonSteps(one: readonly Step[], other: readonly Step[]): Step[] {
  const lengths = Array.from({ length: one.length + 1 }, () =>
    new Array<number>(other.length + 1).fill(0),
  );
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = 1; i <= one.length; i++)
    for (let j = 1; j <= other.length; j++) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] =
        one[i - 1]?.shape === other[j - 1]?.shape
          ? at(i - 1, j - 1) + 1
          : Math.max(at(i - 1, j), at(i, j - 1));
    }
  const common: Step[] = [];
  for (let i = one.length, j = other.length; i > 0 && j > 0;) {
    const step = one[i - 1];
    if (step !== undefined && step.shape === other[j - 1]?.shape) {
      common.unshift(step);
      i--;
      j--;
    } else if (at(i - 1, j) >= at(i, j - 1)) i--;
    else j--;
  }
  return common;
}

/** A step as it was written where it was always written so, else with its holes. */
function inWords(step: Step, at: number, windows: readonly (readonly Step[])[]): string {
  if (step.shape.includes('<secret>')) return step.shape;
  const written = new Set(
    windows.flatMap((window) =>
      window.filter(({ shape }) => shape === step.shape).map(({ text }) => text),
    ),
  );
  return written.size === 1 ? step.text : step.shape;
}

function textOf(repo: string, said: readonly string[], conditions: readonly string[]): string {
  const last = said.at(-1) ?? '';
  const when = conditions.length === 0 ? '' : ` ${conditions.join(', ')}`;
  const list = said.map((step, at) => `${at + 1}. \`${step}\``).join('\n');
  return `In ${repositoryName(repo)}, \`${last}\` comes at the end of these steps${when}:\n${list}`;
}

function evidenceOf(window: readonly Step[], steps: readonly Step[]): Evidence {
  const last = window.at(-1);
  const shapes = new Set(steps.map(({ shape }) => shape));
  const run = window.filter(({ shape }) => shapes.has(shape)).map(({ text }) => text);
  return {
    kind: 'signal',
    text: `Run in this order, ending well: ${run.join('; ')}`,
    at: last?.at ?? 0,
    ref: last?.id ?? '',
  };
}

function originOf(repo: string, steps: readonly Step[]): string {
  return `workflow:${repo}:${steps.map(({ shape }) => shape).join('\u2192')}`;
}

/** Beginnings of a workflow that were hardly ever run without the rest of it. */
function needless(
  repo: string,
  steps: readonly Step[],
  support: number,
  history: readonly Signal[],
): string[] {
  const found: string[] = [];
  for (let length = 2; length < steps.length; length++) {
    const beginning = steps.slice(0, length);
    const end = history.find(({ id }) => id === beginning.at(-1)?.id);
    if (end === undefined || (end.kind !== 'task' && end.kind !== 'terminal')) continue;
    const alone = windowsUpTo(end, history).filter((window) => isWithin(beginning, window));
    if (alone.length <= support && stepsOf(end).at(-1)?.shape === beginning.at(-1)?.shape)
      found.push(originOf(repo, beginning));
  }
  return found;
}

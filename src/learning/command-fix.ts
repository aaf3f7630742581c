import type { Edge } from '../memory/edge';
import { entity } from '../memory/entity-id';
import { errorSignature } from '../memory/error-signature';
import type { Evidence } from '../memory/evidence';
import { TRUST } from '../memory/provenance';
import { repositoryName } from '../memory/repository-name';
import type { Signal, SignalOf } from '../memory/signal';
import { shapeOfLine } from './command';
import type { Mined } from './mined';
import { type Run, stepsOf } from './workflow-window';

/** A failure is made good within this time, or by something else. Milliseconds. */
const WITHIN = 30 * 60 * 1000;
/** More commands in between than this, and nobody knows which of them it was. */
const MOST_STEPS = 3;
/** Characters of an edit that can be the cure of one failure. */
const MOST_EDITED = 300;

/** The same of two runs of one thing: what its signals are told apart by. */
export function runKey(run: Run): string {
  return run.kind === 'task' ? `task: ${run.name}` : shapeOfLine(run.command);
}

/** The signature of a failed run: by what its output says, or by its exit code alone. */
export function runSignature(run: Run): string {
  const output = run.kind === 'terminal' ? run.output : undefined;
  const key = runKey(run);
  const program = key.split(' ')[0] ?? key;
  return output === undefined
    ? `${key}: exit ${run.exitCode}`
    : errorSignature({ message: output, source: program });
}

/**
 * How a failing command or task came to end well, as a candidate `fix`: by the commands, or by the
 * one small edit, that came between its last failure and this success. `undefined` where nothing did
 * (it fails now and then) or where too much did.
 *
 * `lately` are signals of the same session, in any order.
 */
export function mineCommandFix(run: Run, lately: readonly Signal[]): Mined | undefined {
  if (run.exitCode !== 0) return undefined;
  const failed = lastFailure(run, lately);
  if (failed === undefined || run.at - failed.at > WITHIN) return undefined;
  const between = lately
    .filter((one) => one.at > failed.at && one.at < run.at && one.repo === run.repo)
    .sort((one, other) => one.at - other.at);
  const cure = cureOf(run, between);
  if (cure === undefined) return undefined;

  const { repo, at } = run;
  const signature = runSignature(failed);
  const problem = problemOf(failed);
  const error = entity({ kind: 'error', name: signature, at, text: problem });
  const where = repo === undefined ? '' : ` in ${repositoryName(repo)}`;
  const evidence = (kind: Evidence['kind'], text: string, of: Signal): Evidence => {
    return { kind, text, at: of.at, ref: run.id };
  };
  return {
    draft: {
      kind: 'fix',
      text: `When \`${nameOf(run)}\` fails${where} with “${problem}”: ${cure.words}`,
      detail: { problem, solution: cure.solution },
      scope: repo === undefined ? {} : { repo },
      provenance: {
        source: 'mined',
        from: `a run of ${nameOf(run)}`,
        at,
        trust: TRUST.mined,
        evidence: [
          evidence(
            'diagnostic',
            `\`${nameOf(failed)}\` failed with ${failed.exitCode}: ${problem}`,
            failed,
          ),
          evidence('signal', `After ${cure.solution} it ended well.`, run),
        ],
      },
      status: 'candidate',
      origin: `fix:${repo ?? ''}:${signature}:${cure.shape}`,
    },
    about: [error],
    edges: (from): Edge[] => [
      { from, type: 'fixes', to: error.id, weight: 1 },
      { from, type: 'about', to: error.id, weight: 0.6 },
    ],
  };
}

interface Cure {
  readonly solution: string;
  readonly words: string;
  readonly shape: string;
}

function cureOf(run: Run, between: readonly Signal[]): Cure | undefined {
  const own = new Set(stepsOf(run).map(({ shape }) => shape));
  const steps = between
    .filter((one): one is Run => isRun(one) && one.exitCode === 0)
    .flatMap(stepsOf)
    .filter(({ shape }) => !own.has(shape));
  const edits = between.filter(
    (one): one is SignalOf<'edit'> => one.kind === 'edit' && one.cause !== 'formatter',
  );
  const byHand = edits.filter(({ cause }) => cause !== 'disk');
  if (steps.length > 0) {
    // What a command wrote to the disk is its doing; what the user wrote may be the cure instead.
    if (steps.length > MOST_STEPS || byHand.length > 0) return undefined;
    const solution = steps.map(({ text }) => text).join(' && ');
    return {
      solution,
      words: `run ${steps.map(({ text }) => `\`${text}\``).join(', then ')} and try again.`,
      shape: steps.map(({ shape }) => shape).join(' && '),
    };
  }
  const [edit, ...more] = byHand;
  if (edit?.text === undefined || more.length > 0 || edit.file === undefined) return undefined;
  const text = edit.text.trim();
  if (!/\w{3}/.test(text) || text.length > MOST_EDITED) return undefined;
  return {
    solution: text,
    words: `in ${edit.file} this was the cure:\n\`\`\`\n${text}\n\`\`\``,
    shape: `${edit.file}: ${text.replace(/\s+/g, ' ')}`,
  };
}

/** The last run of the same thing before this one, when it failed. */
function lastFailure(run: Run, lately: readonly Signal[]): Run | undefined {
  const key = runKey(run);
  let last: Run | undefined;
  for (const one of lately) {
    if (!isRun(one) || one.id === run.id || one.at >= run.at || one.repo !== run.repo) continue;
    if (runKey(one) === key && (last === undefined || one.at > last.at)) last = one;
  }
  return last?.exitCode === 0 ? undefined : last;
}

function problemOf(failed: Run): string {
  const output = failed.kind === 'terminal' ? failed.output?.trim().split('\n', 1)[0] : undefined;
  return output ?? `exit code ${failed.exitCode}`;
}

const nameOf = (run: Run): string => (run.kind === 'task' ? run.name : run.command);
const isRun = (signal: Signal): signal is Run =>
  signal.kind === 'task' || signal.kind === 'terminal';

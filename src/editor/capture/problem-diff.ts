import type { Problem } from '../../memory/signal';
import { overlap, type Lines } from './followed-lines';

/** A diagnostic as the language server reports it now. */
export interface Reported {
  readonly problem: Problem;
  /** Counted from 0. */
  readonly lines: Lines;
}

/** A problem that is known of a document, on its way through edits. */
export interface Known {
  /** As it was when it appeared. */
  readonly first: Problem;
  /** As it was reported last: messages change while a name is being typed. */
  problem: Problem;
  lines: Lines;
  /** The text of its lines when it appeared. */
  readonly text: string;
  /**
   * Set while it is not reported but may only be hidden: problems that came to the same lines when
   * it went, such as a syntax error that keeps the checker from looking further.
   */
  hiddenBy: Known[] | undefined;
}

export interface ProblemDiff {
  appeared: Known[];
  cured: Known[];
  known: Known[];
}

/**
 * Compares what a language server reports with what was known. A problem is the same one if its
 * message, code and source are, at the nearest line; else if only its message changed on its lines.
 */
export function diffProblems(
  known: readonly Known[],
  reported: readonly Reported[],
  textOf: (lines: Lines) => string,
): ProblemDiff {
  const left = new Set(known);
  const stays: Known[] = [];
  const match = (one: Reported, found: Known | undefined): boolean => {
    if (!found) return false;
    left.delete(found);
    found.problem = one.problem;
    found.lines = one.lines;
    found.hiddenBy = undefined;
    stays.push(found);
    return true;
  };

  const unmatched = reported.filter((one) => !match(one, nearest(left, one, sameProblem)));
  const appeared = unmatched
    .filter((one) => !match(one, nearest(left, one, sameCodeOnItsLines)))
    .map(({ problem, lines }): Known => {
      return { first: problem, problem, lines, text: textOf(lines), hiddenBy: undefined };
    });

  const cured: Known[] = [];
  const hidden: Known[] = [];
  for (const gone of left) {
    const before = gone.hiddenBy?.filter((one) => stays.includes(one)) ?? [];
    const now = appeared.filter(
      (one) => one.problem.severity === 'error' && overlap(one.lines, gone.lines),
    );
    const hiddenBy = [...before, ...now];
    if (hiddenBy.length === 0) cured.push(gone);
    else {
      gone.hiddenBy = hiddenBy;
      hidden.push(gone);
    }
  }
  return { appeared, cured, known: [...stays, ...appeared, ...hidden] };
}

function nearest(
  among: ReadonlySet<Known>,
  one: Reported,
  fits: (known: Known, one: Reported) => boolean,
): Known | undefined {
  let best: Known | undefined;
  let distance = Infinity;
  for (const known of among) {
    if (!fits(known, one)) continue;
    const away = Math.abs(known.lines.from - one.lines.from);
    if (away < distance) [best, distance] = [known, away];
  }
  return best;
}

function sameProblem({ problem }: Known, one: Reported): boolean {
  const { message, code, source } = one.problem;
  return problem.message === message && problem.code === code && problem.source === source;
}

function sameCodeOnItsLines({ problem, lines }: Known, one: Reported): boolean {
  const { code, source } = one.problem;
  return problem.code === code && problem.source === source && overlap(lines, one.lines);
}

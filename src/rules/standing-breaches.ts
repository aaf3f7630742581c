/** Where a breach stands: hashes of its line and of the lines with text around it, empty at an end. */
export interface Spot {
  readonly line: string;
  readonly before: string;
  readonly after: string;
}

/** A breach that is in the file now. */
export interface SeenBreach extends Spot {
  /** Whether it is in code that was touched. */
  readonly touched: boolean;
  /** Whether a person said that it is right there. */
  readonly silent: boolean;
}

/** What became of breaches since they were looked at last. */
export interface Settled<S extends Spot> {
  /** Came in touched code. */
  readonly broken: SeenBreach[];
  /** Stand yet, perhaps moved or rewritten. */
  readonly standing: { was: S; now: SeenBreach }[];
  /** Went away, and code stands in their place. */
  readonly fixed: S[];
  /** Went away with their code: nobody mended anything. */
  readonly gone: S[];
}

/**
 * Tells what became of the breaches of a rule in a file: which of those that were counted stand yet,
 * so that none is counted twice however often the file is checked and wherever its lines move.
 *
 * @param was those that were counted and stood at the last look
 * @param now all that are in the file now; what is not in touched code and was not counted is older
 *   than the counting and stays out of it
 * @param lines hashes of the file's lines with text, in order
 */
export function settle<S extends Spot>(
  was: readonly S[],
  now: readonly SeenBreach[],
  lines: readonly string[],
): Settled<S> {
  const left = new Set(was);
  const standing: Settled<S>['standing'] = [];
  const unmatched = (one: SeenBreach, alike: (was: S) => boolean): boolean => {
    const found = [...left].find(alike);
    if (found === undefined) return true;
    left.delete(found);
    standing.push({ was: found, now: one });
    return false;
  };
  const broken = now
    // A line that only moved is the same; of several such the one with the same neighbours.
    .filter((one) => unmatched(one, (spot) => spot.line === one.line && isBeside(spot, one)))
    .filter((one) => unmatched(one, (spot) => spot.line === one.line))
    .filter(({ touched, silent }) => touched && !silent)
    // Rewritten in its place, and it breaks the rule yet.
    .filter((one) => unmatched(one, (spot) => isBeside(spot, one)));
  const { gone = [], fixed = [] } = Object.groupBy(left, (spot) =>
    isClosed(spot, lines) ? 'gone' : 'fixed',
  );
  return { broken, standing, fixed, gone };
}

function isBeside(a: Spot, b: Spot): boolean {
  return a.before === b.before || a.after === b.after;
}

/** Whether the lines that were around a breach are neighbours now: there is nothing in its place. */
function isClosed({ before, after }: Spot, lines: readonly string[]): boolean {
  if (before === '') return after === (lines[0] ?? '');
  return lines.some((line, i) => line === before && (lines[i + 1] ?? '') === after);
}

/** The parts of VS Code's symbols, diagnostics and ranges that are gone by here; lines from 0. */
export interface Place {
  line: number;
  character: number;
}
export interface Range {
  start: Place;
  end: Place;
}
export interface SymbolNode {
  name: string;
  /** As in `vscode.SymbolKind`. */
  kind: number;
  range: Range;
  children: readonly SymbolNode[];
}

/** Classes, methods, constructors, enums, interfaces, functions, structs, in VS Code's numbers. */
const CALLABLE: ReadonlySet<number> = new Set([4, 5, 8, 9, 10, 11, 22]);

/**
 * The name of the innermost function, class or the like around a place. Where there is none, that
 * of the outermost variable or property that holds it: `const useCart = () => {…}`.
 */
export function symbolAround(symbols: readonly SymbolNode[], at: Place): string | undefined {
  let outermost: string | undefined;
  let innermost: string | undefined;
  let level: readonly SymbolNode[] = symbols;
  for (;;) {
    const found = level.find(({ range }) => holds(range, at));
    if (!found) return innermost ?? outermost;
    if (CALLABLE.has(found.kind)) innermost = found.name;
    else outermost ??= found.name;
    level = found.children;
  }
}

function holds({ start, end }: Range, at: Place): boolean {
  return !before(at, start) && !before(end, at);
}

function before(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Lines from the cursor within which a problem belongs to what is being done. */
const NEAR = 20;
const MOST_PROBLEMS = 5;

/**
 * The problems near a place: those of greater severity (0 is an error) first, then the nearest.
 * Hints are passed over: nobody is working on them.
 */
export function nearestProblems<P extends { severity: number; range: Range }>(
  problems: readonly P[],
  at: Place,
): P[] {
  const distance = ({ range }: P) =>
    Math.max(range.start.line - at.line, at.line - range.end.line, 0);
  return problems
    .filter((problem) => problem.severity < 3 && distance(problem) <= NEAR)
    .sort((a, b) => a.severity - b.severity || distance(a) - distance(b))
    .slice(0, MOST_PROBLEMS);
}

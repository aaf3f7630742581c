import type { FoundBreach } from '../../memory/breach';
import type { Force } from '../../memory/directive';

/** A stretch of a document in lines and columns counted from 0, the end exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Lines of a breach that are all underlined; of a longer one only the first is. */
const MOST_LINES = 6;
const WHOLE_LINE = 100_000;

/** Where a breach is underlined. A place past the line's end stands for the end, as editors take it. */
export function placeOf(breach: FoundBreach): Place {
  const [line, column] = [breach.line - 1, breach.column - 1];
  const [endLine, endColumn] = [breach.endLine - 1, breach.endColumn - 1];
  // What begins a line and goes on for many would be a wall of colour.
  if (endLine - line >= MOST_LINES) return { line, column, endLine: line, endColumn: WHOLE_LINE };
  // A breach of no length is one of its line: something is missing there.
  const empty = endLine === line && endColumn <= column;
  return empty
    ? { line, column: 0, endLine: line, endColumn: WHOLE_LINE }
    : { line, column, endLine, endColumn };
}

export type Grade = 'error' | 'warning' | 'information';

/** How gravely a breach is told. */
export function gradeOf(force: Force): Grade {
  switch (force) {
    case 'must':
    case 'never':
      return 'error';
    case 'avoid':
      return 'warning';
    case 'prefer':
      return 'information';
  }
}

/** What is said of a breach: the rule, and what is wrong here where that says more. */
export function breachWords({ text, message, alternative }: FoundBreach): string {
  const more = message ?? alternative;
  return more === undefined || text.includes(more) ? text : `${text}\n${more}`;
}

/** The fixes of several breaches that do not touch each other, of each the first. */
export function fixesTogether(breaches: readonly FoundBreach[]): FoundBreach['fixes'] {
  const taken: FoundBreach['fixes'] = [];
  const edits: { start: number; end: number }[] = [];
  for (const { fixes } of breaches) {
    const [fix] = fixes;
    if (fix === undefined) continue;
    const clashes = fix.edits.some(({ start, end }) =>
      edits.some((other) => start < other.end && other.start < end),
    );
    const again = fix.edits.some(({ start }) => edits.some((other) => other.start === start));
    if (clashes || again) continue;
    taken.push(fix);
    edits.push(...fix.edits);
  }
  return taken;
}

import type { AppliedChange } from './text-change';

/** Lines `from` to `to`, both included, counted from 0. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Where some lines stand after a change: moved by what changes above, grown by what changes in them. */
export function followLines(lines: Lines, change: AppliedChange): Lines {
  const { line, column, removed, text, removedLines, insertedLines } = change;
  const delta = insertedLines - removedLines;
  // A change of whole lines ends before the line whose beginning it reaches.
  const whole = column === 0 && endsLine(removed) && endsLine(text);
  const last = line + removedLines - (whole ? 1 : 0);
  if (last < lines.from) return { from: lines.from + delta, to: lines.to + delta };
  // A line begun after the last one is not among them.
  const opensBelow = line === lines.to && removedLines === 0 && /^\r?\n/.test(text) && column > 0;
  if (line > lines.to || opensBelow) return lines;
  const from = Math.min(lines.from, line);
  return { from, to: Math.max(from, Math.max(lines.to, last) + delta) };
}

/** The lines that a change wrote, as they stand after it. */
export function linesWritten({ line, insertedLines }: AppliedChange): Lines {
  return { from: line, to: line + insertedLines };
}

export function overlap(a: Lines, b: Lines): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function endsLine(text: string): boolean {
  return text === '' || text.endsWith('\n');
}

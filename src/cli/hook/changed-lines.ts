import { diffLines } from 'diff';
import type { LineSpan } from '../../memory/breach';

/** The lines of `after` that are not in `before`, by the shortest difference of the two. */
export function changedLines(before: string, after: string): LineSpan[] {
  const spans: LineSpan[] = [];
  let line = 1;
  for (const { added, removed, count } of diffLines(before, after)) {
    if (removed) continue;
    if (added && count > 0) spans.push({ first: line, last: line + count - 1 });
    line += count;
  }
  return spans;
}

import type { FoundBreach, LineSpan } from '../memory/breach';
import type { DetectorKind } from '../memory/detector';
import type { Directive } from '../memory/directive';
import type { Breach } from './detector';
import type { LineTable } from './line-table';

/** Whether a stretch of text touches any of these lines. */
export function touches(
  spans: readonly LineSpan[],
  { start, end }: { start: number; end: number },
  lines: LineTable,
): boolean {
  const first = lines.placeOf(start).line;
  // The end is exclusive: what ends with its line does not touch the next one.
  const last = lines.placeOf(Math.max(start, end - 1)).line;
  return spans.some((span) => span.first <= last && span.last >= first);
}

/** What a breach tells of its rule. */
export interface TellingRule {
  readonly id: string;
  readonly text: string;
  readonly kind: DetectorKind;
  readonly directive: Directive | undefined;
}

/** A breach with its rule and its place in lines and columns, as people and tools are told of it. */
export function foundBreach(
  { id, text, kind, directive }: TellingRule,
  breach: Breach,
  lines: LineTable,
  path?: string,
): FoundBreach {
  const from = lines.placeOf(breach.start);
  const to = lines.placeOf(breach.end);
  const alternative = directive?.alternative;
  return {
    rule: id,
    text,
    // A habit that was learned from corrections says no force.
    force: directive?.force ?? 'prefer',
    kind,
    ...(path !== undefined && { path }),
    start: breach.start,
    end: breach.end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    ...(breach.message !== undefined && { message: breach.message }),
    ...(directive?.reason !== undefined && { reason: directive.reason }),
    ...(alternative !== undefined && { alternative }),
    fixes: breach.fixes,
  };
}

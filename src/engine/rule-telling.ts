import type { FoundBreach } from '../memory/breach';
import type { Breach } from '../rules/detector';
import { lineHash } from '../rules/line-hash';
import type { LineTable } from '../rules/line-table';
import type { Look } from './compliance-recorder';
import { type BookedRule, placeKey } from './rule-book';

/** Whether a person said that what begins here is right; commands and commits have no path. */
export function isSilent(
  { silent }: BookedRule,
  repo: string,
  path: string,
  lines: LineTable,
  start: number,
): boolean {
  if (silent.size === 0) return false;
  return silent.has(placeKey(repo, path, lineHash(lines.textOf(lines.placeOf(start).line))));
}

/** What is told of what was found, in the order of the text. */
export function told(
  looks: readonly Look[],
  tell: (rule: BookedRule, breach: Breach) => FoundBreach | undefined,
): FoundBreach[] {
  return looks
    .flatMap(({ rule, findings }) =>
      findings.breaches.flatMap((breach) => tell(rule, breach) ?? []),
    )
    .sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule));
}

import type { Fault } from '../memory/fault';
import { lengthOf, type Region, takesWholeLines } from './token-diff';
import type { Token } from './tokens';

/** What a linter finds in both texts of a rewrite. */
export interface Faults {
  readonly before: readonly Fault[];
  readonly after: readonly Fault[];
}

/** Faults of a text that a rewrite took away. */
export type Cure = readonly Fault[];

/**
 * The faults of which the rules find less in the new text than in the old one. A fault that went with
 * its lines, with nothing in their place, was not cured.
 */
export function cureOf(faults: Faults, regions: readonly Region[], before: readonly Token[]): Cure {
  const [old, now] = [countByRule(faults.before), countByRule(faults.after)];
  return faults.before.filter(
    (fault) =>
      (old.get(fault.rule) ?? 0) > (now.get(fault.rule) ?? 0) && stands(fault, regions, before),
  );
}

function countByRule(faults: readonly Fault[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of faults) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** Whether some of the code that was at fault was kept, or other code stands in its place. */
function stands(
  { start, end }: Fault,
  regions: readonly Region[],
  tokens: readonly Token[],
): boolean {
  const at = tokens.flatMap((token, i) => (token.start < end && endOf(token) > start ? [i] : []));
  return !regions.some(
    ({ before, after }) =>
      lengthOf(after) === 0 &&
      takesWholeLines(tokens, before) &&
      at.every((i) => i >= before.from && i < before.to),
  );
}

const endOf = (token: Token | undefined): number =>
  token === undefined ? 0 : token.start + token.text.length;

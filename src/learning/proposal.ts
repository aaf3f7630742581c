import type { Memory } from '../memory/memory';
import { type CorrectionClass, CORRECTION_CLASSES } from './correction-class';
import type { Mined } from './mined';

/** Longer than this nobody reads in passing. Characters of both sides together. */
const LONGEST = 240;

/**
 * Kinds of corrections that say something beyond the place where they were made. `logic` and
 * `removed` mostly do not; they wait, as candidates, until the same is done again.
 */
const TELLING: ReadonlySet<CorrectionClass> = new Set([
  'API choice',
  'import path',
  'naming',
  'style',
  'type',
]);

/**
 * Whether the user should be asked about a mined memory now, and why; `undefined` when it had better
 * wait as a candidate. `known` are memories that the store has of the same origin or text.
 *
 * Asking costs attention, storing a candidate next to nothing: so this is the narrower gate.
 */
export function worthProposing(mined: Mined, known: readonly Memory[]): string | undefined {
  const { draft } = mined;
  const met = known.some((one) => one.origin === draft.origin || one.text === draft.text);
  const { before = '', after = '', problem = '', solution = '' } = draft.detail;
  if (met || before.length + after.length + solution.length > LONGEST) return undefined;
  if (reversedBy(mined, known).length > 0) return 'It takes back what you corrected before.';
  if (draft.provenance.evidence.some((one) => one.kind === 'diagnostic'))
    return problem === '' ? 'Your change cured a diagnostic.' : 'Your change cured an error.';
  const kind = CORRECTION_CLASSES.find((one) => one === draft.detail.reason);
  return kind !== undefined && TELLING.has(kind) ? `You changed it by hand: ${kind}.` : undefined;
}

/** Earlier corrections that one is the other way round of: they contradict each other. */
export function reversedBy({ draft }: Mined, known: readonly Memory[]): Memory[] {
  const sides = sidesOf(draft.detail);
  return known.filter((one) => {
    const others = sidesOf(one.detail);
    return sides.some(([was, is]) =>
      others.some(([before, after]) => was === after && is === before),
    );
  });
}

/** What a correction says, by example and in general. */
function sidesOf({ before, after, pattern }: Memory['detail']): [string, string][] {
  const pairs: [string | undefined, string | undefined][] = [
    [before, after],
    [pattern?.before, pattern?.after],
  ];
  return pairs.flatMap(([was, is]): [string, string][] =>
    was === undefined || is === undefined || was === is ? [] : [[was, is]],
  );
}

import type { RuleAsk } from '../memory/rule-row';

/** People's words against a rule from which on it is asked to change. */
const SPOKEN = 3;
/** Precision below which a rule is to be narrowed, and below which it is not worth narrowing. */
const NARROW = 0.75;
const RETIRE = 0.5;
/** Days without an opportunity after which a rule is offered for archiving. */
export const UNUSED = 90;

/** What is known of a rule that may ask for something. */
export interface Asking {
  readonly precision: number;
  readonly overruled: readonly { readonly how: 'here' | 'wrong' }[];
  /** Another rule that it contradicts, and why. */
  readonly contradicts: { readonly other: string; readonly why: string } | undefined;
  /** Days that it has been checked as it is, and since its last opportunity; `undefined`: never had one. */
  readonly days: { readonly on: number; readonly unused: number | undefined } | undefined;
}

/** What a rule asks a person for: the most pressing, as one at a time is enough. */
export function askOf({ precision, overruled, contradicts, days }: Asking): RuleAsk | undefined {
  if (contradicts !== undefined) {
    return { what: 'settle', why: contradicts.why, other: contradicts.other };
  }
  const wrong = overruled.filter(({ how }) => how === 'wrong').length;
  const times = overruled.length;
  if (wrong >= SPOKEN && precision < RETIRE) {
    return { what: 'retire', why: `It was wrong at ${wrong} places.` };
  }
  if (times >= SPOKEN && precision < NARROW) {
    return { what: 'narrow', why: `It was overruled at ${times} places.` };
  }
  if (days !== undefined && Math.min(days.on, days.unused ?? Infinity) >= UNUSED) {
    return { what: 'archive', why: `It applied to nothing in ${UNUSED} days.` };
  }
  return undefined;
}

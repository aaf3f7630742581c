import type { FoundBreach } from '../../memory/breach';
import type { Force } from '../../memory/directive';
import type { RuleRow } from '../../memory/rule-row';

/** A breach, with the text that it was found in. */
export interface Found {
  readonly breach: FoundBreach;
  readonly text: string;
  /** What was checked, where it is no file of the repository: `command`, `branch`, or a message's file. */
  readonly of?: string | undefined;
}

/** All that a check came to. */
export interface CheckReport {
  readonly found: readonly Found[];
  /** Rules that could not be run, and why. */
  readonly off: readonly { rule: string; reason: string }[];
  /** The rules that are on, for formats that tell of them. */
  readonly rules: readonly RuleRow[];
}

export type Level = 'error' | 'warning';

/** `must` and `never` bind; `prefer` and `avoid` advise. */
export function levelOf(force: Force): Level {
  return force === 'must' || force === 'never' ? 'error' : 'warning';
}

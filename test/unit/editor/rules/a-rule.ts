import type { FoundBreach } from '../../../../src/memory/breach';
import type { Memory } from '../../../../src/memory/memory';
import type { RuleRow } from '../../../../src/memory/rule-row';
import { aMemory } from '../a-memory';

/** A rule that a lint rule checks, with whatever a test needs otherwise. */
export function aRule(parts: Partial<RuleRow> = {}, memory: Partial<Memory> = {}): RuleRow {
  const detail = { directive: { force: 'never', subject: 'use var' } } as const;
  return {
    memory: aMemory({ kind: 'rule', text: 'Never use var', detail, ...memory }),
    detector: { spec: { kind: 'lint', rule: 'no-var', options: [] }, state: 'on' },
    opportunities: 0,
    kept: 0,
    broken: 0,
    overridden: 0,
    fixed: 0,
    precision: 1,
    ...parts,
  };
}

/** A breach of it in the second line. */
export function aBreach(parts: Partial<FoundBreach> = {}): FoundBreach {
  return {
    rule: 'm_1',
    text: 'Never use var',
    force: 'never',
    kind: 'lint',
    start: 10,
    end: 13,
    line: 2,
    column: 1,
    endLine: 2,
    endColumn: 4,
    fixes: [],
    ...parts,
  };
}

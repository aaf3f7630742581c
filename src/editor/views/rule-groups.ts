import type { RuleRow } from '../../memory/rule-row';
import { keptShare, stateOf } from '../rules/rule-words';

/** Rules as a person looks at them: first those that ask for a word, then those that are checked. */
export interface RuleGroups {
  readonly first: readonly RuleRow[];
  readonly advisory: readonly RuleRow[];
  readonly off: readonly RuleRow[];
  /** Of repositories that are not open here. */
  readonly elsewhere: readonly RuleRow[];
}

/** Groups the rules of the repositories that are open; what was put aside is none. */
export function groupRules(rows: readonly RuleRow[], here: readonly string[]): RuleGroups {
  const live = rows.filter(
    ({ memory }) => memory.status === 'active' || memory.status === 'candidate',
  );
  const isHere = ({ memory: { scope } }: RuleRow): boolean =>
    scope.repo === undefined || here.includes(scope.repo);
  const [near, elsewhere] = [live.filter(isHere), live.filter((row) => !isHere(row))];
  const of = (state: 'advisory' | 'off'): RuleRow[] =>
    near.filter((row) => row.asks === undefined && stateOf(row) === state).sort(byName);
  const advisory = of('advisory');
  const off = of('off');
  const rest = near.filter((row) => !advisory.includes(row) && !off.includes(row));
  return { first: rest.sort(mostPressing), advisory, off, elsewhere: elsewhere.sort(byName) };
}

/** How many rules wait for a person's word. */
export function waiting({ first }: RuleGroups): number {
  return first.filter((row) => row.asks !== undefined || stateOf(row) === 'asking').length;
}

function mostPressing(a: RuleRow, b: RuleRow): number {
  return urgency(b) - urgency(a) || (keptShare(a) ?? 2) - (keptShare(b) ?? 2) || byName(a, b);
}

function urgency(row: RuleRow): number {
  if (row.asks !== undefined) return 2;
  return stateOf(row) === 'asking' ? 1 : 0;
}

function byName(a: RuleRow, b: RuleRow): number {
  return a.memory.text.localeCompare(b.memory.text);
}

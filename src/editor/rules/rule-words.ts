import type { Compliance } from '../../memory/compliance';
import type { DetectorKind } from '../../memory/detector';
import type { Directive } from '../../memory/directive';
import type { RuleAsk, RulePause, RuleRow } from '../../memory/rule-row';
import type { Translate } from '../translate';
import { momentWords, timeWords } from '../when';
import { percent } from '../words';
import { HUMAN } from './author';

/** How a rule stands: `asking` is one whose detector waits for a person's yes. */
export type RuleState = 'on' | 'paused' | 'off' | 'asking' | 'advisory';

export function stateOf({ detector, paused }: RuleRow): RuleState {
  if (detector === undefined) return 'advisory';
  if (detector.state === 'proposed') return 'asking';
  if (detector.state === 'off') return 'off';
  return paused === undefined ? 'on' : 'paused';
}

/** Whether a rule is held against anything now, where no branch says otherwise. */
export function isOn(row: RuleRow): boolean {
  return row.memory.status === 'active' && row.detector?.state === 'on';
}

/** Kinds of detectors that look at files. */
const OF_FILES: ReadonlySet<DetectorKind> = new Set<DetectorKind>([
  'lint',
  'pattern',
  'boundary',
  'text',
]);

/** What a rule is held against. */
export function targetOf({ detector }: RuleRow): 'files' | 'commands' | 'commits' | undefined {
  if (detector === undefined) return undefined;
  const { kind } = detector.spec;
  if (OF_FILES.has(kind)) return 'files';
  return kind === 'command' ? 'commands' : 'commits';
}

export function stateWords(row: RuleRow, t: Translate): string {
  const words: Record<RuleState, string> = {
    on: t('on'),
    paused: row.paused ? pauseWords(row.paused, t) : t('paused'),
    off: t('off'),
    asking: t('waits for your yes'),
    advisory: t('advice only'),
  };
  return words[stateOf(row)];
}

/** `paused until 14:20`, `paused on main`. */
export function pauseWords({ until, branch }: RulePause, t: Translate): string {
  if (branch !== undefined && until !== undefined) {
    return t('paused on {0} until {1}', branch, untilWords(until));
  }
  if (branch !== undefined) return t('paused on {0}', branch);
  return until === undefined ? t('paused') : t('paused until {0}', untilWords(until));
}

const DAY = 24 * 60 * 60 * 1000;

function untilWords(until: number): string {
  return until - Date.now() < DAY ? timeWords(until) : momentWords(until);
}

/** How a rule was kept: `kept 12 of 14`. */
export function keptWords({ opportunities, kept }: Compliance, t: Translate): string {
  return opportunities === 0 ? t('not met yet') : t('kept {0} of {1}', kept, opportunities);
}

/** The share that was kept, 0 to 1; undefined before it was met. */
export function keptShare({ opportunities, kept }: Compliance): number | undefined {
  return opportunities === 0 ? undefined : kept / opportunities;
}

export function authorWords(author: string, t: Translate): string {
  if (author === HUMAN) return t('you');
  return author === 'assistant' ? t('an assistant') : author;
}

/** What kind of detector finds the breaches of a rule. */
export function detectorWords(kind: DetectorKind, t: Translate): string {
  const words: Record<DetectorKind, string> = {
    lint: t('lint rule'),
    pattern: t('pattern of code'),
    boundary: t('boundary'),
    text: t('text'),
    command: t('command'),
    commit: t('commit'),
  };
  return words[kind];
}

export function forceWords(force: Directive['force'], t: Translate): string {
  const words: Record<Directive['force'], string> = {
    must: t('must'),
    never: t('never'),
    prefer: t('prefer'),
    avoid: t('avoid'),
  };
  return words[force];
}

/** What a rule asks of a person. */
export function askWords(what: RuleAsk['what'], t: Translate): string {
  const words: Record<RuleAsk['what'], string> = {
    narrow: t('asks to be narrowed'),
    retire: t('asks to be retired'),
    archive: t('asks to be put aside'),
    settle: t('contradicts another rule'),
  };
  return words[what];
}

/** How far what a rule flags is right, as far as people's words tell. */
export function precisionWords({ precision, overridden }: RuleRow, t: Translate): string {
  return overridden === 0
    ? t('nobody said that it was wrong')
    : t('{0} of what it flags is right', percent(precision));
}

import type { Compliance } from '../../memory/compliance';
import type { RuleRow } from '../../memory/rule-row';
import { codeBlock, escapeMarkdown } from '../markdown';
import {
  askWords,
  authorWords,
  detectorWords,
  keptShare,
  keptWords,
  precisionWords,
  type RuleState,
  stateOf,
  stateWords,
  targetOf,
} from '../rules/rule-words';
import { specLines } from '../rules/spec-lines';
import type { Translate } from '../translate';
import { momentWords } from '../when';
import { scopeWords, shortWords } from '../words';
import type { Row } from './row';

const ICONS: Readonly<Record<RuleState, { icon: string; colour?: string }>> = {
  on: { icon: 'shield', colour: 'charts.green' },
  paused: { icon: 'debug-pause', colour: 'charts.yellow' },
  asking: { icon: 'question', colour: 'charts.blue' },
  off: { icon: 'circle-slash', colour: 'disabledForeground' },
  advisory: { icon: 'comment' },
};

/** A rule in the tree of rules; its scope's repository is told by where it stands. */
export function ruleRow(row: RuleRow, t: Translate): Row {
  const { memory, asks } = row;
  const state = stateOf(row);
  const label = shortWords(memory);
  const share = keptShare(row);
  const description = [
    asks ? askWords(asks.what, t) : undefined,
    state === 'on' ? undefined : stateWords(row, t),
    state === 'asking' || (state === 'advisory' && share === undefined)
      ? undefined
      : keptWords(row, t),
    memory.scope.glob,
    memory.scope.language,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
  return {
    id: memory.id,
    label,
    description,
    ...(asks ? { icon: 'bell-dot', colour: 'list.warningForeground' } : ICONS[state]),
    ...(share !== undefined && { kept: { memory: memory.id, share } }),
    tooltip: ruleTooltip(row, t),
    spoken: t('Rule: {0}, {1}', label, [stateWords(row, t), description].join(' · ')),
    context: ['rule', state, targetOf(row), asks && 'asks'].filter(Boolean).join(';'),
    folded: true,
    command: { command: 'mneme.openRule', title: t('Open Rule'), arguments: [memory.id] },
  };
}

/** All about a rule as Markdown. */
export function ruleTooltip(row: RuleRow, t: Translate): string {
  const { memory, detector, asks, lastBroken } = row;
  const { directive } = memory.detail;
  const head = [`**${t('Rule')}**`, stateWords(row, t), scopeWords(memory.scope, t)];
  const parts = [
    head.map((part, at) => (at === 0 ? part : escapeMarkdown(part))).join(' · '),
    escapeMarkdown(memory.text),
  ];
  if (directive?.reason !== undefined) {
    parts.push(`${t('Because:')} ${escapeMarkdown(directive.reason)}`);
  }
  if (asks) parts.push(`${escapeMarkdown(askWords(asks.what, t))}: ${escapeMarkdown(asks.why)}`);
  if (detector) {
    parts.push(escapeMarkdown(detectorWords(detector.spec.kind, t)));
    parts.push(codeBlock(specLines(detector.spec, t).slice(0, 12).join('\n')));
    if (detector.reason !== undefined) parts.push(escapeMarkdown(detector.reason));
  }
  const kept = [keptWords(row, t)];
  if (row.opportunities > 0) kept.push(precisionWords(row, t));
  if (lastBroken !== undefined) kept.push(t('broken last {0}', momentWords(lastBroken)));
  parts.push(escapeMarkdown(kept.join(' · ')));
  return parts.join('\n\n');
}

/** What stands under a rule: why it asks, how it is checked, and how each author kept it. */
export function ruleParts(
  row: RuleRow,
  authors: readonly (readonly [author: string, sums: Compliance])[],
  t: Translate,
): Row[] {
  const { memory, detector, asks, lastBroken, overridden } = row;
  const { id } = memory;
  const parts: Row[] = [];
  const add = (name: string, label: string, icon: string, description?: string): void => {
    parts.push({
      id: `${id}/${name}`,
      label,
      icon,
      ...(description !== undefined && { description }),
      spoken: description === undefined ? label : `${label}: ${description}`,
    });
  };
  if (asks) add('asks', asks.why, 'bell');
  const reason = memory.detail.directive?.reason;
  if (reason !== undefined) add('reason', reason, 'quote', t('why'));
  if (detector) {
    const [first = ''] = specLines(detector.spec, t);
    add('detector', first, 'search', detectorWords(detector.spec.kind, t));
    if (detector.reason !== undefined) add('why-off', detector.reason, 'info');
  } else {
    add('detector', t('Nothing here can check it; assistants are shown it as advice.'), 'search');
  }
  for (const [author, sums] of authors) {
    const icon = author === 'human' ? 'account' : 'hubot';
    add(`author/${author}`, authorWords(author, t), icon, keptWords(sums, t));
  }
  if (lastBroken !== undefined) add('broken', t('broken last'), 'history', momentWords(lastBroken));
  if (overridden > 0)
    add('overridden', t('left as they are'), 'debug-step-over', String(overridden));
  return parts;
}

import type { FoundBreach } from '../../memory/breach';
import type { ComplianceWeek } from '../../memory/compliance';
import type { RuleRow } from '../../memory/rule-row';
import { escapeMarkdown } from '../markdown';
import type { Translate } from '../translate';
import { dateWords } from '../when';
import { scopeWords } from '../words';
import { authorWords, keptWords } from './rule-words';
import { byAuthor } from './compliance-sums';

/** Commands that its links run. */
export const TOOLTIP_COMMANDS = ['mneme.openRule', 'mneme.pauseRule'] as const;

/**
 * What the underlining itself does not say, as Markdown: the rule's reason, since when it holds, and
 * how it is kept.
 */
export function breachTooltip(
  breach: FoundBreach,
  row: RuleRow,
  weeks: readonly ComplianceWeek[],
  t: Translate,
): string {
  const { reason, alternative } = breach;
  const { memory } = row;
  const about = [
    scopeWords(memory.scope, t),
    t('since {0}', dateWords(memory.createdAt)),
    keptWords(row, t),
  ];
  const authors = byAuthor(weeks);
  if (authors.length > 1) {
    about.push(
      authors
        .map(([author, sums]) => `${authorWords(author, t)}: ${keptWords(sums, t)}`)
        .join(', '),
    );
  }
  return [
    ...(reason === undefined ? [] : [`${t('Because:')} ${escapeMarkdown(reason)}`]),
    ...(alternative === undefined ? [] : [`${t('Instead:')} ${escapeMarkdown(alternative)}`]),
    escapeMarkdown(about.join(' · ')),
    [
      link(t('Open Rule'), 'mneme.openRule', memory.id),
      link(t('Pause Rule…'), 'mneme.pauseRule', memory.id),
    ].join(' · '),
  ].join('\n\n');
}

function link(text: string, command: (typeof TOOLTIP_COMMANDS)[number], id: string): string {
  return `[${text}](command:${command}?${encodeURIComponent(JSON.stringify([id]))})`;
}

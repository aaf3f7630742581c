import type { RuleRow } from '../../memory/rule-row';
import { stateOf, targetOf } from '../rules/rule-words';
import type { Translate } from '../translate';
import type { Link } from './page';

/** What can be done with a rule as it stands. */
export function ruleLinks(row: RuleRow, t: Translate): Link[] {
  const id = row.memory.id;
  const link = (text: string, command: string): Link => ({ text, command, arguments: [id] });
  const trying =
    targetOf(row) === 'files' ? [link(t('Try on This Repository'), 'mneme.tryRule')] : [];
  switch (stateOf(row)) {
    case 'on':
      return [
        link(t('Pause…'), 'mneme.pauseRule'),
        link(t('Turn Off'), 'mneme.turnRuleOff'),
        ...trying,
      ];
    case 'paused':
      return [
        link(t('Resume'), 'mneme.resumeRule'),
        link(t('Turn Off'), 'mneme.turnRuleOff'),
        ...trying,
      ];
    case 'off':
      return [link(t('Turn On'), 'mneme.turnRuleOn'), ...trying];
    case 'asking':
      return [link(t('Review…'), 'mneme.reviewRule'), ...trying];
    case 'advisory':
      return [link(t('Look for a Check…'), 'mneme.reviewRule')];
  }
}

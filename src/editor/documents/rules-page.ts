import type { ComplianceWeek } from '../../memory/compliance';
import type { RuleRow } from '../../memory/rule-row';
import { byAuthor, sharesByWeek } from '../rules/compliance-sums';
import {
  askWords,
  authorWords,
  keptWords,
  precisionWords,
  stateOf,
  type RuleState,
  stateWords,
} from '../rules/rule-words';
import type { Translate } from '../translate';
import { momentWords } from '../when';
import { oneLine, percent, scopeWords, shortWords } from '../words';
import { type Link, Page, type Rendered } from './page';
import { ruleLinks } from './rule-links';
import { sparkline } from './sparkline';

/** Weeks that the small charts show. */
export const WEEKS = 12;
/** Characters of a rule's words in a list. */
const SHORT = 80;

/** All that the page of rules tells. */
export interface RulesTold {
  readonly rows: readonly RuleRow[];
  /** Of all rules together. */
  readonly weeks: readonly ComplianceWeek[];
  /** By the rule's id. */
  readonly byRule: ReadonlyMap<string, readonly ComplianceWeek[]>;
  readonly now: number;
}

/** Every rule: how it is checked, how each author kept it over time, and what it asks. */
export function rulesPage(told: RulesTold, t: Translate): Rendered {
  const { rows, weeks, now } = told;
  const page = new Page();
  page.heading(1, t('Rules'));
  page.line(countWords(rows, t));
  page.links([
    { text: t('Add a Rule…'), command: 'mneme.addRule', arguments: [] },
    { text: t('Learn from This Repository'), command: 'mneme.learn', arguments: [] },
  ]);
  if (rows.length === 0) return page.render();
  if (byAuthor(weeks).length > 0) {
    page.heading(2, t('How rules are kept'));
    addAuthors(page, weeks, now, t);
  }
  addAsks(page, rows, t);
  for (const [state, title] of sections(t)) {
    const within = rows.filter((row) => stateOf(row) === state);
    if (within.length === 0) continue;
    page.heading(2, title);
    if (state === 'advisory' || state === 'off') for (const row of within) addShort(page, row, t);
    else for (const row of within) addRule(page, row, told, t);
  }
  return page.render();
}

function sections(t: Translate): [RuleState, string][] {
  return [
    ['asking', t('What waits for your yes')],
    ['on', t('What is checked')],
    ['paused', t('What is paused')],
    ['off', t('What is off')],
    ['advisory', t('What is advice only')],
  ];
}

function countWords(rows: readonly RuleRow[], t: Translate): string {
  if (rows.length === 0) {
    return t(
      'There are no rules yet. Say one, or learn those of this repository’s instruction files.',
    );
  }
  const count = (state: RuleState): number => rows.filter((row) => stateOf(row) === state).length;
  return [
    rows.length === 1 ? t('1 rule') : t('{0} rules', rows.length),
    t('{0} checked', count('on')),
    ...(count('paused') > 0 ? [t('{0} paused', count('paused'))] : []),
    ...(count('asking') > 0 ? [t('{0} to say yes to', count('asking'))] : []),
    ...(count('off') > 0 ? [t('{0} off', count('off'))] : []),
    t('{0} advice only', count('advisory')),
  ].join(' · ');
}

/** A line for each author: how often rules were met and kept, and the way that went. */
export function addAuthors(
  page: Page,
  weeks: readonly ComplianceWeek[],
  now: number,
  t: Translate,
): void {
  const authors = byAuthor(weeks);
  const columns = [t('met'), t('kept'), t('broken'), t('fixed'), t('left so')];
  const width = Math.max(8, ...authors.map(([author]) => authorWords(author, t).length)) + 2;
  const cells = (values: readonly (string | number)[]): string =>
    values.map((value, at) => String(value).padStart((columns[at] ?? '').length + 2)).join('');
  page.line(`  ${''.padEnd(width)}${cells(columns)}   ${t('{0} weeks', WEEKS)}`);
  for (const [author, { opportunities, kept, broken, fixed, overridden }] of authors) {
    const own = weeks.filter((week) => week.author === author);
    page.line(
      `  ${authorWords(author, t).padEnd(width)}`,
      cells([opportunities, kept, broken, fixed, overridden]),
      `   ${sparkline(sharesByWeek(own, now, WEEKS))}  ${percent(kept / opportunities)}`,
    );
  }
}

function addAsks(page: Page, rows: readonly RuleRow[], t: Translate): void {
  const asking = rows.filter(({ asks }) => asks !== undefined);
  if (asking.length === 0) return;
  page.heading(2, t('What rules ask of you'));
  for (const { memory, asks } of asking) {
    if (asks === undefined) continue;
    page.line('  ', openLink(memory.id, shortWords(memory, SHORT)), ` ${askWords(asks.what, t)}`);
    page.line(`    ${asks.why}`);
    const other = rows.find((row) => row.memory.id === asks.other);
    if (other) {
      page.line(
        '    ',
        t('The other one:'),
        ' ',
        openLink(other.memory.id, shortWords(other.memory, SHORT)),
      );
    }
    page.links(askLinks(memory.id, asks.what, t), '    ');
  }
}

/** What can be done about what a rule asks. */
export function askLinks(
  id: string,
  what: NonNullable<RuleRow['asks']>['what'],
  t: Translate,
): Link[] {
  const link = (text: string, command: string): Link => ({ text, command, arguments: [id] });
  const archive = link(t('Archive'), 'mneme.archive');
  switch (what) {
    case 'narrow':
      return [
        link(t('Change Where It Holds'), 'mneme.move'),
        link(t('Turn Off'), 'mneme.turnRuleOff'),
      ];
    case 'retire':
      return [link(t('Turn Off'), 'mneme.turnRuleOff'), archive];
    case 'archive':
      return [archive];
    case 'settle':
      return [link(t('Correct'), 'mneme.correct'), archive];
  }
}

function addRule(page: Page, row: RuleRow, { byRule, now }: RulesTold, t: Translate): void {
  const { memory, lastBroken, overridden, broken } = row;
  page.heading(3, openLink(memory.id, shortWords(memory, 100)));
  const weeks = byRule.get(memory.id) ?? [];
  const authors = byAuthor(weeks);
  const stands = [stateWords(row, t), scopeWords(memory.scope, t)];
  page.line(`  ${[...stands, ...(authors.length === 0 ? [keptWords(row, t)] : [])].join(' · ')}`);
  for (const [author, sums] of authors) {
    const shares = sharesByWeek(
      weeks.filter((week) => week.author === author),
      now,
      WEEKS,
    );
    page.line(`  ${authorWords(author, t).padEnd(14)} ${sparkline(shares)}  ${keptWords(sums, t)}`);
  }
  if (broken > 0) {
    page.line(
      `  ${[
        ...(lastBroken === undefined ? [] : [t('broken last {0}', momentWords(lastBroken))]),
        precisionWords(row, t),
        ...(overridden > 0 ? [t('{0} left as they are', overridden)] : []),
      ].join(' · ')}`,
    );
  }
  page.links(ruleLinks(row, t), '  ');
}

function addShort(page: Page, row: RuleRow, t: Translate): void {
  const { memory } = row;
  page.line(
    '  ',
    openLink(memory.id, shortWords(memory, SHORT)),
    ` · ${scopeWords(memory.scope, t)}`,
  );
}

function openLink(id: string, text: string): Link {
  return { text: oneLine(text), command: 'mneme.openRule', arguments: [id] };
}

import type { ComplianceWeek } from '../../memory/compliance';
import type { RuleRow } from '../../memory/rule-row';
import { byAuthor } from '../rules/compliance-sums';
import { specLines } from '../rules/spec-lines';
import {
  askWords,
  detectorWords,
  forceWords,
  keptWords,
  precisionWords,
  stateWords,
} from '../rules/rule-words';
import type { Translate } from '../translate';
import { momentWords } from '../when';
import { scopeWords, shortWords, sourceWords } from '../words';
import { type Link, Page, type Rendered } from './page';
import { ruleLinks } from './rule-links';
import { addAuthors, askLinks } from './rules-page';

/** One rule: what it demands and why, what finds its breaches, and how each author kept it. */
export function rulePage(
  row: RuleRow,
  weeks: readonly ComplianceWeek[],
  now: number,
  t: Translate,
): Rendered {
  const { memory, detector, asks, lastBroken, overridden, fixed } = row;
  const { directive } = memory.detail;
  const page = new Page();
  page.heading(1, shortWords(memory, 90));
  page.line([stateWords(row, t), scopeWords(memory.scope, t), keptWords(row, t)].join(' · '));
  page.links([...ruleLinks(row, t), ...alsoLinks(memory.id, t)]);
  if (asks) {
    page.heading(2, t('It {0}', askWords(asks.what, t)));
    page.line(asks.why);
    page.links([
      ...askLinks(memory.id, asks.what, t),
      ...(asks.other === undefined
        ? []
        : [{ text: t('Open the Other One'), command: 'mneme.openRule', arguments: [asks.other] }]),
    ]);
  }
  page.heading(2, t('What it demands'));
  page.quote(memory.text).blank();
  if (directive) {
    page.line(t('Force: {0}', forceWords(directive.force, t)));
    if (directive.alternative !== undefined) page.line(`${t('Instead:')} ${directive.alternative}`);
    if (directive.condition !== undefined) page.line(`${t('When:')} ${directive.condition}`);
    if (directive.reason !== undefined) page.line(`${t('Because:')} ${directive.reason}`);
  }
  const { from, source, at } = memory.provenance;
  page.line(t('Since {0} · {1} · {2}', momentWords(at), from, sourceWords(source, t)));

  page.heading(2, t('How it is checked'));
  if (detector === undefined) {
    page.line(t('It is not: nothing here can tell by itself whether it is kept.'));
    page.line(t('Assistants are shown it where it fits, as advice.'));
  } else {
    page.line(detectorWords(detector.spec.kind, t), ' · ', stateWords(row, t));
    if (detector.reason !== undefined) page.line(detector.reason);
    page.blank();
    for (const line of specLines(detector.spec, t)) page.line(`    ${line}`);
  }

  page.heading(2, t('How it is kept'));
  if (byAuthor(weeks).length === 0) {
    page.line(t('It was not met yet: nothing was written, run or committed that it speaks of.'));
    return page.render();
  }
  addAuthors(page, weeks, now, t);
  page.blank();
  if (lastBroken !== undefined) page.line(t('Broken last {0}.', momentWords(lastBroken)));
  page.line(t('Mended since: {0}. Left as they are: {1}.', fixed, overridden));
  page.line(t('How far it is right: {0}.', precisionWords(row, t)));
  return page.render();
}

function alsoLinks(id: string, t: Translate): Link[] {
  const link = (text: string, command: string): Link => ({ text, command, arguments: [id] });
  return [
    link(t('Correct'), 'mneme.correct'),
    link(t('Change Where It Holds'), 'mneme.move'),
    link(t('Its Record'), 'mneme.openRecord'),
    { text: t('All Rules'), command: 'mneme.showRules', arguments: [] },
  ];
}

import type { Receipt, ReceiptItem } from '../../memory/receipt';
import type { Translate } from '../translate';
import { leftOutWords } from '../views/pack-row';
import { momentWords, timeWords } from '../when';
import { doorWords, kindWords, percent, shortWords, verdictWords } from '../words';
import { Page, type Rendered } from './page';
import { addReasons } from './reason-lines';
import { addTask, assistantWords } from './task-lines';

/** What was shown at once: to whom, for what, each memory with its reasons, and what came of it. */
export function receiptPage(receipt: Receipt, t: Translate): Rendered {
  const { at, task, tokens, items, leftOut } = receipt;
  const page = new Page();
  page.heading(1, t('What was shown {0}', momentWords(at)));
  page.line(
    [
      doorWords(task.door, t),
      assistantWords(task, t),
      items.length === 1 ? t('1 memory') : t('{0} memories', items.length),
      tokens === undefined ? '' : t('{0} of {1} tokens', tokens, task.budget),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  );
  addTask(page, task, t);
  const left = leftOut && leftOutWords(leftOut, t);
  if (left !== undefined) page.line(left);
  for (const item of items) addItem(page, item, t);
  return page.render();
}

function addItem(page: Page, item: ReceiptItem, t: Translate): void {
  const { memory, rank, said, probability, grounds, exposure, verdict } = item;
  page.heading(2, `${rank}. ${shortWords(memory, 90)}`);
  page.line(
    [
      kindWords(memory.kind, t).one,
      verdictWords(verdict, t),
      grounds && t('{0} tokens', grounds.tokens),
      probability < 1 ? t('shown by a chance of {0}', percent(probability)) : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
  );
  page.quote(said);
  if (said !== memory.text) page.line(t('It says something else now.'));
  page.blank();
  if (grounds) addReasons(page, grounds, t);
  else page.line(t('What spoke for it is not on this receipt.'));
  page.blank();
  addOutcomes(page, item, t);
  page.links([
    { text: t('Why Was This Shown?'), command: 'mneme.whyShown', arguments: [{ exposure }] },
    { text: t('Its Record'), command: 'mneme.openRecord', arguments: [memory.id] },
    { text: t('It Helped'), command: 'mneme.helped', arguments: [{ exposure }] },
    { text: t('It Misled'), command: 'mneme.misled', arguments: [{ exposure }] },
  ]);
}

function addOutcomes(page: Page, { outcomes }: ReceiptItem, t: Translate): void {
  if (outcomes.length === 0) {
    page.line(t('What came of it is unknown: nothing that was seen speaks of it.'));
  }
  for (const { at, verdict, weight, reason } of outcomes) {
    page.line(
      `${timeWords(at)}  ${verdictWords(verdict, t)}, ${t('weight {0}', weight.toFixed(2))}: ${reason}`,
    );
  }
  page.blank();
}

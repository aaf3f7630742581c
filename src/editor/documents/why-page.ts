import type { Reason } from '../../memory/pack';
import type { ReceiptItem, Showing } from '../../memory/receipt';
import type { Translate } from '../translate';
import { leftOutWords } from '../views/pack-row';
import { momentWords } from '../when';
import { doorWords, percent, shortWords, verdictWords } from '../words';
import { type Link, Page, type Rendered } from './page';
import { addReasons } from './reason-lines';
import { addTask, assistantWords } from './task-lines';

/** How long a memory may be in a list of others. */
const SHORT = 80;

/** Why one memory was shown: each part of its score, its way over the graph, and its rivals. */
export function whyPage({ receipt, exposure, rivals }: Showing, t: Translate): Rendered {
  const page = new Page();
  const item = receipt.items.find((one) => one.exposure === exposure);
  if (!item) return page.line(t('This memory is gone.')).render();
  const { memory, rank, said, grounds, probability } = item;
  page.heading(1, t('Why was this shown?'));
  page.quote(said).blank();
  page.line(
    t(
      'Shown {0} as number {1} of {2} · {3} · {4}',
      momentWords(receipt.at),
      rank,
      receipt.items.length,
      doorWords(receipt.task.door, t),
      assistantWords(receipt.task, t),
    ),
  );
  addTask(page, receipt.task, t);

  page.heading(2, t('What spoke for it'));
  if (grounds) addReasons(page, grounds, t);
  else page.line(t('What spoke for it is not on this receipt.'));
  if (probability < 1) {
    page.line(
      t(
        'It came by a draw, so that Mneme learns of it too: the chance was {0}.',
        percent(probability),
      ),
    );
  }
  for (const reason of grounds?.reasons ?? []) addWay(page, reason, t);

  page.heading(2, t('What it was shown with'));
  for (const other of receipt.items) page.line(...rowOf(other, exposure, t));
  const left = receipt.leftOut && leftOutWords(receipt.leftOut, t);
  if (left !== undefined) page.line(left);

  page.heading(2, t('The same question now'));
  page.line(t('Memories and what is known of them have changed since; so may the order.'));
  for (const [at, { memory: rival, score, relevant }] of rivals.entries()) {
    const mark = rival.id === memory.id ? '→' : ' ';
    const weak = relevant ? '' : ` · ${t('too weak to be shown')}`;
    const place = `${mark} ${String(at + 1).padStart(2)}. ${score.toFixed(2)}  `;
    page.line(place, recordLink(rival.id, shortWords(rival, SHORT)), weak);
  }
  if (rivals.every((rival) => rival.memory.id !== memory.id)) {
    page.line(t('It is not among the first {0} any more.', rivals.length));
  }

  page.heading(2, t('What came of it'));
  page.line(
    item.outcomes.length === 0
      ? t('What came of it is unknown: nothing that was seen speaks of it.')
      : `${verdictWords(item.verdict, t)}: ${item.outcomes[0]?.reason ?? ''}`,
  );
  page.blank().links([
    recordLink(memory.id, t('Its Record')),
    {
      text: t('All That Was Shown Then'),
      command: 'mneme.openReceipt',
      arguments: [receipt.id],
    },
    { text: t('Open in Graph'), command: 'mneme.openInGraph', arguments: [memory.id] },
  ]);
  return page.render();
}

function addWay(page: Page, { words, path }: Reason, t: Translate): void {
  if (path === undefined) return;
  page.heading(3, t('Its way over the graph: {0}', words));
  for (const { edge, reversed, to, label } of path) {
    const arrow = reversed ? `← ${edge} ─` : `─ ${edge} →`;
    const link = { text: label, command: 'mneme.openInGraph', arguments: [to] };
    page.line(`  ${arrow.padEnd(18)} `, link);
  }
}

function rowOf(item: ReceiptItem, exposure: string, t: Translate): (string | Link)[] {
  const { rank, memory, grounds, verdict } = item;
  const mark = item.exposure === exposure ? '→' : ' ';
  const score = grounds ? grounds.score.toFixed(2) : '    ';
  return [
    `${mark} ${String(rank).padStart(2)}. ${score}  `,
    recordLink(memory.id, shortWords(memory, SHORT)),
    ` · ${verdictWords(verdict, t)}`,
  ];
}

function recordLink(memory: string, text: string): Link {
  return { text, command: 'mneme.openRecord', arguments: [memory] };
}

import type { Task } from '../../memory/task';
import type { Translate } from '../translate';
import { oneLine } from '../words';
import type { Page } from './page';

/** Problems of a question that are told, each on a line. */
const PROBLEMS = 3;

/** What was asked, in a few words: the sentence, else the place that the question was about. */
export function askedWords({ sentence, symbol, file }: Task, t: Translate): string {
  if (sentence !== '') return oneLine(sentence, 100);
  if (symbol !== undefined && file !== undefined) return `${symbol} · ${file}`;
  return file ?? t('(no words)');
}

/** Who asked. */
export function assistantWords({ assistant }: Task, t: Translate): string {
  return assistant === 'user' ? t('you') : assistant;
}

/** All that was asked, a line for each part of it. */
export function addTask(page: Page, task: Task, t: Translate): void {
  if (task.sentence !== '') page.line(t('Asked: {0}', task.sentence));
  if (task.file !== undefined) {
    const place = { repo: task.repo, file: task.file };
    page.line(`${t('File:')} `, {
      text: task.file,
      command: 'mneme.openEvidence',
      arguments: [place],
    });
  }
  if (task.symbol !== undefined) page.line(t('Around the cursor: {0}', task.symbol));
  if (task.selection !== undefined) {
    page.line(t('Selected: {0}', oneLine(task.selection, 160)));
  }
  for (const { message, line } of task.problems.slice(0, PROBLEMS)) {
    page.line(t('Problem in line {0}: {1}', line, oneLine(message, 160)));
  }
  const more = task.problems.length - PROBLEMS;
  if (more > 0) page.line(t('and {0} more problems', more));
}

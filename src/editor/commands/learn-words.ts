import type { LearnProgress, LearnReport } from '../../protocol/engine-api';
import type { Translate } from '../translate';
import { KINDS_IN_ORDER, kindWords } from '../words';

/** Where learning stands, for the progress notification. */
export function learnWords({ stage, done, total }: LearnProgress, t: Translate): string {
  switch (stage) {
    case 'history':
      return total > 0 ? t('{0} of {1} commits', done, total) : t('reading the history');
    case 'instructions':
      return t('reading instruction files');
    case 'graph':
      return t('joining what belongs together');
    case 'index':
      return t('making it searchable');
    case 'files':
      return t('{0} of {1} files', done, total);
  }
}

/** What learning came to, in a sentence or two for a notification. */
export function reportWords(report: LearnReport, name: string, t: Translate): string {
  const end = report.cancelled ? ` ${t('Stopped on your word; the rest can follow later.')}` : '';
  const memories = memoryWords(report.memories, t);
  if (memories === '' && report.commits === 0) return t('Nothing new in {0}.', name) + end;
  return (
    t(
      'Learned from {0} in {1} s: {2}. Commits read: {3}; instruction files: {4}; graph: {5} nodes and {6} edges.',
      name,
      report.seconds.toFixed(1),
      memories === '' ? t('no memories') : memories,
      report.commits,
      report.instructionFiles.length,
      sum(report.entities),
      sum(report.edges),
    ) + end
  );
}

/** `3 fixes, 1 rule`. */
function memoryWords(counts: Record<string, number>, t: Translate): string {
  return KINDS_IN_ORDER.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    if (count === 0) return [];
    const { one, many } = kindWords(kind, t);
    return [`${count} ${(count === 1 ? one : many).toLocaleLowerCase()}`];
  }).join(', ');
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

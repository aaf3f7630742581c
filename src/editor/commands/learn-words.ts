import type { LearnProgress, LearnReport } from '../../protocol/engine-api';
import type { Translate } from '../translate';

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
  }
}

/** What learning came to, in a sentence or two for a notification. */
export function reportWords(report: LearnReport, name: string, t: Translate): string {
  const sum = (counts: Record<string, number>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const memories = sum(report.memories);
  const end = report.cancelled ? ` ${t('Stopped on your word; the rest can follow later.')}` : '';
  if (memories === 0 && report.commits === 0) return t('Nothing new in {0}.', name) + end;
  return (
    t(
      'Learned from {0}: {1} memories, {2} things they are about and {3} relations, from {4} commits and {5} instruction files in {6} s.',
      name,
      memories,
      sum(report.entities),
      sum(report.edges),
      report.commits,
      report.instructionFiles.length,
      report.seconds.toFixed(1),
    ) + end
  );
}

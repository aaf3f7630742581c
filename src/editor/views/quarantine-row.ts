import type { MemoryRecord } from '../../memory/memory-record';
import type { MemoryRow } from '../../protocol/engine-api';
import type { Translate } from '../translate';
import { momentWords } from '../when';
import { kindWords, percent, shortWords } from '../words';
import { memoryTooltip } from './memory-tooltip';
import type { Row } from './row';
import { lineOf, signalRow } from './signal-row';

/** Outcomes that a row has under it, the newest that speak against the memory. */
const OUTCOMES = 5;

/** A memory that Mneme took out of use. */
export function quarantineRow(rated: MemoryRow, t: Translate): Row {
  const { memory, mean } = rated;
  const label = t('Quarantined: {0}', shortWords(memory));
  const description = t('helps {0} · {1} shown', percent(mean), memory.quality.shown);
  return {
    id: `quarantined/${memory.id}`,
    label,
    description,
    icon: 'shield',
    colour: 'list.warningForeground',
    tooltip: memoryTooltip(rated, t),
    spoken: `${kindWords(memory.kind, t).one}. ${label}, ${description}`,
    context: 'quarantined',
    folded: true,
    command: {
      command: 'mneme.openRecord',
      title: t('Show Record and Evidence'),
      arguments: [memory.id],
    },
  };
}

/** Why it was taken out of use: Mneme's reason, then what spoke against it. */
export function quarantineParts({ memory, journal, outcomes }: MemoryRecord, t: Translate): Row[] {
  const entry = journal.find(({ action }) => action === 'quarantine');
  const against = outcomes.filter(({ outcome }) => outcome.verdict === 'harmed');
  return [
    ...(entry
      ? [
          {
            id: `quarantined/${memory.id}/reason`,
            label: entry.summary,
            description: momentWords(entry.at),
            icon: 'info',
          },
        ]
      : []),
    ...against.slice(0, OUTCOMES).map(({ outcome, signals }, at): Row => {
      const seen = signals.find(({ file }) => file !== undefined);
      return {
        id: `quarantined/${memory.id}/outcome/${at}`,
        label: outcome.reason,
        description: seen ? signalRow(seen, t).label : momentWords(outcome.at),
        icon: seen ? 'go-to-file' : 'thumbsdown',
        ...(seen && {
          command: {
            command: 'mneme.openEvidence',
            title: t('Open Where It Was Seen'),
            arguments: [{ repo: seen.repo, file: seen.file, line: lineOf(seen) }],
          },
        }),
      };
    }),
  ];
}

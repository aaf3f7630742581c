import type { MemoryRow } from '../../protocol/engine-api';
import type { Translate } from '../translate';
import { hasRecord, KIND_ICONS, kindWords, qualityWords, statusWords, shortWords } from '../words';
import { memoryTooltip } from './memory-tooltip';
import type { Row } from './row';

/** Below this share of help, a memory that was shown at least so often is marked as misleading. */
const POOR = 0.4;
const POOR_SHOWN = 2;

/** A memory in the tree of memories; its scope's repository is told by the rows above it. */
export function memoryRow(rated: MemoryRow, t: Translate): Row {
  const { memory } = rated;
  const label = shortWords(memory);
  const description = [
    qualityWords(rated, t),
    memory.status === 'active' ? undefined : statusWords(memory.status, t),
    memory.scope.glob,
    memory.scope.language,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
  return {
    id: memory.id,
    label,
    description,
    ...icon(rated),
    ...(hasRecord(memory) && { quality: { memory: memory.id, mean: rated.mean } }),
    tooltip: memoryTooltip(rated, t),
    spoken: `${kindWords(memory.kind, t).one}: ${label}, ${description}`,
    context: `memory;${memory.status}`,
    command: { command: 'mneme.openInGraph', title: t('Open in Graph'), arguments: [memory.id] },
  };
}

function icon({ memory, mean }: MemoryRow): { icon: string; colour?: string } {
  switch (memory.status) {
    case 'quarantined':
      return { icon: 'shield', colour: 'list.warningForeground' };
    case 'superseded':
    case 'archived':
      return { icon: 'archive', colour: 'disabledForeground' };
    case 'candidate':
      return { icon: KIND_ICONS[memory.kind], colour: 'disabledForeground' };
    case 'active':
      return memory.quality.shown >= POOR_SHOWN && mean < POOR
        ? { icon: KIND_ICONS[memory.kind], colour: 'list.warningForeground' }
        : { icon: KIND_ICONS[memory.kind] };
  }
}

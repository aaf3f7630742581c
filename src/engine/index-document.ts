import type { IndexDocument } from '../index/search-index';
import type { Entity } from '../memory/entity';
import { foundBy } from '../memory/found-by';
import type { Memory } from '../memory/memory';
import type { Signal } from '../memory/signal';

/** A memory as it is searched for: its words, and what its kind adds to them. */
export function memoryDocument(memory: Memory): IndexDocument {
  return {
    id: memory.id,
    type: 'memory',
    kind: memory.kind,
    text: foundBy(memory),
    status: memory.status,
    at: memory.updatedAt,
    ...(memory.scope.repo !== undefined && { repo: memory.scope.repo }),
    ...(memory.scope.language !== undefined && { language: memory.scope.language }),
  };
}

/** An entity as it is searched for. A commit's sha is no word, so only its message counts. */
export function entityDocument(entity: Entity): IndexDocument {
  const name = entity.kind === 'commit' ? '' : entity.name;
  return {
    id: entity.id,
    type: 'entity',
    kind: entity.kind,
    text: [name, entity.text].filter(Boolean).join('\n'),
    at: entity.at,
    ...(entity.repo !== undefined && { repo: entity.repo }),
  };
}

/** A signal as it is searched for; `undefined` where it holds no words worth finding again. */
export function signalDocument(signal: Signal): IndexDocument | undefined {
  const text = signalText(signal);
  if (text === undefined || text.trim() === '') return undefined;
  return {
    id: signal.id,
    type: 'signal',
    kind: signal.kind,
    text,
    at: signal.at,
    ...(signal.repo !== undefined && { repo: signal.repo }),
    ...(signal.language !== undefined && { language: signal.language }),
  };
}

function signalText(signal: Signal): string | undefined {
  switch (signal.kind) {
    case 'diagnostic':
      return [signal.problem.code, signal.problem.message].filter(Boolean).join(' ');
    case 'dismissed':
      return signal.context;
    case 'reverted':
      return signal.text;
    case 'rewritten':
      return `${signal.before}\n${signal.after}`;
    case 'terminal':
      return signal.exitCode === 0
        ? undefined
        : [signal.command, signal.output].filter(Boolean).join('\n');
    case 'assistant':
      return signal.error;
    case 'cell':
      return signal.succeeded ? undefined : signal.text;
    case 'edit':
    case 'accepted':
    case 'survival':
    case 'task':
    case 'commit':
    case 'kept':
    case 'branch':
      return undefined;
  }
}

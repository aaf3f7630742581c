import type { Memory, MemoryKind, Status } from '../memory/memory';
import type { Outcome } from '../memory/outcome';
import type { Source } from '../memory/provenance';
import { repositoryName } from '../memory/repository-name';
import type { Scope } from '../memory/scope';
import type { Door } from '../memory/task';
import type { MemoryRow } from '../protocol/engine-api';
import type { Translate } from './translate';

/** The icon of each kind, by its name among VS Code's own. */
export const KIND_ICONS: Readonly<Record<MemoryKind, string>> = {
  rule: 'law',
  correction: 'diff',
  fix: 'wrench',
  preference: 'heart',
  decision: 'milestone',
  workflow: 'list-ordered',
  fact: 'book',
  episode: 'history',
};

/** The kinds in the order in which a person looks for them. */
export const KINDS_IN_ORDER = Object.keys(KIND_ICONS) as readonly MemoryKind[];

/** A kind's name, for one and for many. */
export function kindWords(kind: MemoryKind, t: Translate): { one: string; many: string } {
  const words: Record<MemoryKind, { one: string; many: string }> = {
    rule: { one: t('Rule'), many: t('Rules') },
    correction: { one: t('Correction'), many: t('Corrections') },
    fix: { one: t('Fix'), many: t('Fixes') },
    preference: { one: t('Preference'), many: t('Preferences') },
    decision: { one: t('Decision'), many: t('Decisions') },
    workflow: { one: t('Workflow'), many: t('Workflows') },
    fact: { one: t('Fact'), many: t('Facts') },
    episode: { one: t('Episode'), many: t('Episodes') },
  };
  return words[kind];
}

export function statusWords(status: Status, t: Translate): string {
  const words: Record<Status, string> = {
    candidate: t('not confirmed'),
    active: t('active'),
    quarantined: t('quarantined'),
    superseded: t('superseded'),
    archived: t('archived'),
  };
  return words[status];
}

export function sourceWords(source: Source, t: Translate): string {
  const words: Record<Source, string> = {
    user: t('said by you'),
    mined: t('mined'),
    assistant: t('said by an assistant'),
    imported: t('read from a file'),
  };
  return words[source];
}

export function verdictWords(verdict: Outcome['verdict'], t: Translate): string {
  const words: Record<Outcome['verdict'], string> = {
    helped: t('helped'),
    harmed: t('misled'),
    ignored: t('ignored'),
    unknown: t('unknown'),
  };
  return words[verdict];
}

/** By which way a memory reached somebody. */
export function doorWords(door: Door, t: Translate): string {
  const words: Record<Door, string> = {
    panel: t('Recall view'),
    tool: t('chat tool'),
    chat: t('chat'),
    mcp: t('MCP'),
    hook: t('hook'),
    cli: t('command line'),
    file: t('instruction file'),
  };
  return words[door];
}

/** Where a memory holds: `everywhere`, `mneme · src/** · typescript`. */
export function scopeWords(scope: Scope, t: Translate): string {
  const parts = [scope.repo && repositoryName(scope.repo), scope.glob, scope.language];
  return parts.filter(Boolean).join(' · ') || t('everywhere');
}

/** `82 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A memory's quality in a row: `82 % · 5 shown`. A share that rests on nothing is not told. */
export function qualityWords({ memory, mean }: MemoryRow, t: Translate): string {
  return hasRecord(memory)
    ? t('{0} · {1} shown', percent(mean), memory.quality.shown)
    : t('not shown yet');
}

/** Whether a memory's quality rests on more than who said it. */
export function hasRecord({ quality }: Memory): boolean {
  return quality.shown > 0 || quality.helped + quality.harmed > 0;
}

/** Text on one line, cut to a length with an ellipsis. */
export function oneLine(text: string, limit = 120): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).trimEnd()}…`;
}

/**
 * A memory on one narrow line. A correction that says no more than its two sides is told by them;
 * words that a person wrote stand as they are.
 */
export function shortWords({ text, detail: { before, after } }: Memory, limit = 120): string {
  if (before === undefined || after === undefined) return oneLine(text, limit);
  if (!text.includes(before) || !text.includes(after)) return oneLine(text, limit);
  const half = Math.floor((limit - 3) / 2);
  return `${oneLine(before, half)} → ${oneLine(after, half)}`;
}

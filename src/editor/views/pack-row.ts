import type { LeftOut, Pack, PackItem, Reason } from '../../memory/pack';
import type { Verdict } from '../../memory/outcome';
import type { MemoryRow } from '../../protocol/engine-api';
import type { Translate } from '../translate';
import { KIND_ICONS, kindWords, oneLine, percent, verdictWords, shortWords } from '../words';
import { memoryTooltip } from './memory-tooltip';
import type { Row } from './row';

/** What the user said of an item, and the memory's quality before (where known) and after. */
export interface Judged {
  verdict: Verdict;
  row: MemoryRow;
}

const REASON_ICONS: Readonly<Record<Reason['part'], string>> = {
  text: 'search',
  vector: 'circuit-board',
  graph: 'type-hierarchy',
  scope: 'target',
  quality: 'star-full',
  freshness: 'clock',
};

/** A recalled memory: its rank, what it costs, and where it stood the last time. */
export function packRow(
  item: PackItem,
  t: Translate,
  about: { was?: number | undefined; judged?: Judged | undefined } = {},
): Row {
  const { memory, rank } = item;
  const { judged } = about;
  const label = `${rank}. ${shortWords(memory)}`;
  const description = [
    judged && t('{0}, now {1}', verdictWords(judged.verdict, t), percent(judged.row.mean)),
    moved(rank, about.was, t),
    item.tokens === 1 ? t('1 token') : t('{0} tokens', item.tokens),
  ]
    .filter(Boolean)
    .join(' · ');
  return {
    id: item.exposure,
    label,
    description,
    ...verdictIcon(item, judged),
    ...(judged && { quality: { memory: memory.id, mean: judged.row.mean } }),
    tooltip: memoryTooltip(judged?.row ?? { memory }, t),
    spoken: `${kindWords(memory.kind, t).one} ${label}, ${description}`,
    context: `recalled;${judged?.verdict ?? 'open'}`,
    folded: rank > 1,
  };
}

function verdictIcon({ memory }: PackItem, judged: Judged | undefined) {
  if (judged?.verdict === 'helped') return { icon: 'thumbsup-filled', colour: 'charts.green' };
  if (judged?.verdict === 'harmed') return { icon: 'thumbsdown-filled', colour: 'charts.red' };
  return { icon: KIND_ICONS[memory.kind] };
}

function moved(rank: number, was: number | undefined, t: Translate): string | undefined {
  if (was === undefined || was === rank) return undefined;
  return rank < was ? t('up from {0}', was) : t('down from {0}', was);
}

/** One part of an item's score, with its sign. */
export function reasonRow(item: PackItem, reason: Reason, at: number): Row {
  const value = `${reason.value < 0 ? '−' : '+'}${Math.abs(reason.value).toFixed(2)}`;
  return {
    id: `${item.exposure}/reason/${at}`,
    label: oneLine(reason.words, 200),
    description: value,
    icon: REASON_ICONS[reason.part],
    spoken: `${reason.words}, ${value}`,
  };
}

/** The reasons of an item, the weightiest first. */
export function reasonsInOrder({ reasons }: PackItem): Reason[] {
  return [...reasons].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

/** What an item stands for and what it takes the place of, where there is any. */
export function relationRows({ exposure, standsFor, replaces }: PackItem, t: Translate): Row[] {
  const count = standsFor.length;
  return [
    ...(count === 0
      ? []
      : [
          count === 1
            ? t('Stands for one more that says the same')
            : t('Stands for {0} more that say the same', count),
        ]),
    ...replaces.map(({ text }) => t('Replaces: {0}', oneLine(text, 200))),
  ].map((label, at) => ({ id: `${exposure}/relation/${at}`, label, icon: 'references' }));
}

/** Sums a pack up on one line: `3 memories · 212 of 1500 tokens`. */
export function packWords(pack: Pack, budget: number, t: Translate): string {
  const count = pack.items.length;
  return [
    count === 1 ? t('1 memory') : t('{0} memories', count),
    t('{0} of {1} tokens', pack.tokens, budget),
  ].join(' · ');
}

/** Says what came up and was not put in; nothing when all was. */
export function leftOutWords(leftOut: LeftOut, t: Translate): string | undefined {
  const parts = [
    [leftOut.overBudget, t('over the budget')] as const,
    [leftOut.tooWeak, t('too weak')] as const,
    [leftOut.outOfScope, t('of another scope')] as const,
    [leftOut.notActive, t('not active')] as const,
    [leftOut.duplicate, t('said already')] as const,
    [leftOut.superseded, t('replaced by another')] as const,
    [leftOut.shownAlready, t('shown already')] as const,
    [leftOut.misleading ?? 0, t('misled with questions like this')] as const,
  ].filter(([count]) => count > 0);
  if (parts.length === 0) return undefined;
  return t('Left out: {0}', parts.map(([count, why]) => `${count} ${why}`).join(', '));
}

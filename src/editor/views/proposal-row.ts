import type { Evidence } from '../../memory/evidence';
import type { Memory } from '../../memory/memory';
import type { Translate } from '../translate';
import { KIND_ICONS, kindWords, shortWords } from '../words';
import { evidenceWords, memoryTooltip } from './memory-tooltip';
import type { Row } from './row';

/** A memory that waits for the user's word. */
export function proposalRow(memory: Memory, t: Translate): Row {
  const label = shortWords(memory);
  const { before, after } = memory.detail;
  const hasDiff = before !== undefined && after !== undefined;
  return {
    id: memory.id,
    label,
    description: memory.provenance.from,
    icon: KIND_ICONS[memory.kind],
    tooltip: memoryTooltip({ memory }, t),
    spoken: t(
      'Proposed {0}: {1}, from {2}',
      kindWords(memory.kind, t).one,
      label,
      memory.provenance.from,
    ),
    context: hasDiff ? 'proposal;diff' : 'proposal',
    folded: true,
    ...(hasDiff && {
      command: {
        command: 'mneme.compareProposal',
        title: t('Compare Before and After'),
        arguments: [memory.id],
      },
    }),
  };
}

/** What a proposal rests on: the lines before and after, then each piece of evidence. */
export function proposalParts(memory: Memory, t: Translate): Row[] {
  const { before, after, problem, solution } = memory.detail;
  return [
    ...lines(memory, 'before', before, 'diff-removed', 'charts.red', t('before')),
    ...lines(memory, 'after', after, 'diff-added', 'charts.green', t('after')),
    ...lines(memory, 'problem', problem, 'error', undefined, t('problem')),
    ...lines(memory, 'solution', solution, 'wrench', undefined, t('solution')),
    ...memory.provenance.evidence
      .filter(({ kind }) => kind !== 'diff' || before === undefined)
      .map((piece, at) => evidenceRow(memory.id, memory.scope.repo, piece, at, t)),
  ];
}

/** Lines of a text shown as rows of their own, up to a number. */
const LINES_SHOWN = 12;

function lines(
  memory: Memory,
  part: string,
  text: string | undefined,
  icon: string,
  colour: string | undefined,
  name: string,
): Row[] {
  if (text === undefined || text === '') return [];
  const all = text.split(/\r?\n/);
  return all.slice(0, LINES_SHOWN).map((line, at) => ({
    id: `${memory.id}/${part}/${at}`,
    label: line === '' ? ' ' : line,
    icon,
    ...(colour !== undefined && { colour }),
    spoken: `${name}: ${line}`,
    ...(at === LINES_SHOWN - 1 && all.length > LINES_SHOWN && { description: '…' }),
  }));
}

/** A piece of evidence; opening it goes to the place where it was seen. */
export function evidenceRow(
  owner: string,
  repo: string | undefined,
  piece: Evidence,
  at: number,
  t: Translate,
): Row {
  const label = evidenceWords(piece);
  return {
    id: `${owner}/evidence/${at}`,
    label,
    icon: piece.file === undefined ? 'quote' : 'go-to-file',
    spoken: t('Evidence: {0}', label),
    ...(piece.file !== undefined && {
      command: {
        command: 'mneme.openEvidence',
        title: t('Open Where It Was Seen'),
        arguments: [{ repo, file: piece.file, line: piece.line }],
      },
    }),
  };
}

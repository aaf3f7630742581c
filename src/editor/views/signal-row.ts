import type { Signal, SignalKind } from '../../memory/signal';
import type { Translate } from '../translate';
import { escapeMarkdown } from '../markdown';
import { oneLine, percent } from '../words';
import type { Row } from './row';

const ICONS: Readonly<Record<SignalKind, string>> = {
  edit: 'edit',
  accepted: 'check',
  dismissed: 'circle-slash',
  survival: 'heart',
  reverted: 'discard',
  rewritten: 'diff',
  diagnostic: 'error',
  task: 'tools',
  terminal: 'terminal',
  commit: 'git-commit',
  branch: 'git-branch',
  kept: 'git-commit',
  cell: 'notebook',
  assistant: 'copilot',
};

/** A signal in the activity list. */
export function signalRow(signal: Signal, t: Translate): Row {
  const label = signalWords(signal, t);
  const description = [
    place(signal),
    clockTime(signal.at),
    signal.confidence < 1 ? t('{0} sure', percent(signal.confidence)) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
  return {
    id: signal.id,
    label,
    description,
    ...icon(signal),
    tooltip: tooltip(signal, label, t),
    spoken: `${label}, ${description}`,
    context: `signal;${signal.kind}`,
    folded: true,
  };
}

/** What a signal rests on: its texts, each piece of evidence, and how sure Mneme is. */
export function signalParts(signal: Signal, t: Translate): Row[] {
  const where = signal.file;
  return [
    ...texts(signal, t).map(([name, text], at) => ({
      id: `${signal.id}/text/${at}`,
      label: oneLine(text, 200) || ' ',
      description: name,
      icon: 'quote',
      spoken: `${name}: ${text}`,
    })),
    ...signal.evidence.map((words, at) => ({
      id: `${signal.id}/evidence/${at}`,
      label: words,
      icon: 'eye',
      spoken: t('Evidence: {0}', words),
    })),
    {
      id: `${signal.id}/confidence`,
      label: t('{0} sure', percent(signal.confidence)),
      icon: 'dashboard',
    },
    ...(where === undefined
      ? []
      : [
          {
            id: `${signal.id}/place`,
            label: place(signal) ?? where,
            icon: 'go-to-file',
            command: {
              command: 'mneme.openEvidence',
              title: t('Open Where It Was Seen'),
              arguments: [{ repo: signal.repo, file: where, line: lineOf(signal) }],
            },
          },
        ]),
  ];
}

/** Says in a few words what was seen. */
function signalWords(signal: Signal, t: Translate): string {
  switch (signal.kind) {
    case 'edit':
      return editWords(signal, t);
    case 'accepted':
      return signal.partial
        ? t('Part of a suggestion accepted: {0}', oneLine(signal.text, 60))
        : t('Suggestion accepted: {0}', oneLine(signal.text, 60));
    case 'dismissed':
      return t('Suggestion dismissed');
    case 'survival':
      return signal.current === signal.accepted
        ? t('Suggestion still stands after {0}', checkpointWords(signal.checkpoint, t))
        : t('Suggestion changed after {0}', checkpointWords(signal.checkpoint, t));
    case 'reverted':
      return t('Suggestion undone after {0} s', (signal.after / 1000).toFixed(1));
    case 'rewritten':
      return t('Suggestion rewritten: {0}', oneLine(signal.after, 60));
    case 'diagnostic':
      return signal.change === 'appeared'
        ? t('Problem appeared: {0}', oneLine(signal.problem.message, 80))
        : t('Problem cured: {0}', oneLine(signal.problem.message, 80));
    case 'task':
      return signal.exitCode === 0
        ? t('Task succeeded: {0}', signal.name)
        : t('Task failed with {1}: {0}', signal.name, signal.exitCode);
    case 'terminal':
      return signal.exitCode === 0
        ? t('Command succeeded: {0}', oneLine(signal.command, 60))
        : t('Command failed with {1}: {0}', oneLine(signal.command, 60), signal.exitCode);
    case 'commit':
      return signal.reverts === undefined
        ? t('Commit: {0}', oneLine(signal.subject, 80))
        : t('Commit that takes another back: {0}', oneLine(signal.subject, 80));
    case 'kept':
      return signal.how === 'pushed'
        ? t('Commits pushed: {0}', signal.shas.length)
        : t('Commits that stand yet a day later: {0}', signal.shas.length);
    case 'cell':
      return signal.succeeded
        ? t('Cell ran: {0}', oneLine(signal.text, 60))
        : t('Cell failed: {0}', oneLine(signal.text, 60));
    case 'assistant':
      return assistantWords(signal, t);
    case 'branch':
      return t('Switched to branch {0}', signal.branch);
  }
}

function assistantWords(
  { outcome, assistant }: Extract<Signal, { kind: 'assistant' }>,
  t: Translate,
): string {
  const words: Record<typeof outcome, string> = {
    accepted: t('Edit by {0} kept', assistant),
    rejected: t('Edit by {0} thrown away', assistant),
    succeeded: t('Tool call by {0} went well', assistant),
    failed: t('Tool call by {0} failed', assistant),
  };
  return words[outcome];
}

function editWords({ cause, inserted, removed }: Extract<Signal, { kind: 'edit' }>, t: Translate) {
  const words: Record<typeof cause, string> = {
    typed: t('Typed'),
    pasted: t('Pasted'),
    suggestion: t('Edit by a suggestion'),
    agent: t('Edit by an agent'),
    disk: t('Changed on disk'),
    undo: t('Undone'),
    redo: t('Redone'),
    formatter: t('Formatted'),
    refactoring: t('Refactored'),
    unknown: t('Edit'),
  };
  return `${words[cause]}: +${inserted} −${removed}`;
}

function checkpointWords(checkpoint: string, t: Translate): string {
  return checkpoint === 'commit' ? t('the commit') : checkpoint;
}

function icon(signal: Signal): { icon: string; colour?: string } {
  if (signal.kind === 'diagnostic' && signal.change === 'cured') {
    return { icon: 'pass', colour: 'charts.green' };
  }
  if (signal.kind === 'diagnostic') return { icon: 'error', colour: 'charts.red' };
  if (signal.kind === 'task' || signal.kind === 'terminal') {
    const colour = signal.exitCode === 0 ? 'charts.green' : 'charts.red';
    return { icon: ICONS[signal.kind], colour };
  }
  if (signal.kind === 'cell') {
    return { icon: ICONS.cell, colour: signal.succeeded ? 'charts.green' : 'charts.red' };
  }
  return { icon: ICONS[signal.kind] };
}

function texts(signal: Signal, t: Translate): [string, string][] {
  switch (signal.kind) {
    case 'edit':
      return signal.text === undefined ? [] : [[t('inserted'), signal.text]];
    case 'accepted':
    case 'reverted':
      return [[t('suggested'), signal.text]];
    case 'survival':
      return [
        [t('suggested'), signal.accepted],
        [t('now'), signal.current],
      ];
    case 'rewritten':
      return [
        [t('before'), signal.before],
        [t('after'), signal.after],
      ];
    case 'diagnostic':
      return [
        [t('problem'), signal.problem.message],
        ...(signal.before === undefined ? [] : [[t('before'), signal.before] as [string, string]]),
        ...(signal.after === undefined ? [] : [[t('after'), signal.after] as [string, string]]),
      ];
    case 'dismissed':
      return [[t('there'), signal.context]];
    case 'terminal':
      return [
        [t('command'), signal.command],
        ...(signal.output === undefined ? [] : [[t('problem'), signal.output] as [string, string]]),
      ];
    case 'cell':
      return [[t('command'), signal.text]];
    case 'assistant':
      return [
        ...(signal.text === undefined ? [] : [[t('suggested'), signal.text] as [string, string]]),
        ...(signal.error === undefined ? [] : [[t('problem'), signal.error] as [string, string]]),
      ];
    case 'task':
    case 'kept':
    case 'commit':
    case 'branch':
      return [];
  }
}

function tooltip(signal: Signal, label: string, t: Translate): string {
  return [
    `**${escapeMarkdown(label)}**`,
    ...signal.evidence.map((words) => `- ${escapeMarkdown(words)}`),
    t('{0} sure', percent(signal.confidence)),
  ].join('\n\n');
}

/** The line that a signal names, counted from 1. */
export function lineOf(signal: Signal): number | undefined {
  if (signal.kind === 'diagnostic') return signal.problem.line;
  return 'line' in signal ? signal.line : undefined;
}

function place(signal: Signal): string | undefined {
  if (signal.file === undefined) return undefined;
  const line = lineOf(signal);
  return line === undefined ? signal.file : `${signal.file}:${line}`;
}

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

function clockTime(at: number): string {
  return time.format(at);
}

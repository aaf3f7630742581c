import type { Exposure } from '../memory/exposure';
import type { Memory } from '../memory/memory';
import type { Verdict } from '../memory/outcome';
import type { Checkpoint, Signal, SignalOf } from '../memory/signal';
import { AT_ONCE, type EvidenceName } from './evidence-weights';
import { survival } from './survival';
import { namesCommand, type Usage, usageOf } from './usage';
import { codeWords, identifiers, quotedIn } from './words';

/** What one signal says about one memory. */
export interface Finding {
  readonly evidence: EvidenceName;
  readonly verdict: Verdict;
  /** How surely the memory was used, above 0, at most 1. */
  readonly match: number;
  /** For a person to read. */
  readonly reason: string;
  /** Ids of the signals it rests on. */
  readonly signals: string[];
}

/** Below this the text is nearer to what stood there before than to the suggestion. */
const WENT_BACK = 0.5;

/** An error in a text that used a memory, but in words that do not name what the memory names. */
const ERROR_ELSEWHERE = 0.5;

/**
 * What a signal says about a memory that was shown before; `undefined` when it says nothing.
 *
 * `dismissed`, `edit`, `commit` and `branch` say nothing by themselves: the text that was sent away is
 * not known, and what a commit kept comes as `survival`.
 */
export function findingOf(
  signal: Signal,
  shown: { readonly exposure: Exposure; readonly memory: Memory },
  lately: readonly Signal[],
): Finding | undefined {
  const { memory } = shown;
  switch (signal.kind) {
    case 'accepted':
      return fromAccepted(signal, memory);
    case 'survival':
      return isGone(signal, lately) ? undefined : fromSurvival(signal, memory);
    case 'reverted':
      return isGone(signal, lately) ? undefined : fromReverted(signal, memory);
    case 'rewritten':
      return isGone(signal, lately) ? undefined : fromRewritten(signal, memory);
    case 'diagnostic':
      return signal.change === 'appeared'
        ? fromAppeared(signal, memory, lately)
        : fromCured(signal, memory);
    case 'task':
      return fromTask(signal, shown, lately);
    case 'terminal':
      return fromTerminal(signal, memory);
    case 'dismissed':
    case 'edit':
    case 'commit':
    case 'branch':
      return undefined;
  }
}

function fromAccepted(signal: SignalOf<'accepted'>, memory: Memory): Finding | undefined {
  const usage = usageOf(memory, signal.text, signal.language);
  if (usage?.way !== 'against') return undefined;
  return {
    evidence: 'notFollowed',
    verdict: 'ignored',
    match: usage.match,
    reason: `The accepted text has ${usage.shared}, which the memory advises against.`,
    signals: [signal.id],
  };
}

const SURVIVED = {
  '5s': 'survived 5s',
  '30s': 'survived 30s',
  '2min': 'survived 2min',
  '5min': 'survived 5min',
  '15min': 'survived 15min',
  commit: 'survived commit',
} as const satisfies Record<Checkpoint, EvidenceName>;

function fromSurvival(signal: SignalOf<'survival'>, memory: Memory): Finding | undefined {
  const used = followed(memory, signal.accepted, signal.language);
  if (used === undefined) return undefined;
  const stands = followed(memory, signal.current, signal.language);
  const signals = [signal.id];
  if (stands !== undefined) {
    const when =
      signal.checkpoint === 'commit' ? 'was committed' : `still stands after ${signal.checkpoint}`;
    return {
      evidence: SURVIVED[signal.checkpoint],
      verdict: 'helped',
      match: Math.min(used.match, stands.match),
      reason: `The accepted text has ${used.shared} of this memory, and it ${when}.`,
      signals,
    };
  }
  if (survival(signal).noRevert >= WENT_BACK) return undefined;
  return {
    evidence: 'wentBack',
    verdict: 'harmed',
    match: used.match,
    reason: `The accepted text had ${used.shared} of this memory; the text went back to what stood there before.`,
    signals,
  };
}

function fromReverted(signal: SignalOf<'reverted'>, memory: Memory): Finding | undefined {
  const used = followed(memory, signal.text, signal.language);
  if (used === undefined) return undefined;
  const seconds = Math.max(1, Math.round(signal.after / 1000));
  return {
    evidence: signal.after <= AT_ONCE ? 'revertedAtOnce' : 'reverted',
    verdict: 'harmed',
    match: used.match,
    reason: `A suggestion with ${used.shared} of this memory was undone ${seconds} s after it was accepted.`,
    signals: [signal.id],
  };
}

function fromRewritten(signal: SignalOf<'rewritten'>, memory: Memory): Finding | undefined {
  const used = followed(memory, signal.before, signal.language);
  if (used === undefined || followed(memory, signal.after, signal.language)) return undefined;
  return {
    evidence: 'rewrittenAway',
    verdict: 'harmed',
    match: used.match,
    reason: `The user replaced ${used.shared}, which came from this memory.`,
    signals: [signal.id],
  };
}

function fromAppeared(
  signal: SignalOf<'diagnostic'>,
  memory: Memory,
  lately: readonly Signal[],
): Finding | undefined {
  if (signal.suggestion === undefined || signal.problem.severity !== 'error') return undefined;
  const accepted = acceptedAs(signal.suggestion, lately);
  if (accepted === undefined) return undefined;
  const used = followed(memory, accepted.text, signal.language);
  if (used === undefined) return undefined;
  const said = [memory.text, memory.detail.after ?? '', memory.detail.solution ?? ''];
  const names = new Set([...codeWords(memory.text), ...identifiers(said.slice(1).join('\n'))]);
  const named = [...identifiers(quotedIn(signal.problem.message))].some((name) => names.has(name));
  return {
    evidence: 'diagnosticAppeared',
    verdict: 'harmed',
    match: named ? used.match : used.match * ERROR_ELSEWHERE,
    reason: `The accepted text with ${used.shared} of this memory has an error: ${signal.problem.message}`,
    signals: [accepted.id, signal.id],
  };
}

function fromCured(signal: SignalOf<'diagnostic'>, memory: Memory): Finding | undefined {
  const used = followed(memory, signal.after ?? '', signal.language);
  if (used === undefined || followed(memory, signal.before ?? '', signal.language))
    return undefined;
  return {
    evidence: 'diagnosticCured',
    verdict: 'helped',
    match: used.match,
    reason: `An edit with ${used.shared} of this memory cured: ${signal.problem.message}`,
    signals: [signal.id],
  };
}

function fromTask(
  signal: SignalOf<'task'>,
  { exposure, memory }: { readonly exposure: Exposure; readonly memory: Memory },
  lately: readonly Signal[],
): Finding | undefined {
  if (signal.group === 'other') return undefined;
  const green = signal.exitCode === 0;
  for (const one of lately) {
    if (one.kind !== 'accepted' || one.at < exposure.at || one.at > signal.at) continue;
    const used = followed(memory, one.text, one.language);
    if (used === undefined || isGone(one, lately)) continue;
    const test = signal.group === 'test';
    return {
      evidence: green ? (test ? 'testGreen' : 'buildGreen') : test ? 'testRed' : 'buildRed',
      verdict: green ? 'helped' : 'harmed',
      match: used.match,
      reason: `${used.shared} of this memory was taken over, then \`${signal.name}\` ended ${green ? 'well' : `with ${signal.exitCode}`}.`,
      signals: [one.id, signal.id],
    };
  }
  return undefined;
}

function fromTerminal(signal: SignalOf<'terminal'>, memory: Memory): Finding | undefined {
  const named = namesCommand(memory, signal.command);
  if (named === undefined) return undefined;
  const green = signal.exitCode === 0;
  return {
    evidence: green ? 'commandGreen' : 'commandRed',
    verdict: green ? 'helped' : 'harmed',
    match: 1,
    reason: `\`${named}\` of this memory was run and ended ${green ? 'well' : `with ${signal.exitCode}`}.`,
    signals: [signal.id],
  };
}

function followed(memory: Memory, code: string, language: string | undefined): Usage | undefined {
  const usage = usageOf(memory, code, language);
  return usage?.way === 'followed' ? usage : undefined;
}

function acceptedAs(
  suggestion: string,
  lately: readonly Signal[],
): SignalOf<'accepted'> | undefined {
  return lately.find((one) => one.kind === 'accepted' && one.suggestion === suggestion) as
    SignalOf<'accepted'> | undefined;
}

/** Whether a suggestion's end was seen before: then later looks at it tell nothing new. */
function isGone(
  signal: SignalOf<'accepted' | 'survival' | 'reverted' | 'rewritten'>,
  lately: readonly Signal[],
): boolean {
  return lately.some((one) => {
    if (one.id === signal.id || !('suggestion' in one)) return false;
    if (one.suggestion !== signal.suggestion) return false;
    if (signal.kind !== 'accepted' && one.at > signal.at) return false;
    return (
      one.kind === 'reverted' || (one.kind === 'survival' && survival(one).noRevert < WENT_BACK)
    );
  });
}

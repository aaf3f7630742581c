import type { Exposure } from '../memory/exposure';
import type { Memory } from '../memory/memory';
import type { Checkpoint, Signal, SignalOf } from '../memory/signal';
import { fromAssistant } from './assistant-finding';
import { AT_ONCE, type EvidenceName } from './evidence-weights';
import { fromRun } from './run-finding';
import { survival } from './survival';
import { usageOf } from './usage';
import { type Finding, followed, isGone, WENT_BACK } from './used';
import { codeWords, identifiers, quotedIn } from './words';

/** What stands of a memory in a text that was written anew around it is sure by this much. */
const MOSTLY_ANEW = 0.5;

/** An error in a text that used a memory, but in words that do not name what the memory names. */
const ERROR_ELSEWHERE = 0.5;

/**
 * What a signal says about a memory that was shown before; `undefined` when it says nothing.
 *
 * `dismissed`, `edit` and `branch` say nothing by themselves: the text that was sent away is not
 * known. What a commit kept comes as `survival`; `act` is that where a commit is taken back or seen
 * to stand, or the accept where an assistant's records tell only the file.
 */
export function findingOf(
  signal: Signal,
  shown: { readonly exposure: Exposure; readonly memory: Memory },
  lately: readonly Signal[],
  act: Signal = signal,
): Finding | undefined {
  const { memory } = shown;
  switch (signal.kind) {
    case 'accepted':
      return fromAccepted(signal, memory);
    case 'survival':
      return isGone(signal, lately) ? undefined : fromSurvival(signal, memory, lately);
    case 'reverted':
      return isGone(signal, lately) ? undefined : fromReverted(signal, memory);
    case 'rewritten':
      return isGone(signal, lately) ? undefined : fromRewritten(signal, memory);
    case 'diagnostic':
      return signal.change === 'appeared'
        ? fromAppeared(signal, memory, lately)
        : fromCured(signal, memory);
    case 'task':
    case 'terminal':
    case 'cell':
      return fromRun(signal, shown, lately);
    case 'assistant':
      return fromAssistant(signal, memory, act);
    case 'commit':
    case 'kept':
      return act.kind === 'survival' ? fromCommit(signal, act, memory) : undefined;
    case 'dismissed':
    case 'edit':
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

function fromSurvival(
  signal: SignalOf<'survival'>,
  memory: Memory,
  lately: readonly Signal[],
): Finding | undefined {
  const used = followed(memory, signal.accepted, signal.language);
  if (used === undefined) return undefined;
  const stands = followed(memory, signal.current, signal.language);
  const signals = [signal.id];
  const before = signal.checkpoint === 'commit' ? committedBefore(signal, lately) : [];
  if (stands !== undefined) {
    // Each later commit finds it in place as well; that is one piece of evidence.
    if (before.length > 0) return undefined;
    const when =
      signal.checkpoint === 'commit' ? 'was committed' : `still stands after ${signal.checkpoint}`;
    return {
      evidence: SURVIVED[signal.checkpoint],
      verdict: 'helped',
      match: Math.min(used.match, stands.match) * Math.max(survival(signal).kept, MOSTLY_ANEW),
      reason: `The accepted text has ${used.shared} of this memory, and it ${when}.`,
      signals,
    };
  }
  const amended = amendedCommit(signal, lately);
  if (amended !== undefined && before.some(({ sha }) => sha === amended))
    return {
      evidence: 'amendedAway',
      verdict: 'harmed',
      match: used.match,
      reason: `${used.shared} of this memory was committed, and taken out of that commit again.`,
      signals,
    };
  // That it went with the whole of its commit is told by the commit that took that back.
  if (before.some(({ sha }) => sha !== undefined && revertedIn(signal, lately).includes(sha)))
    return undefined;
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
  const before = followed(memory, signal.before ?? '', signal.language);
  // What stood there may share some words with the cure; it must not be the cure already.
  if (used === undefined || (before?.match ?? 0) >= used.match) return undefined;
  return {
    evidence: 'diagnosticCured',
    verdict: 'helped',
    match: used.match,
    reason: `An edit with ${used.shared} of this memory cured: ${signal.problem.message}`,
    signals: [signal.id],
  };
}

/** A commit that holds accepted text was taken back, or is seen to stand. */
function fromCommit(
  signal: SignalOf<'commit' | 'kept'>,
  act: SignalOf<'survival'>,
  memory: Memory,
): Finding | undefined {
  const used = followed(memory, act.current, act.language);
  if (used === undefined || followed(memory, act.accepted, act.language) === undefined)
    return undefined;
  const sha = (act.sha ?? '').slice(0, 8);
  const signals = [act.id, signal.id];
  if (signal.kind === 'commit')
    return {
      evidence: 'commitReverted',
      verdict: 'harmed',
      match: used.match,
      reason: `The commit ${sha}, with ${used.shared} of this memory, was reverted.`,
      signals,
    };
  return {
    evidence: signal.how === 'pushed' ? 'commitPushed' : 'commitKept',
    verdict: 'helped',
    match: used.match,
    reason: `The commit ${sha}, with ${used.shared} of this memory, ${signal.how === 'pushed' ? 'was pushed' : 'stands yet a day later'}.`,
    signals,
  };
}

/** Earlier commits in which the text of a suggestion stood. */
function committedBefore(
  signal: SignalOf<'survival'>,
  lately: readonly Signal[],
): SignalOf<'survival'>[] {
  return lately.filter(
    (one): one is SignalOf<'survival'> =>
      one.kind === 'survival' &&
      one.checkpoint === 'commit' &&
      one.suggestion === signal.suggestion &&
      one.id !== signal.id &&
      one.at <= signal.at,
  );
}

function revertedIn({ sha }: SignalOf<'survival'>, lately: readonly Signal[]): readonly string[] {
  const commit = lately.find((one) => one.kind === 'commit' && one.sha === sha);
  return (sha !== undefined && commit?.kind === 'commit' && commit.reverts) || [];
}

/** The commit in whose place the one came that a survival was looked at in. */
function amendedCommit(
  { sha }: SignalOf<'survival'>,
  lately: readonly Signal[],
): string | undefined {
  const commit = lately.find((one) => one.kind === 'commit' && one.sha === sha);
  return sha !== undefined && commit?.kind === 'commit' ? commit.amends : undefined;
}

function acceptedAs(
  suggestion: string,
  lately: readonly Signal[],
): SignalOf<'accepted'> | undefined {
  return lately.find((one) => one.kind === 'accepted' && one.suggestion === suggestion) as
    SignalOf<'accepted'> | undefined;
}

import { addEvidence, type Evidence } from '../memory/evidence';
import { errorSignature } from '../memory/error-signature';
import type { Memory } from '../memory/memory';
import type { Signal } from '../memory/signal';
import { groupOf, shapeOfLine } from './command';
import { runKey, runSignature } from './command-fix';
import { initialQuality } from './quality';

const MINUTE = 60_000;
/** A problem that is away for so long is away. */
const STAYED = 10 * MINUTE;
/** One that comes back in the same place within this time was not cured, whatever it seemed. */
const RETURNS_WITHIN = 24 * 60 * MINUTE;
/** What coming back once costs in trust. */
const LOST = 0.25;
const LEAST_TRUST = 0.1;

/** What has become of a mined fix since it was made, and why. */
export interface Standing {
  readonly memory: Memory;
  readonly summary: string;
}

/**
 * Looks at a mined fix again: active once its problem has stayed away, for ten minutes or through a
 * build or a test that passed; less trusted, and a candidate again, when the problem came back to the
 * place where it was cured. `undefined` when there is nothing new to say.
 *
 * `since` are signals of its repository, in any order; `now` is the time of the newest.
 */
export function standingOf(
  memory: Memory,
  since: readonly Signal[],
  now: number,
): Standing | undefined {
  const { evidence } = memory.provenance;
  const made = evidence.findLast(({ kind }) => kind === 'diagnostic' || kind === 'diff');
  if (made === undefined || byHand(memory)) return undefined;
  const known = new Set(evidence.map(({ ref }) => ref));
  const later = since.filter((one) => one.at > made.at && !known.has(one.id));
  const returned = later.find(
    (one) => one.at - made.at <= RETURNS_WITHIN && comesBack(memory, made, one),
  );
  if (returned !== undefined) return sunk(memory, returned, now);
  if (memory.status !== 'candidate') return undefined;
  const passed = later.find((one) => isPassed(one));
  if (passed === undefined && now - made.at < STAYED) return undefined;
  const text = passed
    ? `The problem was gone when ${nameOf(passed)} passed`
    : 'The problem stayed away';
  return {
    memory: withEvidence(
      { ...memory, status: 'active' },
      { kind: 'signal', text, at: passed?.at ?? now, ref: passed?.id ?? `stayed:${made.at}` },
      now,
    ),
    summary: text,
  };
}

/** Names the problem that a signal tells of, as an error entity does; `undefined` for none. */
export function signatureOf(signal: Signal): string | undefined {
  if (signal.kind === 'diagnostic')
    return signal.change === 'appeared' ? errorSignature(signal.problem) : undefined;
  if (signal.kind === 'task' || signal.kind === 'terminal')
    return signal.exitCode === 0 ? undefined : runSignature(signal);
  return undefined;
}

function comesBack(memory: Memory, made: Evidence, signal: Signal): boolean {
  const signature = signatureOf(signal);
  if (signature === undefined) return false;
  const prefix = `fix:${memory.scope.repo ?? ''}:${signature}:`;
  if (memory.origin?.startsWith(prefix) !== true) return false;
  // In another place it is the same problem anew, which is what the fix is for.
  return signal.kind !== 'diagnostic' || signal.file === made.file;
}

function sunk(memory: Memory, returned: Signal, now: number): Standing {
  const summary = 'The problem came back where it had been cured';
  const trust = Math.max(LEAST_TRUST, memory.provenance.trust - LOST);
  const provenance = { ...memory.provenance, trust };
  const evidence = { kind: 'signal' as const, text: summary, at: returned.at, ref: returned.id };
  return {
    memory: withEvidence({ ...memory, provenance, status: 'candidate' }, evidence, now),
    summary,
  };
}

function withEvidence(memory: Memory, added: Evidence, now: number): Memory {
  const provenance = {
    ...memory.provenance,
    evidence: addEvidence(memory.provenance.evidence, added),
  };
  // Each return lowers the prior; that it stayed away was expected and raises nothing.
  const { prior } = initialQuality(memory.provenance, now);
  return { ...memory, provenance, quality: { ...memory.quality, prior }, updatedAt: now };
}

const byHand = (memory: Memory): boolean =>
  memory.provenance.evidence.some(({ kind }) => kind === 'statement');

function isPassed(signal: Signal): boolean {
  if (signal.kind === 'task') return signal.group !== 'other' && signal.exitCode === 0;
  return (
    signal.kind === 'terminal' &&
    signal.exitCode === 0 &&
    groupOf(shapeOfLine(signal.command)) !== 'other'
  );
}

const nameOf = (signal: Signal): string =>
  signal.kind === 'task' || signal.kind === 'terminal' ? `\`${runKey(signal)}\`` : signal.kind;

import type { Exposure } from '../memory/exposure';
import type { Memory } from '../memory/memory';
import type { Outcome, Verdict } from '../memory/outcome';
import type { Signal } from '../memory/signal';
import { type Door, OWN_PROCESS_DOORS } from '../memory/task';
import {
  EVIDENCE_WEIGHTS,
  type EvidenceName,
  LOOKED_AFTER,
  recency,
  SHOWN_TO_ACCEPTED,
  writtenWeight,
} from './evidence-weights';
import { findingOf } from './finding';
import type { Finding } from './used';

/** A memory and the occasion on which it was shown. */
export interface Shown {
  readonly exposure: Exposure;
  readonly memory: Memory;
}

/** What was seen in another file than the one asked about may still come of the memory. */
const OTHER_FILE = 0.8;
/** And what another process showed to an assistant in the same repository. */
const OTHER_SESSION = 0.8;

/** How long before the records of an assistant came what they speak of was accepted. */
const RECORDED_AFTER = 60 * 60 * 1000;

const OWN_PROCESS: ReadonlySet<Door> = new Set(OWN_PROCESS_DOORS);

/**
 * Which of the memories shown lately a new signal speaks for or against, and how strongly.
 *
 * ```
 *   shown ────────► accepted ──► 5s … 15min, commit, undo, diagnostics, tests, commands
 *     └─ at most SHOWN_TO_ACCEPTED ─┘   └─ at most `within` of the kind of evidence ─┘
 * ```
 *
 * Credit goes to memories that were used: the accepted text, the command or the edit must match what
 * the memory says (`usage.ts`). What matches nothing gets no outcome: unknown moves nothing.
 * Several memories with the same verdict share by how well they match, so one event is never worth
 * more than its weight. A memory shown more than once is judged by its last showing before the event.
 * The longer ago it was shown, the less (`recency`).
 *
 * `lately` are the session's signals of the last hours, in any order; for a commit that is taken
 * back or seen to stand, those of the repository by which it was told what the commit holds. They
 * tell what a suggestion said of which the new signal has only the name, what tests ran on, and what
 * was counted before. `weightOf` gives the weights that explicit verdicts have corrected.
 */
export function judge(
  signal: Signal,
  shown: readonly Shown[],
  now: number,
  lately: readonly Signal[] = [],
  weightOf: (evidence: EvidenceName) => number = writtenWeight,
): Outcome[] {
  return actsOf(signal, lately).flatMap((act) =>
    judgeAct(signal, act, shown, now, lately, weightOf),
  );
}

function judgeAct(
  signal: Signal,
  act: Signal,
  shown: readonly Shown[],
  now: number,
  lately: readonly Signal[],
  weightOf: (evidence: EvidenceName) => number,
): Outcome[] {
  const acted = actedAt(act, lately);
  const found: { shown: Shown; finding: Finding }[] = [];
  for (const one of lastShowings(act, acted, shown)) {
    const finding = findingOf(signal, one, lately, act);
    if (finding !== undefined) found.push({ shown: one, finding });
  }
  const matched = new Map<Verdict, number>();
  for (const { finding } of found)
    matched.set(finding.verdict, (matched.get(finding.verdict) ?? 0) + finding.match);

  return found.flatMap(({ shown: { exposure, memory }, finding }) => {
    if (signal.at - exposure.at > EVIDENCE_WEIGHTS[finding.evidence].within) return [];
    const share = finding.match / Math.max(matched.get(finding.verdict) ?? 0, 1);
    const fit =
      (sameFile(act, exposure) ? 1 : OTHER_FILE) *
      (exposure.session === act.session ? 1 : OTHER_SESSION) *
      recency(acted.earliest - exposure.at);
    return {
      exposure: exposure.id,
      memory: memory.id,
      verdict: finding.verdict,
      weight: weightOf(finding.evidence) * share * fit * signal.confidence,
      at: Math.min(signal.at, now),
      reason: finding.reason,
      evidence: finding.evidence,
      signals: finding.signals,
    };
  });
}

/** What was done of which a signal tells the outcome: mostly itself. */
function actsOf(signal: Signal, lately: readonly Signal[]): readonly Signal[] {
  if (signal.kind === 'assistant' && signal.text === undefined) {
    const accepts = lately.filter(
      (one) =>
        one.kind === 'accepted' &&
        one.repo === signal.repo &&
        one.file === signal.file &&
        one.at <= signal.at &&
        signal.at - one.at <= RECORDED_AFTER,
    );
    return signal.file === undefined ? [] : accepts;
  }
  if (signal.kind === 'kept') {
    const counted = new Set(
      lately.flatMap((one) =>
        one.kind === 'kept' && one.id !== signal.id && one.how === signal.how ? one.shas : [],
      ),
    );
    const takenBack = new Set(
      lately.flatMap((one) => (one.kind === 'commit' && one.reverts) || []),
    );
    const fresh = signal.shas.filter((sha) => !counted.has(sha) && !takenBack.has(sha));
    return committedIn(new Set(fresh), lately);
  }
  if (signal.kind === 'commit') return committedIn(new Set(signal.reverts), lately);
  return [signal];
}

/** The last looks, at these commits, at each suggestion that they hold. */
function committedIn(shas: ReadonlySet<string>, lately: readonly Signal[]): Signal[] {
  const looks = new Map<string, Signal>();
  for (const one of lately) {
    if (one.kind !== 'survival' || one.sha === undefined || !shas.has(one.sha)) continue;
    const known = looks.get(one.suggestion);
    if (known === undefined || known.at < one.at) looks.set(one.suggestion, one);
  }
  return [...looks.values()];
}

const VERDICT_REASONS: Readonly<Record<Verdict, string>> = {
  helped: 'You said that it helped.',
  harmed: 'You said that it misled.',
  ignored: 'You said that it was of no use here.',
  unknown: 'You took your verdict back.',
};

/** The outcome of a person's own word on one showing: it counts in full. */
export function verdictOutcome(exposure: Exposure, verdict: Verdict, at: number): Outcome {
  return {
    exposure: exposure.id,
    memory: exposure.memory,
    verdict,
    weight: 1,
    at,
    reason: VERDICT_REASONS[verdict],
    evidence: 'verdict',
    signals: [],
  };
}

const ASSISTANT_SAYS: Readonly<Record<Verdict, string>> = {
  helped: 'The assistant says that it helped.',
  harmed: 'The assistant says that it misled.',
  ignored: 'The assistant says that it did not matter.',
  unknown: 'The assistant says nothing of it.',
};

/** The outcome of an assistant's word on what it was shown, with the weight that such words have. */
export function assistantsWord(
  exposure: Exposure,
  verdict: Verdict,
  at: number,
  weight: number,
): Outcome {
  return {
    ...verdictOutcome(exposure, verdict, at),
    weight,
    reason: ASSISTANT_SAYS[verdict],
    evidence: 'assistantSaid' satisfies EvidenceName,
  };
}

/** Of each memory the last showing that can have led to the signal. */
function lastShowings(
  signal: Signal,
  acted: { readonly earliest: number; readonly latest: number },
  shown: readonly Shown[],
): Iterable<Shown> {
  const last = new Map<string, Shown>();
  for (const one of shown) {
    const { exposure, memory } = one;
    if (!reaches(exposure, signal) || !fits(signal, one)) continue;
    if (exposure.at > acted.latest || acted.earliest - exposure.at > SHOWN_TO_ACCEPTED) continue;
    const known = last.get(memory.id);
    if (known === undefined || known.exposure.at < exposure.at) last.set(memory.id, one);
  }
  return last.values();
}

/** Whether what was shown can have been before the eyes of who acted. */
function reaches({ session, task }: Exposure, signal: Signal): boolean {
  if (session === signal.session) return true;
  if (task.repo === undefined || task.repo !== signal.repo || !OWN_PROCESS.has(task.door))
    return false;
  const talk = signal.kind === 'assistant' ? signal.conversation : undefined;
  return talk === undefined || task.conversation === undefined || task.conversation === talk;
}

/** Between which times the act was done that the signal tells the outcome of. */
function actedAt(signal: Signal, lately: readonly Signal[]): { earliest: number; latest: number } {
  if ('suggestion' in signal && signal.suggestion !== undefined) {
    const accepted = lately.find(
      (one) => one.kind === 'accepted' && one.suggestion === signal.suggestion,
    );
    if (accepted !== undefined) return { earliest: accepted.at, latest: accepted.at };
  }
  if (signal.kind === 'reverted') {
    const accepted = signal.at - signal.after;
    return { earliest: accepted, latest: accepted };
  }
  if (signal.kind === 'survival') {
    const accepted = signal.at - LOOKED_AFTER[signal.checkpoint];
    // A commit comes at any time after the accept.
    return { earliest: accepted, latest: signal.checkpoint === 'commit' ? signal.at : accepted };
  }
  if (signal.kind === 'rewritten' || signal.kind === 'diagnostic')
    return { earliest: signal.at - LOOKED_AFTER['15min'], latest: signal.at };
  return { earliest: signal.at, latest: signal.at };
}

function fits(signal: Signal, { exposure, memory }: Shown): boolean {
  const { task } = exposure;
  const { scope } = memory;
  const differ = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && one !== other;
  if (differ(task.repo, signal.repo) || differ(scope.repo, signal.repo)) return false;
  if (differ(scope.language, signal.language)) return false;
  // A question about one file may be answered in another, but not across languages.
  return sameFile(signal, exposure) || !differ(task.language, signal.language);
}

function sameFile(signal: Signal, { task }: Exposure): boolean {
  return task.file === undefined || signal.file === undefined || task.file === signal.file;
}

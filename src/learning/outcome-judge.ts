import type { Exposure } from '../memory/exposure';
import type { Memory } from '../memory/memory';
import type { Outcome, Verdict } from '../memory/outcome';
import type { Signal } from '../memory/signal';
import { EVIDENCE_WEIGHTS, LOOKED_AFTER, SHOWN_TO_ACCEPTED } from './evidence-weights';
import { type Finding, findingOf } from './finding';

/** A memory and the occasion on which it was shown. */
export interface Shown {
  readonly exposure: Exposure;
  readonly memory: Memory;
}

/** What was seen in another file than the one asked about may still come of the memory. */
const OTHER_FILE = 0.8;

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
 *
 * `lately` are the session's signals of the last hours, in any order. They tell what a suggestion
 * said of which the new signal has only the name, what tests ran on, and what was counted before.
 */
export function judge(
  signal: Signal,
  shown: readonly Shown[],
  now: number,
  lately: readonly Signal[] = [],
): Outcome[] {
  const found: { shown: Shown; finding: Finding }[] = [];
  for (const one of lastShowings(signal, shown, lately)) {
    const finding = findingOf(signal, one, lately);
    if (finding !== undefined) found.push({ shown: one, finding });
  }
  const matched = new Map<Verdict, number>();
  for (const { finding } of found)
    matched.set(finding.verdict, (matched.get(finding.verdict) ?? 0) + finding.match);

  return found.flatMap(({ shown: { exposure, memory }, finding }) => {
    const evidence = EVIDENCE_WEIGHTS[finding.evidence];
    if (signal.at - exposure.at > evidence.within) return [];
    const share = finding.match / Math.max(matched.get(finding.verdict) ?? 0, 1);
    const fit = sameFile(signal, exposure) ? 1 : OTHER_FILE;
    return {
      exposure: exposure.id,
      memory: memory.id,
      verdict: finding.verdict,
      weight: evidence.weight * share * fit * signal.confidence,
      at: Math.min(signal.at, now),
      reason: finding.reason,
      signals: finding.signals,
    };
  });
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
    signals: [],
  };
}

/** Of each memory the last showing that can have led to the signal. */
function lastShowings(
  signal: Signal,
  shown: readonly Shown[],
  lately: readonly Signal[],
): Iterable<Shown> {
  const acted = actedAt(signal, lately);
  const last = new Map<string, Shown>();
  for (const one of shown) {
    const { exposure, memory } = one;
    if (exposure.session !== signal.session || !fits(signal, one)) continue;
    if (exposure.at > acted.latest || acted.earliest - exposure.at > SHOWN_TO_ACCEPTED) continue;
    const known = last.get(memory.id);
    if (known === undefined || known.exposure.at < exposure.at) last.set(memory.id, one);
  }
  return last.values();
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

import { IN_CONTEXT } from '../memory/exposure';
import type { Checkpoint } from '../memory/signal';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How much one kind of evidence counts, and how long after a showing it may still speak for it. */
export interface EvidenceWeight {
  /** Weight of the outcome, where an explicit verdict is 1. */
  readonly weight: number;
  /** Milliseconds from the showing to what was seen. */
  readonly within: number;
  /** Why this weight. */
  readonly because: string;
}

/**
 * How long after a memory was shown something may be done on the strength of it: as long as recall
 * takes it to be in the assistant's context still, and so does not show it again.
 */
export const SHOWN_TO_ACCEPTED = IN_CONTEXT;

/** Up to this age a showing counts in full; beyond it half after each further such time. */
const FRESH = 30 * MINUTE;

/** How much of an outcome a showing earns by its age when the act was done, 0 to 1. */
export function recency(age: number): number {
  return age <= FRESH ? 1 : 2 ** (1 - age / FRESH);
}

/** An undo within this time is a verdict on the suggestion itself rather than on later thoughts. */
export const AT_ONCE = 10 * SECOND;

/** How long after the accept each look at a suggestion is taken; a commit within a working day. */
export const LOOKED_AFTER: Readonly<Record<Checkpoint, number>> = {
  '5s': 5 * SECOND,
  '30s': 30 * SECOND,
  '2min': 2 * MINUTE,
  '5min': 5 * MINUTE,
  '15min': 15 * MINUTE,
  commit: 8 * HOUR,
};

/** How long after it was made a commit may yet be taken back, or be seen to stand. */
export const COMMIT_FOLLOWED = 14 * DAY;

const survived = (checkpoint: Checkpoint, weight: number, because: string): EvidenceWeight => ({
  weight,
  within: SHOWN_TO_ACCEPTED + LOOKED_AFTER[checkpoint],
  because,
});

/**
 * Every kind of implicit evidence, from strong to weak. The one place where weights are written:
 * explicit verdicts, joined with the implicit signals of the same exposures, will correct them.
 */
export const EVIDENCE_WEIGHTS = {
  revertedAtOnce: {
    weight: 0.8,
    within: SHOWN_TO_ACCEPTED + MINUTE,
    because:
      'Who undoes a suggestion within seconds has read it and did not want it; a slip of the key is the rest.',
  },
  reverted: {
    weight: 0.5,
    within: SHOWN_TO_ACCEPTED + 15 * MINUTE,
    because: 'Undone later, it may have been given up for other reasons than the memory.',
  },
  wentBack: {
    weight: 0.4,
    within: SHOWN_TO_ACCEPTED + 8 * HOUR,
    because:
      'The text went back to what stood there before without an undo: not wanted, but the user passed through other edits on the way.',
  },
  rewrittenAway: {
    weight: 0.4,
    within: SHOWN_TO_ACCEPTED + 15 * MINUTE,
    because:
      'The user replaced just the part that came from the memory; the rest of the suggestion may be why.',
  },
  // Six looks at one suggestion that stays add up to the weight of one explicit verdict.
  'survived 5s': survived(
    '5s',
    0.02,
    'Hardly more than the accept itself; nobody has tried it yet.',
  ),
  'survived 30s': survived('30s', 0.05, 'It was read and left standing.'),
  'survived 2min': survived('2min', 0.08, 'Work went on around it.'),
  'survived 5min': survived('5min', 0.15, 'By now most that is not wanted has been changed.'),
  'survived 15min': survived('15min', 0.25, 'It lasted through the task at hand.'),
  'survived commit': survived('commit', 0.45, 'The user put a name to it.'),
  amendedAway: {
    weight: 0.45,
    within: SHOWN_TO_ACCEPTED + 8 * HOUR,
    because: 'It was committed and then taken out of that very commit: on a second look, unwanted.',
  },
  commitReverted: {
    weight: 0.7,
    within: SHOWN_TO_ACCEPTED + COMMIT_FOLLOWED,
    because: 'The commit that holds it was taken back whole; other parts of it may be why.',
  },
  commitPushed: {
    weight: 0.15,
    within: SHOWN_TO_ACCEPTED + COMMIT_FOLLOWED,
    because: 'Shown to others as it is, after a commit that was counted already.',
  },
  commitKept: {
    weight: 0.2,
    within: SHOWN_TO_ACCEPTED + COMMIT_FOLLOWED,
    because: 'A day later the commit stands yet, after tests and reviews that nobody sees here.',
  },
  assistantRejected: {
    weight: 0.6,
    within: SHOWN_TO_ACCEPTED + HOUR,
    because: 'The user threw the edit away in so many clicks; the edit was more than the memory.',
  },
  assistantAccepted: {
    weight: 0.35,
    within: SHOWN_TO_ACCEPTED + HOUR,
    because: 'The user kept the edit by a click of their own, often without reading it all.',
  },
  toolFailed: {
    weight: 0.15,
    within: SHOWN_TO_ACCEPTED,
    because: 'What the assistant did with it failed; tools fail for reasons of their own as well.',
  },
  toolSucceeded: {
    weight: 0.1,
    within: SHOWN_TO_ACCEPTED,
    because:
      'A tool that reports no error has done as told; whether that was right it cannot know.',
  },
  diagnosticAppeared: {
    weight: 0.3,
    within: SHOWN_TO_ACCEPTED + 2 * MINUTE,
    because:
      'An error in an accepted range is a fact about it, yet often half of an edit that is still under way.',
  },
  diagnosticCured: {
    weight: 0.3,
    within: SHOWN_TO_ACCEPTED,
    because:
      'An error went away by an edit that does what the memory says; other edits may have helped.',
  },
  notFollowed: {
    weight: 0.5,
    within: SHOWN_TO_ACCEPTED,
    because:
      'What the memory advises against was accepted all the same: shown and without effect, right or not.',
  },
  testGreen: {
    weight: 0.15,
    within: SHOWN_TO_ACCEPTED,
    because:
      'Tests pass for many reasons; that the text was used since it was shown is one of them.',
  },
  testRed: {
    weight: 0.1,
    within: SHOWN_TO_ACCEPTED,
    because: 'Tests fail for still more reasons, often on purpose and before the work is done.',
  },
  buildGreen: {
    weight: 0.08,
    within: SHOWN_TO_ACCEPTED,
    because: 'A build proves that the text is well formed, not that it is right.',
  },
  buildRed: { weight: 0.08, within: SHOWN_TO_ACCEPTED, because: 'As weak as a build that passes.' },
  testTurnedGreen: {
    weight: 0.3,
    within: SHOWN_TO_ACCEPTED,
    because: 'The same tests failed before the text came in and pass now: a change, not a state.',
  },
  testTurnedRed: {
    weight: 0.25,
    within: SHOWN_TO_ACCEPTED,
    because: 'The same tests passed before the text came in; half-done work breaks them as well.',
  },
  buildTurnedGreen: {
    weight: 0.2,
    within: SHOWN_TO_ACCEPTED,
    because: 'What did not build before the text came in builds now.',
  },
  buildTurnedRed: {
    weight: 0.2,
    within: SHOWN_TO_ACCEPTED,
    because: 'What built before the text came in builds no more, perhaps only until the next edit.',
  },
  cellGreen: {
    weight: 0.15,
    within: SHOWN_TO_ACCEPTED,
    because: 'A cell with it ran without an error: that it gives the right answer is not said.',
  },
  cellTurnedGreen: {
    weight: 0.3,
    within: SHOWN_TO_ACCEPTED,
    because: 'The cell failed before it had this in it and runs now.',
  },
  cellRed: {
    weight: 0.12,
    within: SHOWN_TO_ACCEPTED,
    because: 'A cell with it failed; cells are tried out, and fail on the way.',
  },
  commandGreen: {
    weight: 0.25,
    within: SHOWN_TO_ACCEPTED,
    because: 'The very command that the memory names was run and ended well.',
  },
  commandRed: {
    weight: 0.15,
    within: SHOWN_TO_ACCEPTED,
    because: 'The very command that the memory names failed; its input may be why.',
  },
  ruleKept: {
    weight: 0.2,
    within: SHOWN_TO_ACCEPTED,
    because:
      'A check outside the model finds the rule kept in what was written after it was shown; it might have been kept unasked.',
  },
  ruleBroken: {
    weight: 0.1,
    within: SHOWN_TO_ACCEPTED,
    because:
      'The rule was shown and broken all the same: without effect, and as true as before. Compliance counts the breach in full, and recalls the rule the more; here it may hardly sink for it.',
  },
  assistantSaid: {
    weight: 0.1,
    within: SHOWN_TO_ACCEPTED + HOUR,
    because:
      'An assistant that says how a memory did judges its own work, and leans to yes; it did read the memory.',
  },
} as const satisfies Record<string, EvidenceWeight>;

export type EvidenceName = keyof typeof EVIDENCE_WEIGHTS;

/** The weight of a kind of evidence as it is written above, before any verdict has corrected it. */
export const writtenWeight = (evidence: EvidenceName): number => EVIDENCE_WEIGHTS[evidence].weight;

import type { Checkpoint } from '../memory/signal';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How much one kind of evidence counts, and how long after a showing it may still speak for it. */
export interface EvidenceWeight {
  /** Weight of the outcome, where an explicit verdict is 1. */
  readonly weight: number;
  /** Milliseconds from the showing to what was seen. */
  readonly within: number;
  /** Why this weight. */
  readonly because: string;
}

/** How long after a memory was shown a suggestion may be accepted on the strength of it. */
export const SHOWN_TO_ACCEPTED = 30 * MINUTE;

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
} as const satisfies Record<string, EvidenceWeight>;

export type EvidenceName = keyof typeof EVIDENCE_WEIGHTS;

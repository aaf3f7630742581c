import { CAUSES, type Cause } from '../../memory/cause';

/** What is known of one change event once the editor had time to tell what followed it. */
export interface ChangeFeatures {
  /** Replacements in the event. */
  readonly changes: number;
  readonly inserted: number;
  readonly removed: number;
  /** Line ends put in. */
  readonly insertedLines: number;
  readonly reason: 'undo' | 'redo' | undefined;
  /**
   * The selection event that followed: of the keyboard, of the mouse, of a command, `silent` when it
   * named no kind, `none` when there was no such event.
   */
  readonly selection: 'keyboard' | 'mouse' | 'command' | 'silent' | 'none';
  /** Whether the document was that of the active editor. */
  readonly active: boolean;
  /** Whether the document had unsaved changes afterwards, or was saved since. */
  readonly dirty: boolean;
  /** Milliseconds from the change to the command that follows Tab on a suggestion. */
  readonly acceptedAfter: number | undefined;
  /** Whether Mneme's binding of Tab is on, so that an accept without the command is less likely. */
  readonly acceptKey: boolean;
  /** Whether a save of the document was under way, or ended at once after. */
  readonly saving: boolean;
  /** Other documents that changed at the same moment. */
  readonly otherDocuments: number;
  /** Whether those changes put in the same text. */
  readonly sameTextElsewhere: boolean;
  /** A line end with its indentation, right behind which the cursor now stands. */
  readonly lineBreak: boolean;
  /** Only spaces at the cursor: Tab, Backspace over an indentation. */
  readonly spacing: boolean;
  /** Only spaces, line ends, quotes, commas and semicolons differ. */
  readonly layoutOnly: boolean;
  /** The text put in stands elsewhere in the document, word for word. */
  readonly copy: boolean;
  /** The text put in ends with a line end. */
  readonly wholeLines: boolean;
  /** One word that completes the letters it replaces. */
  readonly completesWord: boolean;
  /** It begins where the user typed last, seconds ago. */
  readonly continuesTyping: boolean;
  /** Changes to this document in the last second that no key explains. */
  readonly rapid: number;
}

/** A guess, how sure it is, and what speaks for it. */
export interface Attribution {
  readonly cause: Cause;
  /** 0 to 1: the share of the guess among all causes. */
  readonly confidence: number;
  readonly evidence: string[];
}

interface Clue {
  /** Log-odds that the clue adds to each cause. */
  readonly weights: Partial<Record<Cause, number>>;
  readonly holds: (change: ChangeFeatures) => boolean;
  readonly words: (change: ChangeFeatures) => string;
}

/** With no clue at all `unknown` is as likely as the rest together. */
const PRIOR: Readonly<Record<Cause, number>> = {
  typed: 0,
  pasted: 0,
  suggestion: -0.5,
  agent: -0.5,
  disk: -2,
  undo: -4,
  redo: -4,
  formatter: -1.5,
  refactoring: -1.5,
  unknown: 0.5,
};

/**
 * A silent change is one that no key press explains. A selection by mouse or command says nothing of
 * the change: it is the user's or a program's next move.
 */
const silent = (change: ChangeFeatures): boolean => change.selection !== 'keyboard';

/**
 * What each fingerprint says, as measured on VS Code 1.139 (typing is followed by a selection event
 * of the keyboard; Enter, Tab, an accept and a paste by one without a kind; a formatter by none
 * where the cursor stays; a rewrite on disk by none, and it leaves the document clean). The weights
 * are ours.
 */
const CLUES: readonly Clue[] = [
  {
    weights: { undo: 12 },
    holds: (c) => c.reason === 'undo',
    words: () => 'the editor calls it an undo',
  },
  {
    weights: { redo: 12 },
    holds: (c) => c.reason === 'redo',
    words: () => 'the editor calls it a redo',
  },
  {
    weights: { suggestion: 8 },
    holds: (c) => c.acceptedAfter !== undefined,
    words: (c) =>
      `the accept key's command came ${String(Math.round(c.acceptedAfter ?? 0))} ms after`,
  },
  {
    weights: { typed: 5 },
    holds: (c) => c.selection === 'keyboard',
    words: () => 'the cursor moved by the keyboard',
  },
  {
    weights: { typed: 1 },
    holds: (c) => !silent(c) && c.changes === 1 && c.inserted + c.removed === 1,
    words: () => 'a single character',
  },
  {
    // As sure as the cursor by keyboard: Enter moves it, but the editor does not say by what.
    weights: { typed: 7 },
    holds: (c) => c.lineBreak && silent(c),
    words: () => 'a line end with its indentation, and the cursor behind it',
  },
  {
    weights: { typed: 4 },
    holds: (c) => c.spacing && silent(c) && !c.saving,
    words: () => 'only spaces at the cursor',
  },
  {
    weights: { disk: 7 },
    holds: (c) => !c.dirty && c.reason === undefined && silent(c),
    words: () => 'the document stayed clean: it now matches the disk',
  },
  {
    weights: { formatter: 5 },
    holds: (c) => c.saving && c.dirty && silent(c),
    words: () => 'it came with a save',
  },
  {
    weights: { formatter: 3 },
    holds: (c) =>
      c.layoutOnly && silent(c) && !c.lineBreak && !c.spacing && c.inserted + c.removed > 0,
    words: () => 'only layout differs',
  },
  {
    weights: { agent: 3, refactoring: 1.5 },
    holds: (c) => !c.active,
    words: () => 'the document was not in the active editor',
  },
  {
    weights: { refactoring: 4 },
    holds: (c) => c.otherDocuments > 0 && c.sameTextElsewhere,
    words: (c) => `the same text went into ${String(c.otherDocuments)} other documents at once`,
  },
  {
    weights: { agent: 2, refactoring: 1 },
    holds: (c) => c.otherDocuments > 0 && !c.sameTextElsewhere,
    words: (c) => `${String(c.otherDocuments)} other documents changed at once`,
  },
  {
    weights: { agent: 2.5 },
    holds: (c) => c.rapid >= 4 && silent(c),
    words: (c) => `${String(c.rapid)} such changes within a second`,
  },
  {
    weights: { agent: 2, formatter: 0.5 },
    holds: (c) => c.changes > 1 && c.insertedLines > 1 && silent(c),
    words: (c) => `${String(c.changes)} places at once, over several lines`,
  },
  {
    weights: { pasted: 3 },
    holds: (c) => single(c) && c.copy && !c.completesWord,
    words: () => 'the same text stands elsewhere in this document',
  },
  {
    weights: { typed: 3.5 },
    holds: (c) => single(c) && c.completesWord,
    words: () => 'one word that completes the letters before it: a pick from the list',
  },
  {
    weights: { pasted: 2, suggestion: 1 },
    holds: (c) => single(c) && c.acceptKey,
    words: (c) => `one change of ${String(c.inserted)} characters and no key press`,
  },
  {
    weights: { pasted: 1.5, suggestion: 2 },
    holds: (c) => single(c) && !c.acceptKey,
    words: (c) => `one change of ${String(c.inserted)} characters and no key press`,
  },
  {
    weights: { suggestion: 2.5 },
    holds: (c) => single(c) && c.continuesTyping,
    words: () => 'it goes on where typing stopped',
  },
  {
    weights: { pasted: 1 },
    holds: (c) => single(c) && c.wholeLines,
    words: () => 'whole lines',
  },
  {
    weights: { typed: 2 },
    holds: (c) => c.active && silent(c) && c.inserted === 0 && c.changes === 1 && c.dirty,
    words: () => 'something was deleted',
  },
];

function single(c: ChangeFeatures): boolean {
  const byKey = c.lineBreak || c.spacing;
  const alone = c.changes === 1 && c.inserted > 1 && !byKey;
  return c.active && c.dirty && silent(c) && !c.saving && alone;
}

/**
 * Guesses who made a change: clues add log-odds to causes, the likeliest wins, and its share is the
 * confidence.
 */
export function attribute(change: ChangeFeatures): Attribution {
  const scores: Record<Cause, number> = { ...PRIOR };
  const found: Clue[] = [];
  for (const clue of CLUES) {
    if (!clue.holds(change)) continue;
    found.push(clue);
    for (const cause of CAUSES) scores[cause] += clue.weights[cause] ?? 0;
  }
  let best: Cause = 'unknown';
  let total = 0;
  for (const cause of CAUSES) {
    total += Math.exp(scores[cause]);
    if (scores[cause] > scores[best]) best = cause;
  }
  return {
    cause: best,
    confidence: Math.round((Math.exp(scores[best]) / total) * 100) / 100,
    evidence: found.filter((clue) => clue.weights[best]).map((clue) => clue.words(change)),
  };
}

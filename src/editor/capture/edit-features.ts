import type { ChangeFeatures } from './attribution';
import { isLineBreak, isSpacing } from './keystroke';
import type { PendingChange, SilentChange } from './pending-changes';
import { narrow, type AppliedChange } from './text-change';

/** What else was going on in the document and beside it. */
export interface Surroundings {
  readonly dirty: boolean;
  readonly acceptKey: boolean;
  /** When the last save began and ended; `undefined` when there was none. */
  readonly saveBegan: number | undefined;
  readonly saveEnded: number | undefined;
  /** The document before the change. */
  readonly before: string;
  /** Where and when the user typed last. */
  readonly typed: { readonly end: number; readonly at: number } | undefined;
  /** Changes that no key explains, in all documents, of late. */
  readonly recent: readonly SilentChange[];
}

/** Changes this close together count as one moment, in milliseconds. */
const MOMENT = 150;
/** A save that ends this long after a change had the change made. */
const SAVE_TAIL = 500;
/** A save without an end was one with nothing to save. */
const LONGEST_SAVE = 5_000;
const TYPING_STOPPED = 15_000;
/** Shorter texts stand elsewhere by chance. */
const COPY_LENGTH = 8;

/** Gathers what the clues of attribution look at. */
export function featuresOf(
  pending: PendingChange,
  applied: readonly AppliedChange[],
  around: Surroundings,
): ChangeFeatures {
  const { at, uri, reason, active, selection, acceptedAt } = pending;
  const first = applied[0];
  const text = first?.text ?? '';
  const removed = first?.removed ?? '';
  const others = around.recent.filter((one) => one.uri !== uri && Math.abs(one.at - at) <= MOMENT);
  const here = around.recent.filter(
    (one) => one.uri === uri && at - one.at <= 1000 && one.at <= at,
  );
  return {
    changes: applied.length,
    inserted: sum(applied, (change) => change.text.length),
    removed: sum(pending.changes, (change) => change.rangeLength),
    insertedLines: sum(applied, (change) => change.insertedLines),
    reason,
    selection,
    active,
    dirty: around.dirty || saved(around, at),
    acceptedAfter: acceptedAt === undefined ? undefined : acceptedAt - at,
    acceptKey: around.acceptKey,
    saving: saving(around, at),
    otherDocuments: new Set(others.map((one) => one.uri)).size,
    sameTextElsewhere: text !== '' && others.some((one) => one.text === text),
    lineBreak: isLineBreak(applied, pending.cursors),
    spacing: isSpacing(applied, pending.cursors),
    layoutOnly: applied.every(differsInLayoutOnly),
    copy: text.length >= COPY_LENGTH && around.before.includes(text),
    wholeLines: text.endsWith('\n'),
    completesWord: removed !== '' && /^[\w$]+$/.test(text) && text.startsWith(removed),
    continuesTyping:
      around.typed !== undefined &&
      first !== undefined &&
      at - around.typed.at <= TYPING_STOPPED &&
      first.offset + removed.length === around.typed.end,
    rapid: here.length,
  };
}

/** Whether the document was saved since a change, which then need not have left it dirty. */
function saved({ saveEnded }: Surroundings, at: number): boolean {
  return saveEnded !== undefined && saveEnded >= at;
}

function saving({ saveBegan, saveEnded }: Surroundings, at: number): boolean {
  const ended = saveEnded ?? -Infinity;
  const began = saveBegan ?? -Infinity;
  const isOpen = began <= at && at - began <= LONGEST_SAVE;
  const underWay = isOpen && (ended < began || ended >= at);
  return underWay || (ended >= at && ended - at <= SAVE_TAIL);
}

function differsInLayoutOnly(change: AppliedChange): boolean {
  const { removed, text } = narrow(change);
  return bare(removed) === bare(text);
}

/** What formatters put in and take out, put away. */
function bare(text: string): string {
  return text.replace(/[\s;,'"`]+/g, '');
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

import { narrow, type AppliedChange } from './text-change';

/** A stretch of a document that is followed through later changes; offsets in UTF-16 units. */
export interface FollowedRange {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Its end was cut or replaced: what is typed there next replaces it and belongs to it. */
  readonly openEnd: boolean;
}

/** Where the range stands after a change, and whether the change reached into it. */
export interface Followed {
  readonly range: FollowedRange;
  readonly touched: boolean;
}

/**
 * Follows a range through one change.
 *
 * What is put inside belongs to the range, and so does what is put at its start on the same line
 * (`await ` before an accepted call). Typing on after its end does not, unless the end was cut
 * before. A change that reaches across an end takes the range with it only within one line.
 */
export function followRange(
  range: FollowedRange,
  change: Pick<AppliedChange, 'offset' | 'removed' | 'text'>,
): Followed {
  const { start, end, openEnd } = range;
  const { offset, removed, text } = narrow(change);
  const removedEnd = offset + removed.length;
  const delta = text.length - removed.length;
  const moved = (from: number, to: number, open: boolean): Followed => ({
    range: { start: from, end: to, openEnd: open },
    touched: true,
  });
  const past: Followed = { range, touched: false };
  const shifted: Followed = {
    range: { start: start + delta, end: end + delta, openEnd },
    touched: false,
  };

  if (removed === '') {
    if (text === '' || offset > end) return past;
    if (offset < start) return shifted;
    if (offset > start && offset < end) return moved(start, end + delta, openEnd);
    const sameLine = !text.includes('\n');
    if (offset === end) {
      if (openEnd && sameLine) return moved(start, end + delta, true);
      return { range: { start, end, openEnd: false }, touched: false };
    }
    return sameLine ? moved(start, end + delta, openEnd) : shifted;
  }

  if (removedEnd <= start) return shifted;
  if (offset >= end) return past;
  if (offset >= start && removedEnd <= end) {
    return moved(start, end + delta, openEnd || removedEnd === end);
  }

  const before = removed.slice(0, Math.max(0, start - offset));
  const after = removed.slice(Math.max(0, end - offset));
  const sameLine = !(before + after + text).includes('\n');
  if (offset < start && removedEnd <= end) {
    return sameLine
      ? moved(offset, end + delta, openEnd || removedEnd === end)
      : moved(offset + text.length, end + delta, openEnd);
  }
  if (offset >= start) {
    return sameLine ? moved(start, offset + text.length, true) : moved(start, offset, false);
  }
  if (sameLine) return moved(offset, offset + text.length, true);
  // Swallowed by a larger change: it lives on where that change brings it back word for word.
  const inner = removed.slice(start - offset, end - offset);
  const again = inner === '' ? -1 : text.indexOf(inner);
  return again === -1
    ? moved(offset, offset, false)
    : moved(offset + again, offset + again + inner.length, openEnd);
}

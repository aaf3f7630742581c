import { diffLines } from 'diff';
import { narrow } from './text-change';

/** A stretch of whole lines that differs between two texts. */
export interface Hunk {
  /** Offset in the newer text. */
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** Line edits after which the comparison gives up and the texts count as one hunk. */
const MAX_EDITS = 500;

/** What differs between two texts, line by line, in order. */
export function hunksBetween(before: string, after: string): Hunk[] {
  const parts = diffLines(before, after, { maxEditLength: MAX_EDITS });
  if (!parts) {
    const { offset, removed, text } = narrow({ offset: 0, removed: before, text: after });
    return [{ offset, before: removed, after: text }];
  }
  const hunks: { offset: number; before: string; after: string }[] = [];
  let offset = 0;
  let open: { offset: number; before: string; after: string } | undefined;
  for (const part of parts) {
    if (part.added || part.removed) {
      if (!open) hunks.push((open = { offset, before: '', after: '' }));
      if (part.added) open.after += part.value;
      else open.before += part.value;
    } else open = undefined;
    if (!part.removed) offset += part.value.length;
  }
  return hunks;
}

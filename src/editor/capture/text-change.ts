/**
 * One replacement in a document, as the editor tells it: `vscode.TextDocumentContentChangeEvent`
 * has this shape. The changes of one event hold one after the other, each in the text that the one
 * before it left.
 */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** A replacement with what it removed. Offsets in UTF-16 units, lines counted from 0. */
export interface AppliedChange {
  readonly offset: number;
  readonly removed: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly removedLines: number;
  readonly insertedLines: number;
}

/** A replacement without the beginning and the end that it leaves as they were. */
export function narrow(change: Pick<AppliedChange, 'offset' | 'removed' | 'text'>): {
  offset: number;
  removed: string;
  text: string;
} {
  const { offset, removed, text } = change;
  const most = Math.min(removed.length, text.length);
  let head = 0;
  while (head < most && removed.charCodeAt(head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    removed.charCodeAt(removed.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail++;
  }
  return {
    offset: offset + head,
    removed: removed.slice(head, removed.length - tail),
    text: text.slice(head, text.length - tail),
  };
}

/** How many line ends a text has. */
export function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The line of an offset, counted from 0. */
export function lineOf(text: string, offset: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    lines++;
  }
  return lines;
}

/** The lines `from` to `to` (counted from 0, both included) without their last line end. */
export function linesBetween(text: string, from: number, to: number): string {
  let start = 0;
  for (let line = 0; line < from; line++) {
    const end = text.indexOf('\n', start);
    if (end === -1) return '';
    start = end + 1;
  }
  let end = start;
  for (let line = from; line <= to; line++) {
    const next = text.indexOf('\n', end);
    if (next === -1) return withoutReturn(text.slice(start));
    end = next + 1;
  }
  return withoutReturn(text.slice(start, end - 1));
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}

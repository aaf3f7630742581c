import type { Lines } from '../capture/followed-lines';
import { countLines, type AppliedChange, type TextChange } from '../capture/text-change';

/** One replacement as far as lines go; lines are counted from 0. */
export interface LineEdit {
  readonly line: number;
  readonly column: number;
  /** Line ends taken out and put in. */
  readonly removedLines: number;
  readonly insertedLines: number;
  /** Whether it begins and ends at the beginnings of lines, in the old text and in the new. */
  readonly whole: boolean;
}

/** A replacement as the editor tells it. */
export function lineEdit({ range: { start, end }, text }: TextChange): LineEdit {
  return {
    line: start.line,
    column: start.character,
    removedLines: end.line - start.line,
    insertedLines: countLines(text),
    whole: start.character === 0 && end.character === 0 && endsLine(text),
  };
}

/** The same of a replacement of which it is known what it removed. */
export function appliedLineEdit(change: AppliedChange): LineEdit {
  const { line, column, removed, removedLines, insertedLines, text } = change;
  const whole = column === 0 && endsLine(removed) && endsLine(text);
  return { line, column, removedLines, insertedLines, whole };
}

/** Lines of a document, kept where they stand while it is edited. Counted from 0, ends included. */
export class LineSet {
  #spans: Lines[] = [];

  /** In order, with at least a line between two. */
  get spans(): readonly Lines[] {
    return this.#spans;
  }

  get isEmpty(): boolean {
    return this.#spans.length === 0;
  }

  add(lines: Lines): void {
    let { from, to } = lines;
    const apart: Lines[] = [];
    for (const span of this.#spans) {
      if (span.to + 1 < from || span.from > to + 1) apart.push(span);
      else {
        from = Math.min(from, span.from);
        to = Math.max(to, span.to);
      }
    }
    this.#spans = [...apart, { from, to }].sort((a, b) => a.from - b.from);
  }

  remove({ from, to }: Lines): void {
    this.#spans = this.#spans.flatMap((span) => {
      if (span.to < from || span.from > to) return [span];
      return [
        ...(span.from < from ? [{ from: span.from, to: from - 1 }] : []),
        ...(span.to > to ? [{ from: to + 1, to: span.to }] : []),
      ];
    });
  }

  /** Moves what stands below an edit, and lets what it changes grow or shrink. */
  follow(edit: LineEdit): void {
    const delta = edit.insertedLines - edit.removedLines;
    const last = edit.line + edit.removedLines - (edit.whole ? 1 : 0);
    const before = this.#spans;
    this.#spans = [];
    for (const { from, to } of before) {
      if (last < from) this.add({ from: from + delta, to: to + delta });
      else if (edit.line > to) this.add({ from, to });
      else {
        const first = Math.min(from, edit.line);
        const end = Math.max(to, last) + delta;
        if (end >= first) this.add({ from: first, to: end });
      }
    }
  }

  clear(): void {
    this.#spans = [];
  }
}

/** The lines that an edit wrote; where it only took some out, the one that now stands there. */
export function written({ line, insertedLines, whole }: LineEdit): Lines {
  return { from: line, to: line + Math.max(0, insertedLines - (whole ? 1 : 0)) };
}

function endsLine(text: string): boolean {
  return text === '' || text.endsWith('\n');
}

import { countLines, type AppliedChange, type TextChange } from './text-change';

/** Stands for a character that was removed before it was seen. */
export const UNSEEN = '\0';

/**
 * The text of a document as of the changes looked at so far. The editor tells what a change put in,
 * never what it took out, and its own text runs ahead of changes that wait to be looked at; this one
 * gives both.
 */
export class Shadow {
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The text before `changes`, from the text after them; where a change removed something, it is
   * marked as unseen and `apply` gives it as empty.
   */
  static before(text: string, changes: readonly TextChange[]): Shadow {
    let before = text;
    for (let i = changes.length - 1; i >= 0; i--) {
      const change = changes[i];
      if (!change) continue;
      before =
        before.slice(0, change.rangeOffset) +
        UNSEEN.repeat(change.rangeLength) +
        before.slice(change.rangeOffset + change.text.length);
    }
    return new Shadow(before);
  }

  get text(): string {
    return this.#text;
  }

  /** Makes the change and tells what it removed. */
  apply(change: TextChange): AppliedChange {
    const { rangeOffset: offset, rangeLength: length, text, range } = change;
    const removed = this.#text.slice(offset, offset + length);
    this.#text = this.#text.slice(0, offset) + text + this.#text.slice(offset + length);
    return {
      offset,
      removed: removed.includes(UNSEEN) ? '' : removed,
      text,
      line: range.start.line,
      column: range.start.character,
      removedLines: range.end.line - range.start.line,
      insertedLines: countLines(text),
    };
  }
}

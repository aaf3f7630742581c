/** A place in a text: line and column, counted from 1; columns in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

/** Where the lines of a text begin, to turn offsets into lines and columns. */
export class LineTable {
  readonly #text: string;
  /** Offset of the first character of each line. */
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The place of an offset in UTF-16 units; what lies outside of the text is put at its nearer end. */
  placeOf(offset: number): Place {
    const at = Math.min(Math.max(0, offset), this.#text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
  }

  /** A line's text without its end; empty for one that is not there. */
  textOf(line: number): string {
    const start = this.#starts[line - 1];
    if (start === undefined) return '';
    return this.#text.slice(start, (this.#starts[line] ?? this.#text.length + 1) - 1).trimEnd();
  }
}

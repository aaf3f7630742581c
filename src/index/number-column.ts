import { grown } from './typed-arrays';

/** One number per document. */
export class NumberColumn {
  #values = new Float64Array(1024);

  set(document: number, value: number): void {
    this.#values = grown(this.#values, document + 1);
    this.#values[document] = value;
  }

  /** Takes the mark from each document whose number is below `least`, or `end` and above. */
  keep(marks: Uint8Array, least = -Infinity, end = Infinity): void {
    for (let document = 0; document < marks.length; document++) {
      const value = this.#values[document] ?? -Infinity;
      if (value < least || value >= end) marks[document] = 0;
    }
  }
}

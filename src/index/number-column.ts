import { grown } from './typed-arrays';

/** One number per document. */
export class NumberColumn {
  #values: Float64Array;

  constructor(values = new Float64Array(1024)) {
    this.#values = values;
  }

  set(document: number, value: number): void {
    this.#values = grown(this.#values, document + 1);
    this.#values[document] = value;
  }

  get(document: number): number {
    return this.#values[document] ?? 0;
  }

  /** The numbers of documents below `end`. */
  values(end: number): Float64Array {
    this.#values = grown(this.#values, end);
    return this.#values.subarray(0, end);
  }

  /** Takes the mark from each document whose number is below `least` or not below `end`. */
  keep(marks: Uint8Array, least: number, end: number): void {
    const values = this.#values;
    for (let document = 0; document < marks.length; document++) {
      const value = values[document] ?? Number.NaN;
      if (!(value >= least && value < end)) marks[document] = 0;
    }
  }
}

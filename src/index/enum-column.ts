import { grown } from './typed-arrays';

/** One property that takes few values, as a small number per document. */
export class EnumColumn {
  readonly #codes = new Map<string, number>();
  /** By document; 0: none. */
  #values = new Uint32Array(1024);

  set(document: number, value: string): void {
    let code = this.#codes.get(value);
    if (code === undefined) this.#codes.set(value, (code = this.#codes.size + 1));
    this.#values = grown(this.#values, document + 1);
    this.#values[document] = code;
  }

  clear(document: number): void {
    if (document < this.#values.length) this.#values[document] = 0;
  }

  /** Takes the mark from each document that has none of the values. */
  keep(marks: Uint8Array, values: readonly string[]): void {
    const wanted = new Uint8Array(this.#codes.size + 1);
    for (const value of values) {
      const code = this.#codes.get(value);
      if (code !== undefined) wanted[code] = 1;
    }
    for (let document = 0; document < marks.length; document++) {
      if (wanted[this.#values[document] ?? 0] !== 1) marks[document] = 0;
    }
  }
}

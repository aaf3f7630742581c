import { grown } from './typed-arrays';

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** One property that takes few values, as a number per document that is as narrow as can be. */
export class EnumColumn {
  readonly #codes = new Map<string, number>();
  readonly #names: string[] = [];
  /** By document; 0: none. */
  #values: Codes;

  /** With the names of codes 1, 2 … and the codes by document, where there are any. */
  constructor(names: readonly string[] = [], values: Codes = new Uint8Array(1024)) {
    for (const name of names) this.#code(name);
    this.#values = values;
  }

  set(document: number, value: string): void {
    const code = this.#code(value);
    this.#values = grown(this.#widened(code), document + 1);
    this.#values[document] = code;
  }

  clear(document: number): void {
    if (document < this.#values.length) this.#values[document] = 0;
  }

  /** Empty for a document that has none. */
  get(document: number): string {
    return this.#names[(this.#values[document] ?? 0) - 1] ?? '';
  }

  /** The names of codes 1, 2 …. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** The codes of documents below `end`. */
  codes(end: number): Codes {
    this.#values = grown(this.#values, end);
    return this.#values.subarray(0, end);
  }

  /** Takes the mark from each document that has none of the values. */
  keep(marks: Uint8Array, values: readonly string[]): void {
    const wanted = new Uint8Array(this.#names.length + 1);
    for (const value of values) {
      const code = this.#codes.get(value);
      if (code !== undefined) wanted[code] = 1;
    }
    const codes = this.#values;
    for (let document = 0; document < marks.length; document++) {
      if (wanted[codes[document] ?? 0] !== 1) marks[document] = 0;
    }
  }

  #code(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    this.#codes.set(value, this.#names.push(value));
    return this.#names.length;
  }

  #widened(code: number): Codes {
    const values = this.#values;
    if (code < 2 ** (values.BYTES_PER_ELEMENT * 8)) return values;
    return code < 0x10000 ? Uint16Array.from(values) : Uint32Array.from(values);
  }
}

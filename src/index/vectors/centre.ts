import type { Coding } from './coding';
import { int8, scaleOf } from './quantiser';

/** The mean of records, kept as they come and go. */
export class Centre {
  readonly #sum: Float64Array;
  #count = 0;

  constructor(recordLength: number) {
    this.#sum = new Float64Array(recordLength - 4);
  }

  add(record: Uint8Array): void {
    this.#weigh(record, 1);
  }

  remove(record: Uint8Array): void {
    this.#weigh(record, -1);
  }

  of(coding: Coding): Float32Array<ArrayBuffer> {
    const count = Math.max(1, this.#count);
    return coding.centre(this.#sum.map((sum) => sum / count));
  }

  #weigh(record: Uint8Array, sign: number): void {
    const values = int8(record);
    const scale = scaleOf(record) * sign;
    const sum = this.#sum;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (values[i] ?? 0) * scale;
    this.#count += sign;
  }
}

import { int8, scaleOf } from './quantised';
import type { Rotation } from './rotation';

/** The mean of the vectors of records, kept as they come and go. */
export class Centre {
  readonly #sum: Float64Array;
  #count = 0;

  constructor(dimensions: number) {
    this.#sum = new Float64Array(dimensions);
  }

  add(record: Uint8Array): void {
    this.#weigh(record, 1);
  }

  remove(record: Uint8Array): void {
    this.#weigh(record, -1);
  }

  /** The mean after the rotation, as codes are made by. */
  turned(rotation: Rotation): Float32Array<ArrayBuffer> {
    const count = Math.max(1, this.#count);
    return new Float32Array(rotation.turn(this.#sum.map((sum) => sum / count)));
  }

  #weigh(record: Uint8Array, sign: number): void {
    const values = int8(record);
    const scale = scaleOf(record) * sign;
    const sum = this.#sum;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (values[i] ?? 0) * scale;
    this.#count += sign;
  }
}

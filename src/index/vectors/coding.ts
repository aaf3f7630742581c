import { Rotation } from './rotation';

/** Codes are made of so many bits or whole multiples: few bits find too many wrong neighbours. */
const UNIT_BITS = 256;

/**
 * Makes binary codes of rotated vectors: a bit for each dimension, 1 where the vector is above a
 * centre. Of vectors with few dimensions further rotations give further bits.
 */
export class Coding {
  /** How many bits mean something. */
  readonly bits: number;
  /** In bytes; bits at the end that mean nothing are 0. */
  readonly codeLength: number;
  readonly #further: readonly Rotation[];
  readonly #expanded: Float64Array;

  /** `length`: the dimensions of the rotated vectors, a multiple of 16. */
  constructor(readonly length: number) {
    const rotations = Math.max(1, Math.floor(UNIT_BITS / length));
    this.#further = Array.from({ length: rotations - 1 }, (_, at) => new Rotation(length, at + 1));
    this.bits = rotations * length;
    this.codeLength = (Math.ceil(this.bits / UNIT_BITS) * UNIT_BITS) / 8;
    this.#expanded = new Float64Array(this.bits);
  }

  /** The centre of codes, for the mean of rotated vectors. */
  centre(mean: ArrayLike<number>): Float32Array<ArrayBuffer> {
    return new Float32Array(this.expand(mean));
  }

  /** Writes the code of a rotated vector, that is `values` times `scale`. */
  encode(
    values: ArrayLike<number>,
    scale: number,
    centre: ArrayLike<number>,
    code: Uint8Array,
  ): void {
    const expanded = this.expand(values);
    for (let byte = 0; byte < code.length; byte++) {
      let bits = 0;
      for (let bit = 0; bit < 8; bit++) {
        const i = byte * 8 + bit;
        if ((expanded[i] ?? 0) * scale > (centre[i] ?? 0)) bits |= 1 << bit;
      }
      code[byte] = bits;
    }
  }

  /** A value for each bit; good until the next call. */
  expand(values: ArrayLike<number>): ArrayLike<number> {
    if (this.#further.length === 0) return values;
    const expanded = this.#expanded;
    for (let i = 0; i < this.length; i++) expanded[i] = values[i] ?? 0;
    for (const [at, rotation] of this.#further.entries()) {
      expanded.set(rotation.turn(values), (at + 1) * this.length);
    }
    return expanded;
  }
}

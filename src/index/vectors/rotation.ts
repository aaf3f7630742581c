/** Codes have at least so many bits, however few the dimensions: more bits, fewer wrong neighbours. */
const FEWEST_BITS = 256;
/** Part of the format of frozen vectors: other signs make other codes. */
const SEED = 0x6d6e656d;

/**
 * A randomised Hadamard rotation: random signs, then the Walsh–Hadamard transform, which spreads
 * what a few dimensions hold over all of them, so that each sign of the outcome says as much as any
 * other (Ailon & Chazelle, 2009; before 1-bit codes as in RaBitQ, Gao & Long, 2024). Not normalised:
 * lengths grow by the root of `bits`. The same on every machine, for it only adds.
 */
export class Rotation {
  /** Dimensions after the rotation: a power of two. */
  readonly bits: number;
  readonly #signs: Float64Array;
  readonly #turned: Float64Array;

  constructor(readonly dimensions: number) {
    this.bits = FEWEST_BITS;
    while (this.bits < dimensions) this.bits *= 2;
    this.#signs = signs(dimensions);
    this.#turned = new Float64Array(this.bits);
  }

  get codeLength(): number {
    return this.bits / 8;
  }

  /** Turns the first `dimensions` of the values; the array is used again by the next call. */
  turn(values: ArrayLike<number>): Float64Array {
    const turned = this.#turned;
    const signs = this.#signs;
    turned.fill(0, this.dimensions);
    for (let i = 0; i < this.dimensions; i++) turned[i] = (signs[i] ?? 0) * (values[i] ?? 0);
    for (let half = 1; half < turned.length; half *= 2) {
      for (let from = 0; from < turned.length; from += 2 * half) {
        for (let i = from; i < from + half; i++) {
          const a = turned[i] ?? 0;
          const b = turned[i + half] ?? 0;
          turned[i] = a + b;
          turned[i + half] = a - b;
        }
      }
    }
    return turned;
  }

  /**
   * Writes the code of a vector, that is values times `scale`: one bit a dimension, 1 where the
   * turned vector is above the turned centre.
   */
  encode(
    values: ArrayLike<number>,
    scale: number,
    centre: ArrayLike<number>,
    code: Uint8Array,
  ): void {
    const turned = this.turn(values);
    for (let byte = 0; byte < code.length; byte++) {
      let bits = 0;
      for (let bit = 0; bit < 8; bit++) {
        const i = byte * 8 + bit;
        if ((turned[i] ?? 0) * scale > (centre[i] ?? 0)) bits |= 1 << bit;
      }
      code[byte] = bits;
    }
  }
}

/** +1 and −1 by xorshift (Marsaglia, 2003). */
function signs(count: number): Float64Array {
  let state = SEED;
  return new Float64Array(count).map(() => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state < 0 ? -1 : 1;
  });
}

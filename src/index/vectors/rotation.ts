/** Part of the format of frozen vectors: other draws make other codes. */
const SEED = 0x6d6e656d;

/**
 * A randomised Hadamard rotation: dimensions shuffled, signs drawn, then the Walsh–Hadamard
 * transform, so that what a few dimensions hold is spread over all: the sign of each says as much as
 * any other's, and none needs a finer scale (Ailon & Chazelle, 2009; before 1-bit codes as in
 * RaBitQ, Gao & Long, 2024). Dimensions that are no power of two are cut into blocks that are. The
 * same on every machine, for a seed that is always the same.
 */
export class Rotation {
  /** Dimensions after the rotation: filled up to a multiple of 16. */
  readonly length: number;
  readonly #signs: Float64Array;
  readonly #shuffled: Uint32Array;
  readonly #turned: Float64Array;

  /** Rotations of other numbers are others. */
  constructor(
    readonly dimensions: number,
    number = 0,
  ) {
    this.length = Math.ceil(dimensions / 16) * 16;
    const draw = draws(SEED + number);
    this.#signs = new Float64Array(this.length).map(() => (draw() < 0 ? -1 : 1));
    this.#shuffled = shuffled(this.length, draw);
    this.#turned = new Float64Array(this.length);
  }

  /** Lengths and angles stay. The array is used again by the next call. */
  turn(values: ArrayLike<number>): Float64Array {
    const turned = this.#turned;
    for (let i = 0; i < turned.length; i++) {
      turned[i] = (values[this.#shuffled[i] ?? 0] ?? 0) * (this.#signs[i] ?? 0);
    }
    this.#transform();
    return turned;
  }

  turnBack(values: ArrayLike<number>): Float32Array {
    const turned = this.#turned;
    for (let i = 0; i < turned.length; i++) turned[i] = values[i] ?? 0;
    // Its own inverse.
    this.#transform();
    const back = new Float32Array(this.dimensions);
    for (let i = 0; i < turned.length; i++) {
      back[this.#shuffled[i] ?? 0] = (turned[i] ?? 0) * (this.#signs[i] ?? 0);
    }
    return back;
  }

  #transform(): void {
    let from = 0;
    while (from < this.length) {
      const size = 2 ** (31 - Math.clz32(this.length - from));
      transform(this.#turned, from, from + size);
      from += size;
    }
  }
}

/** The Walsh–Hadamard transform of a part of `values`, whose length is a power of two. */
function transform(values: Float64Array, from: number, to: number): void {
  for (let half = 1; half < to - from; half *= 2) {
    for (let first = from; first < to; first += 2 * half) {
      for (let i = first; i < first + half; i++) {
        const a = values[i] ?? 0;
        const b = values[i + half] ?? 0;
        values[i] = a + b;
        values[i + half] = a - b;
      }
    }
  }
  const scale = 1 / Math.sqrt(to - from);
  for (let i = from; i < to; i++) values[i] = (values[i] ?? 0) * scale;
}

function shuffled(length: number, draw: () => number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const other = (draw() >>> 0) % (i + 1);
    const held = order[i] ?? 0;
    order[i] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}

/** 32 bits at a time by xorshift (Marsaglia, 2003). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  };
}

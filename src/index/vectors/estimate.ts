/**
 * Estimates dot products of one query with codes: the sum of the query's values over the bits that
 * are 1. The query keeps all its precision, so this tells neighbours apart far better than Hamming
 * distances do (asymmetric distance, as in product quantisation: Jégou et al., 2011), by a table of
 * sums for each byte of a code.
 */
export class Estimate {
  readonly #sums: Float32Array;

  /** `query`: a value for each bit that means something, from the centre of the codes on. */
  constructor(query: ArrayLike<number>, codeLength: number) {
    this.#sums = new Float32Array(codeLength * 256);
    for (let byte = 0; byte < codeLength; byte++) {
      const sums = this.#sums.subarray(byte * 256, (byte + 1) * 256);
      for (let bits = 1; bits < 256; bits++) {
        const highest = 31 - Math.clz32(bits);
        sums[bits] = (sums[bits ^ (1 << highest)] ?? 0) + (query[byte * 8 + highest] ?? 0);
      }
    }
  }

  of(code: Uint8Array): number {
    let sum = 0;
    for (let byte = 0; byte < code.length; byte++) {
      sum += this.#sums[byte * 256 + (code[byte] ?? 0)] ?? 0;
    }
    return sum;
  }
}

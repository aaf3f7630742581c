/** A set of small whole numbers, a bit for each; it grows by itself. */
export class KeySet {
  #bits: Uint32Array;

  /** @param bits one for each number from 0, 32 in a word */
  constructor(bits: Uint32Array = new Uint32Array(0)) {
    this.#bits = bits;
  }

  static of(keys: Iterable<number>): KeySet {
    const set = new KeySet();
    for (const key of keys) set.add(key);
    return set;
  }

  get bits(): Uint32Array {
    return this.#bits;
  }

  /** The greatest number that is in it; 0 when nothing is. */
  get greatest(): number {
    let word = this.#bits.length - 1;
    while (word >= 0 && this.#bits[word] === 0) word--;
    return word < 0 ? 0 : word * 32 + 31 - Math.clz32(this.#bits[word] ?? 0);
  }

  has(key: number): boolean {
    return ((this.#bits[key >>> 5] ?? 0) & (1 << (key & 31))) !== 0;
  }

  add(key: number): void {
    const word = key >>> 5;
    if (word >= this.#bits.length) {
      const grown = new Uint32Array(Math.max(word + 1, this.#bits.length * 2));
      grown.set(this.#bits);
      this.#bits = grown;
    }
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (key & 31));
  }

  delete(key: number): void {
    if (key >>> 5 < this.#bits.length)
      this.#bits[key >>> 5] = (this.#bits[key >>> 5] ?? 0) & ~(1 << (key & 31));
  }
}

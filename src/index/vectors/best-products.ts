import type { Scored } from '../top-scores';

/**
 * Keeps the greatest of many products. They are cut down only when there are twice too many, which
 * is quicker than a heap that is in order all the time.
 */
export class BestProducts {
  /** What is less is not among them. */
  floor: number;
  readonly #limit: number;
  readonly #ids: Uint32Array;
  readonly #products: Float32Array;
  #length = 0;

  /** At most `atOnce` may be added between two calls of `tighten`. */
  constructor(limit: number, floor: number, atOnce: number) {
    this.#limit = limit;
    this.floor = floor;
    this.#ids = new Uint32Array(limit * 2 + atOnce);
    this.#products = new Float32Array(this.#ids.length);
  }

  add(id: number, product: number): void {
    this.#ids[this.#length] = id;
    this.#products[this.#length++] = product;
  }

  tighten(): void {
    if (this.#length > this.#limit * 2) this.#cut();
  }

  /** The greatest first; of equals the one of the lower number. */
  take(): Scored[] {
    this.#cut();
    const kept = Array.from(this.#ids.subarray(0, this.#length), (id, at): Scored => [
      id,
      this.#products[at] ?? 0,
    ]);
    return kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }

  #cut(): void {
    if (this.#length <= this.#limit) return;
    const [ids, products] = [this.#ids, this.#products];
    const sorted = products.slice(0, this.#length).sort();
    const least = sorted[sorted.length - this.#limit] ?? Infinity;
    const above = sorted.length - 1 - sorted.lastIndexOf(least);
    const last = this.#idsOf(least)[this.#limit - above - 1] ?? 0;
    let kept = 0;
    for (let at = 0; at < this.#length; at++) {
      const [id, product] = [ids[at] ?? 0, products[at] ?? 0];
      if (product < least || (product === least && id > last)) continue;
      ids[kept] = id;
      products[kept++] = product;
    }
    this.#length = kept;
    this.floor = Math.max(this.floor, least);
  }
  /** In ascending order. */
  #idsOf(product: number): number[] {
    const ids: number[] = [];
    for (let at = 0; at < this.#length; at++) {
      if (this.#products[at] === product) ids.push(this.#ids[at] ?? 0);
    }
    return ids.sort((a, b) => a - b);
  }
}

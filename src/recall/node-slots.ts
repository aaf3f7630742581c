/**
 * Gives numbers (keys of nodes) places counted from 0, in the order in which they come, and forgets
 * them all at no cost. A hash table with open addressing; of no more than what is in it, so that it
 * stays in the processor's cache however many nodes the graph has.
 */
export class NodeSlots {
  #keys = new Uint32Array(1 << 12);
  #slots = new Uint32Array(1 << 12);
  /** In which round each cell was written; those of other rounds are empty. */
  #rounds = new Uint32Array(1 << 12);
  #round = 1;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#round++;
    this.#size = 0;
  }

  /** The place of a key, a new one (the size before) when it has none. */
  of(key: number): number {
    const cell = this.#cell(key);
    if (this.#rounds[cell] === this.#round) return this.#slots[cell] ?? 0;
    const slot = this.#size++;
    this.#put(cell, key, slot);
    if (this.#size * 2 > this.#keys.length) this.#grow();
    return slot;
  }

  #cell(key: number): number {
    const mask = this.#keys.length - 1;
    let cell = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.#rounds[cell] === this.#round && this.#keys[cell] !== key) cell = (cell + 1) & mask;
    return cell;
  }

  #put(cell: number, key: number, slot: number): void {
    this.#keys[cell] = key;
    this.#slots[cell] = slot;
    this.#rounds[cell] = this.#round;
  }

  #grow(): void {
    const [keys, slots, rounds] = [this.#keys, this.#slots, this.#rounds];
    const cells = keys.length * 2;
    this.#keys = new Uint32Array(cells);
    this.#slots = new Uint32Array(cells);
    this.#rounds = new Uint32Array(cells);
    for (let at = 0; at < keys.length; at++) {
      if (rounds[at] !== this.#round) continue;
      const key = keys[at] ?? 0;
      this.#put(this.#cell(key), key, slots[at] ?? 0);
    }
  }
}

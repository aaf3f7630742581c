/** Draws from a seed: the same seed gives the same draws on every machine. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Uniform in [0, 1). Mulberry32 (Tommy Ettinger, 2017). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to `end` - 1. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Any of them, all alike. */
  of<T>(all: readonly T[]): T {
    return this.#at(all, this.below(all.length));
  }

  /** The first often, the later ones ever more seldom: by Zipf's law with exponent 1. */
  zipf<T>(all: readonly T[]): T {
    return this.#at(all, Math.floor((all.length + 1) ** this.next()) - 1);
  }

  /** By shares that add up to 1. */
  shared<T extends string>(shares: Readonly<Record<T, number>>): T {
    let left = this.next();
    const names = Object.keys(shares) as T[];
    return names.find((name) => (left -= shares[name]) < 0) ?? this.#at(names, names.length - 1);
  }

  #at<T>(all: readonly T[], at: number): T {
    const one = all[at];
    if (one === undefined) throw new RangeError('Nothing to draw from');
    return one;
  }
}

/** A seed of its own for one thing among many. */
export function seedOf(seed: number, ...parts: readonly number[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  }
  return (hash ^ (hash >>> 13)) >>> 0;
}

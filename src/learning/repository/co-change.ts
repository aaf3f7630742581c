/** Commits that touch more files than this say nothing about which files belong together. */
export const CO_CHANGE_FILES = 30;
/** Only the newest commits are counted: what belonged together long ago may not today. */
export const CO_CHANGE_COMMITS = 20_000;
const MIN_SUPPORT = 4;
const MIN_CONFIDENCE = 0.4;
/** Pairs held at once; past it, pairs seen once are dropped (lossy counting, Manku & Motwani 2002). */
const PAIRS_HELD = 1_000_000;

/** Two files that change together; `a` sorts before `b`. */
export interface CoChange {
  a: string;
  b: string;
  /** Commits that touch both, and each. */
  both: number;
  countA: number;
  countB: number;
  /**
   * Share of the commits that touch either which touch both (Jaccard). It is symmetric, and falls
   * for a file that changes with everything, such as a list of all rules.
   */
  weight: number;
}

/** Counts which files change together. */
export class CoChangeCounter {
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #counts: number[] = [];
  readonly #pairs = new Map<number, number>();
  #commits = 0;

  /** Takes in one commit's files, by the names they bear today. */
  add(files: readonly string[]): void {
    if (this.#commits >= CO_CHANGE_COMMITS || files.length > CO_CHANGE_FILES) return;
    if (files.length === 0) return;
    this.#commits++;
    const numbers = files.map((file) => this.#number(file)).sort((x, y) => x - y);
    numbers.forEach((first, index) => {
      this.#counts[first] = (this.#counts[first] ?? 0) + 1;
      for (const second of numbers.slice(index + 1)) {
        const pair = first * 2 ** 26 + second;
        this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + 1);
      }
    });
    if (this.#pairs.size > PAIRS_HELD) this.#drop();
  }

  /** The pairs that hold: enough commits, and most of those of the rarer file; strongest first. */
  pairs(keep: (file: string) => boolean = () => true): CoChange[] {
    const found: CoChange[] = [];
    for (const [pair, both] of this.#pairs) {
      if (both < MIN_SUPPORT) continue;
      const first = Math.floor(pair / 2 ** 26);
      const second = pair % 2 ** 26;
      const countFirst = this.#counts[first] ?? 0;
      const countSecond = this.#counts[second] ?? 0;
      if (both / Math.min(countFirst, countSecond) < MIN_CONFIDENCE) continue;
      const x = this.#names[first] ?? '';
      const y = this.#names[second] ?? '';
      if (!keep(x) || !keep(y)) continue;
      const weight = both / (countFirst + countSecond - both);
      found.push(
        x < y
          ? { a: x, b: y, both, countA: countFirst, countB: countSecond, weight }
          : { a: y, b: x, both, countA: countSecond, countB: countFirst, weight },
      );
    }
    return found.sort(
      (p, q) => q.weight - p.weight || q.both - p.both || compare(p.a, q.a) || compare(p.b, q.b),
    );
  }

  #number(file: string): number {
    let number = this.#numbers.get(file);
    if (number === undefined) {
      number = this.#names.length;
      this.#names.push(file);
      this.#numbers.set(file, number);
    }
    return number;
  }

  #drop(): void {
    for (const [pair, count] of this.#pairs) if (count === 1) this.#pairs.delete(pair);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What came of one rule. */
export interface Tried {
  /** The family of its detector; undefined when it is advisory. */
  kind?: string | undefined;
  incorrect: number;
  flagged: number;
  correct: number;
  wronglyFlagged: number;
}

/** Sums over rules, and the shares they come to. */
export class Count {
  readonly #tried: Tried[] = [];

  add(tried: Tried): void {
    this.#tried.push(tried);
  }

  /** `coverage`, `recall` and `precision` as `bench/rules/main.ts` defines them, and per kind. */
  shares(): Record<string, unknown> {
    const kinds = [...new Set(this.#tried.flatMap(({ kind }) => (kind ? [kind] : [])))].sort();
    return {
      ...this.#of(() => true),
      by_kind: Object.fromEntries(
        kinds.map((kind) => [kind, this.#of((tried) => tried.kind === kind)]),
      ),
    };
  }

  #of(which: (tried: Tried) => boolean): Record<string, number> {
    const chosen = this.#tried.filter(which);
    const detected = chosen.filter(({ kind }) => kind !== undefined);
    const sum = (of: (tried: Tried) => number): number =>
      detected.reduce((all, tried) => all + of(tried), 0);
    const flagged = sum((tried) => tried.flagged);
    return {
      rules: chosen.length,
      coverage: share(detected.length, chosen.length),
      recall: share(
        flagged,
        sum(({ incorrect }) => incorrect),
      ),
      precision: share(flagged, flagged + sum(({ wronglyFlagged }) => wronglyFlagged)),
    };
  }
}

/** Rounded to four places; of nothing, nothing is missing. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 1e4) / 1e4;
}

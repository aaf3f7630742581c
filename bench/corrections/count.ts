/** Counts what became of pairs and sessions. */
export class Count {
  #pairs = 0;
  #captured = 0;
  #bounded = 0;
  #general = 0;
  #sessions = 0;
  #false = 0;
  readonly #also = new Map<string, { hits: number; of: number }>();

  pair(captured: boolean, bounded: boolean, general: boolean): void {
    this.#pairs++;
    this.#captured += Number(captured);
    this.#bounded += Number(bounded);
    this.#general += Number(general);
  }

  session(captured: boolean): void {
    this.#sessions++;
    this.#false += Number(captured);
  }

  /** A further share, by the name under which it is reported. */
  also(name: string, hit: boolean): void {
    const { hits, of } = this.#also.get(name) ?? { hits: 0, of: 0 };
    this.#also.set(name, { hits: hits + Number(hit), of: of + 1 });
  }

  add(other: Count): void {
    for (const [name, { hits, of }] of other.#also) {
      const mine = this.#also.get(name) ?? { hits: 0, of: 0 };
      this.#also.set(name, { hits: mine.hits + hits, of: mine.of + of });
    }
    this.#pairs += other.#pairs;
    this.#captured += other.#captured;
    this.#bounded += other.#bounded;
    this.#general += other.#general;
    this.#sessions += other.#sessions;
    this.#false += other.#false;
  }

  /** `times` is how often each pair was carried out. */
  shares(times: number): Record<string, number> {
    const share = (part: number, of: number): number =>
      Math.round((1000 * part) / Math.max(1, of)) / 1000;
    return {
      pairs: this.#pairs / times,
      capture: share(this.#captured, this.#pairs),
      bounded: share(this.#bounded, this.#captured),
      generalised: share(this.#general, this.#captured),
      sessions_without: this.#sessions / times,
      false_capture: share(this.#false, this.#sessions),
      ...Object.fromEntries(
        [...this.#also].map(([name, { hits, of }]) => [name, share(hits, of)] as const),
      ),
    };
  }
}

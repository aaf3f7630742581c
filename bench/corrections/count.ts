/** Counts what became of pairs and sessions. */
export class Count {
  #pairs = 0;
  #captured = 0;
  #bounded = 0;
  #general = 0;
  #sessions = 0;
  #false = 0;

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

  add(other: Count): void {
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
    };
  }
}

/**
 * Takes secrets out of texts; returns as many texts, in the same order. The same text always comes
 * back the same.
 */
export type Redact = (texts: readonly string[]) => Promise<string[]>;

/** Fields that hold ids: names that other rows go by. They are made by us and are no texts. */
const IDS: ReadonlySet<string> = new Set([
  'id',
  'memory',
  'exposure',
  'receipt',
  'session',
  'suggestion',
  'ref',
  'signals',
]);

/**
 * Takes the secrets out of every text in whatever is about to be written, however deep it lies.
 * Lives for one write and remembers what it has seen, so that what was cleaned ahead of the
 * transaction costs nothing within it.
 */
export class Cleaning {
  readonly #redact: Redact;
  readonly #seen = new Map<string, string>();

  constructor(redact: Redact) {
    this.#redact = redact;
  }

  /** The same values without secrets; a value that holds none comes back itself. */
  async clean<T>(values: readonly T[]): Promise<T[]> {
    const fresh = new Set<string>();
    for (const value of values) this.#collect(value, fresh);
    if (fresh.size > 0) {
      const texts = [...fresh];
      const redacted = await this.#redact(texts);
      if (redacted.length !== texts.length) throw new Error('Redact lost or added texts');
      texts.forEach((text, i) => this.#seen.set(text, redacted[i] ?? ''));
    }
    return values.map((value) => this.#replace(value));
  }

  #collect(value: unknown, fresh: Set<string>): void {
    if (typeof value === 'string') {
      if (!this.#seen.has(value)) fresh.add(value);
    } else if (Array.isArray(value)) {
      for (const item of value) this.#collect(item, fresh);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, field] of Object.entries(value)) {
        if (!IDS.has(name)) this.#collect(field, fresh);
      }
    }
  }

  #replace<T>(value: T): T {
    return this.#replaced(value) as T;
  }

  #replaced(value: unknown): unknown {
    if (typeof value === 'string') return this.#seen.get(value) ?? value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const items = value.map((item: unknown) => this.#replaced(item));
      return items.some((item, i) => item !== value[i]) ? items : (value as unknown);
    }
    const before: [string, unknown][] = Object.entries(value);
    const after = before.map(([name, field]): [string, unknown] => [
      name,
      IDS.has(name) ? field : this.#replaced(field),
    ]);
    return after.some(([, field], i) => field !== before[i]?.[1])
      ? Object.fromEntries(after)
      : value;
  }
}

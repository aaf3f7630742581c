/** Something that may be chosen. */
export interface Choosable {
  /** What it is worth by itself, above 0. */
  readonly value: number;
  /** What it speaks of, each with the share of its value that rests on it; shares add up to 1. */
  readonly terms: ReadonlyMap<string, number>;
  /** About what it costs; cheap to tell. */
  readonly estimate: number;
  /** What it costs exactly; asked only of what may be chosen. */
  cost(): number;
}

/** How the worth of a choice is reckoned, and how it is looked for. */
export interface ChoiceWeights {
  /** The share of an item's value that counts only where nothing chosen says it already, 0 to 1. */
  readonly diversity: number;
  /** Powers of the cost by which gains are divided: 0 takes the best first, 1 the best per token. */
  readonly costScales: readonly number[];
}

/** An item whose estimate is so many times what is left is not looked into. */
const FAR_OVER = 1.3;

/**
 * Chooses items worth as much as possible within a budget; returns their indices in the order in
 * which they were taken, ties to the first.
 *
 * The worth of a set S is Σᵢ (1 − d)·vᵢ + d·Σₜ maxᵢ vᵢ·aᵢₜ, d being the diversity and aᵢₜ the share
 * of term t in item i: what is said twice counts half, in the manner of MMR (Carbonell & Goldstein
 * 1998), but as a monotone submodular function. Greedily the item with the greatest gain per scaled
 * cost goes in, for each scale anew, and the worthiest of these choices and of the single items wins
 * (Lin & Bilmes 2010). With the scale 1 among them it is within 1 − 1/√e of the best there is; theirs
 * too did best in practice with a smaller one.
 */
export function choose(
  items: readonly Choosable[],
  budget: number,
  { diversity, costScales }: ChoiceWeights,
): number[] {
  const worth = new Worth(items, diversity);
  const fits = (index: number, left: number): boolean => {
    const item = items[index];
    return item !== undefined && item.estimate <= FAR_OVER * left && item.cost() <= left;
  };
  let best: { value: number; chosen: number[] } = { value: 0, chosen: [] };
  for (const scale of costScales) {
    const found = greedy(items, budget, worth, scale, fits);
    if (found.value > best.value) best = found;
  }
  for (const [index, { value }] of items.entries()) {
    if (value > best.value && fits(index, budget)) best = { value, chosen: [index] };
  }
  return best.chosen;
}

/**
 * Gains only fall as the set grows, so one reckoned earlier is a bound, and is reckoned anew only
 * when it is the greatest (Minoux 1978).
 */
function greedy(
  items: readonly Choosable[],
  budget: number,
  worth: Worth,
  scale: number,
  fits: (index: number, left: number) => boolean,
): { value: number; chosen: number[] } {
  worth.clear();
  const rates = items.map(({ estimate }) => Math.max(estimate, 1) ** -scale);
  const bounds = items.map(({ value }, index) => value * (rates[index] ?? 0));
  const open = new Set(items.keys());
  const chosen: number[] = [];
  let value = 0;
  let left = budget;
  while (open.size > 0) {
    const next = greatest(open, bounds);
    const gain = worth.gain(next);
    const rate = gain * (rates[next] ?? 0);
    if (rate < (bounds[next] ?? 0)) {
      bounds[next] = rate;
      continue;
    }
    open.delete(next);
    if (!fits(next, left)) continue;
    value += gain;
    worth.add(next);
    left -= items[next]?.cost() ?? 0;
    chosen.push(next);
  }
  return { value, chosen };
}

function greatest(among: Iterable<number>, values: readonly number[]): number {
  let best = -1;
  for (const index of among) {
    if (best < 0 || (values[index] ?? 0) > (values[best] ?? 0)) best = index;
  }
  return best;
}

/** The worth of a growing set: what each item would add to it. */
class Worth {
  readonly #diversity: number;
  readonly #own: Float64Array;
  /** Of each item its terms, as places in `#said`, and what it says of each. */
  readonly #terms: { places: Uint32Array; values: Float64Array }[];
  /** The most that anything in the set says of each term. */
  readonly #said: Float64Array;

  constructor(items: readonly Choosable[], diversity: number) {
    const places = new Map<string, number>();
    this.#diversity = diversity;
    this.#own = Float64Array.from(items, ({ value }) => value * (1 - diversity));
    this.#terms = items.map(({ value, terms }) => {
      const own = { places: new Uint32Array(terms.size), values: new Float64Array(terms.size) };
      let at = 0;
      for (const [term, share] of terms) {
        const place = places.get(term) ?? places.size;
        places.set(term, place);
        own.places[at] = place;
        own.values[at++] = value * share;
      }
      return own;
    });
    this.#said = new Float64Array(places.size);
  }

  clear(): void {
    this.#said.fill(0);
  }

  gain(index: number): number {
    const own = this.#terms[index];
    if (!own) return 0;
    let unsaid = 0;
    for (let at = 0; at < own.places.length; at++) {
      const value = own.values[at] ?? 0;
      const said = this.#said[own.places[at] ?? 0] ?? 0;
      if (value > said) unsaid += value - said;
    }
    return (this.#own[index] ?? 0) + this.#diversity * unsaid;
  }

  add(index: number): void {
    const own = this.#terms[index];
    if (!own) return;
    for (const [at, place] of own.places.entries()) {
      this.#said[place] = Math.max(this.#said[place] ?? 0, own.values[at] ?? 0);
    }
  }
}

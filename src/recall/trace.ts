import type { EdgeLabel } from './adjacency';
import { NodeSlots } from './node-slots';

const FIRST_CAPACITY = 1 << 12;
/** Of so many times the nodes that are wanted, those with most energy are kept. */
const SORTED_AT_ONCE = 4;

/**
 * Where the energy of seeds went, seed by seed, each node that a seed's energy reached by a place
 * of its own. From a place the way back to its seed can be told.
 */
export class Trace {
  readonly #slots = new NodeSlots();
  /** Where the seed under way begins. */
  #first = 0;
  #length = 0;
  #nodes = new Uint32Array(FIRST_CAPACITY);
  #parents = new Uint32Array(FIRST_CAPACITY);
  #labels = new Uint16Array(FIRST_CAPACITY);
  /** The step in which the node was first reached; ways lead through earlier ones only. */
  #hops = new Uint16Array(FIRST_CAPACITY);
  #strongest = new Float64Array(FIRST_CAPACITY);
  #arrived = new Float64Array(FIRST_CAPACITY);
  #waiting = new Float64Array(FIRST_CAPACITY);
  /** The step in which a place was last put on the list of those reached. */
  #listed = new Uint16Array(FIRST_CAPACITY);

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  /** Begins with the energy of another seed; returns the seed's place. */
  begin(seed: number, energy: number): number {
    this.#slots.clear();
    this.#first = this.#length;
    const at = this.#place(seed, 0);
    this.#waiting[at] = energy;
    return at;
  }

  node(at: number): number {
    return this.#nodes[at] ?? 0;
  }

  /** All the energy of its seed that came there. */
  arrived(at: number): number {
    return this.#arrived[at] ?? 0;
  }

  /** Energy that came and has not gone on. */
  waiting(at: number): number {
    return this.#waiting[at] ?? 0;
  }

  /** Takes the energy that waits, to send it on. */
  take(at: number): number {
    const energy = this.#waiting[at] ?? 0;
    this.#waiting[at] = 0;
    return energy;
  }

  /**
   * Notes energy that comes to a node; what comes back to the seed is dropped.
   *
   * @returns the node's place, when it is the first to come in this step
   */
  arrive(
    node: number,
    energy: number,
    from: number,
    label: EdgeLabel,
    hop: number,
  ): number | undefined {
    if (energy <= 0) return undefined;
    const at = this.#place(node, hop);
    if (at === this.#first) return undefined;
    this.#arrived[at] = (this.#arrived[at] ?? 0) + energy;
    this.#waiting[at] = (this.#waiting[at] ?? 0) + energy;
    if (energy > (this.#strongest[at] ?? 0) && (this.#hops[from] ?? 0) < (this.#hops[at] ?? 0)) {
      this.#strongest[at] = energy;
      this.#parents[at] = from;
      this.#labels[at] = label;
    }
    if (this.#listed[at] === hop) return undefined;
    this.#listed[at] = hop;
    return at;
  }

  /** The way to a place from its seed: of the ways of fewest steps, by which most came. */
  way(at: number): { seed: number; steps: { label: EdgeLabel; node: number }[] } {
    const steps: { label: EdgeLabel; node: number }[] = [];
    let place = at;
    for (; (this.#hops[place] ?? 0) > 0; place = this.#parents[place] ?? 0) {
      steps.push({ label: this.#labels[place] ?? 0, node: this.node(place) });
    }
    return { seed: this.node(place), steps: steps.reverse() };
  }

  #place(node: number, hop: number): number {
    const at = this.#first + this.#slots.of(node);
    if (at < this.#length) return at;
    if (at >= this.#nodes.length) this.#grow();
    this.#length = at + 1;
    this.#nodes[at] = node;
    this.#hops[at] = hop;
    this.#strongest[at] = 0;
    this.#arrived[at] = 0;
    this.#waiting[at] = 0;
    this.#listed[at] = 0;
    return at;
  }

  #grow(): void {
    const capacity = this.#nodes.length * 2;
    const wider = <T extends Uint32Array | Uint16Array | Float64Array>(from: T, into: T): T => {
      into.set(from);
      return into;
    };
    this.#nodes = wider(this.#nodes, new Uint32Array(capacity));
    this.#parents = wider(this.#parents, new Uint32Array(capacity));
    this.#labels = wider(this.#labels, new Uint16Array(capacity));
    this.#hops = wider(this.#hops, new Uint16Array(capacity));
    this.#strongest = wider(this.#strongest, new Float64Array(capacity));
    this.#arrived = wider(this.#arrived, new Float64Array(capacity));
    this.#waiting = wider(this.#waiting, new Float64Array(capacity));
    this.#listed = wider(this.#listed, new Uint16Array(capacity));
  }
}

/** A place in a trace, with what came to its node from all seeds. */
export type Total = { node: number; energy: number; at: number };

/** Adds up, over the seeds, what came to each node. */
export class Totals {
  readonly #slots = new NodeSlots();
  #energies = new Float64Array(FIRST_CAPACITY);
  /** Of the seed that sent most. */
  #places = new Uint32Array(FIRST_CAPACITY);

  clear(): void {
    this.#slots.clear();
  }

  add(trace: Trace, at: number): void {
    const before = this.#slots.size;
    const slot = this.#slots.of(trace.node(at));
    if (slot === before) {
      if (slot >= this.#energies.length) this.#grow();
      this.#energies[slot] = trace.arrived(at);
      this.#places[slot] = at;
      return;
    }
    this.#energies[slot] = (this.#energies[slot] ?? 0) + trace.arrived(at);
    if (trace.arrived(at) > trace.arrived(this.#places[slot] ?? 0)) this.#places[slot] = at;
  }

  /** The nodes with the most energy, the most first; of equal ones the older node first. */
  strongest(trace: Trace, limit: number, told: (node: number) => boolean): Total[] {
    let best: Total[] = [];
    let floor = 0;
    const cut = (): void => {
      best.sort((a, b) => b.energy - a.energy || a.node - b.node);
      best = best.slice(0, limit);
      if (best.length === limit) floor = best.at(-1)?.energy ?? 0;
    };
    for (let slot = 0; slot < this.#slots.size; slot++) {
      const energy = this.#energies[slot] ?? 0;
      if (energy < floor) continue;
      const at = this.#places[slot] ?? 0;
      const node = trace.node(at);
      if (!told(node)) continue;
      best.push({ node, energy, at });
      if (best.length === SORTED_AT_ONCE * limit) cut();
    }
    cut();
    return best;
  }

  #grow(): void {
    const energies = new Float64Array(this.#energies.length * 2);
    energies.set(this.#energies);
    this.#energies = energies;
    const places = new Uint32Array(this.#places.length * 2);
    places.set(this.#places);
    this.#places = places;
  }
}

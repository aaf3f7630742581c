import { lowerBound, mean } from '../learning/quality';
import type { Clock } from '../memory/clock';
import type { Edge } from '../memory/edge';
import type { Entity } from '../memory/entity';
import { entityId } from '../memory/entity-id';
import type { Memory } from '../memory/memory';
import type { Signal } from '../memory/signal';
import type { GraphSlice, MemoryCard, MemoryRow, Parsed } from '../protocol/engine-api';
import type { Store } from '../store/store';
import type { ReadySearch } from './ready-search';

/** Edges looked at for each node on the way; a hub has thousands and none of them matters. */
const EDGES_PER_NODE = 40;
/** Showings and outcomes that a card lists. */
const CARD_ROWS = 20;

/** Answers what a person looks at: lists, cards, neighbourhoods. Changes nothing. */
export class Library {
  readonly #store: Store;
  readonly #search: ReadySearch;
  readonly #clock: Clock;

  constructor(store: Store, search: ReadySearch, clock: Clock) {
    this.#store = store;
    this.#search = search;
    this.#clock = clock;
  }

  async list(filter: Parsed<'list'>): Promise<MemoryRow[]> {
    return this.#rows(await this.#store.listMemories(filter));
  }

  async find({ text, limit }: Parsed<'find'>): Promise<MemoryRow[]> {
    const hits = await this.#search.search({ text, limit, types: ['memory'], typing: true });
    return this.#rows(await this.#store.memories(hits.map((hit) => hit.id)));
  }

  async activity({ limit, repo, kinds, text }: Parsed<'activity'>): Promise<Signal[]> {
    if (text === undefined) return this.#store.signals({ limit, repo, kinds });
    const hits = await this.#search.search({
      text,
      limit,
      types: ['signal'],
      ...(repo !== undefined && { repo }),
    });
    return this.#store.signalsById(hits.map((hit) => hit.id));
  }

  async card(id: string): Promise<MemoryCard | null> {
    const memory = await this.#store.memory(id);
    if (memory === undefined) return null;
    const [exposures, outcomes, journal] = await Promise.all([
      this.#store.exposuresOf(id, CARD_ROWS),
      this.#store.outcomesOf(id, CARD_ROWS),
      this.#store.journalOf(id, CARD_ROWS),
    ]);
    return { ...this.#row(memory), exposures, outcomes, journal };
  }

  async entityOf({ kind, name, repo }: Parsed<'entityOf'>): Promise<Entity | null> {
    return (await this.#store.entity(entityId(kind, name, repo))) ?? null;
  }

  /** Walks outwards hop by hop, the strongest edges first, until `limit` nodes are in. */
  async neighbourhood({ id, hops, limit }: Parsed<'neighbourhood'>): Promise<GraphSlice | null> {
    const seen = new Set([id]);
    const edges = new Map<string, Edge>();
    const outside = new Set<string>();
    let frontier = [id];
    for (let hop = 0; hop < hops && frontier.length > 0; hop++) {
      const next: string[] = [];
      for (const edge of await this.#store.edgesOf(frontier, EDGES_PER_NODE)) {
        for (const node of [edge.from, edge.to]) {
          if (seen.has(node)) continue;
          if (seen.size >= limit) outside.add(node);
          else {
            seen.add(node);
            next.push(node);
          }
        }
        edges.set(`${edge.from} ${edge.type} ${edge.to}`, edge);
      }
      frontier = next;
    }
    const nodes = [...seen];
    const [memories, entities] = await Promise.all([
      this.#store.memories(nodes),
      this.#store.entities(nodes),
    ]);
    if (![...memories, ...entities].some((node) => node.id === id)) return null;
    return {
      centre: id,
      memories,
      entities,
      edges: [...edges.values()].filter((edge) => seen.has(edge.from) && seen.has(edge.to)),
      more: outside.size,
      ratings: Object.fromEntries(memories.map((memory) => [memory.id, this.#rating(memory)])),
    };
  }

  #rows(memories: readonly Memory[]): MemoryRow[] {
    return memories.map((memory) => this.#row(memory));
  }

  #row(memory: Memory): MemoryRow {
    return { memory, ...this.#rating(memory) };
  }

  #rating(memory: Memory): { mean: number; lowerBound: number } {
    const now = this.#clock.now();
    return { mean: mean(memory, now), lowerBound: lowerBound(memory, now) };
  }
}

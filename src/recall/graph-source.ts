import type { Edge, EdgeType } from '../memory/edge';
import type { Activation } from './spreading';

/** What is told of nodes that have very many edges. */
export interface NarrowedEdges {
  /** So many of each node: those to its youngest neighbours, and to the oldest of all. */
  readonly most: number;
  /** Neighbours that were learned at that time or later are passed by. */
  readonly asOf?: number | undefined;
}

/** The graph as recall uses it. */
export interface GraphSource {
  /**
   * The memories that energy from these nodes reaches, those with most of it, at most `limit`; ids
   * that are no node's send nothing. See `PageRank`.
   *
   * @param asOf what was learned at that time or later is passed by, milliseconds since 1970
   */
  spread(
    seeds: ReadonlyMap<string, number>,
    limit: number,
    asOf?: number,
  ): Promise<Map<string, Activation>>;
  /** Edges of these types from and to these nodes, in no order. */
  edgesOf(
    ids: readonly string[],
    types: readonly EdgeType[],
    narrowed?: NarrowedEdges,
  ): Promise<Edge[]>;
  /** Names or texts of nodes, cut short, for a person to read; unknown ids are missing. */
  labels(ids: readonly string[]): Promise<Map<string, string>>;
}

import type { Edge, EdgeType } from '../memory/edge';
import type { Activation } from './spreading';

/** The graph as recall uses it. */
export interface GraphSource {
  /**
   * The memories that energy from these nodes reaches, those with most of it, at most `limit`; ids
   * that are no node's send nothing. See `PageRank`.
   */
  spread(seeds: ReadonlyMap<string, number>, limit: number): Promise<Map<string, Activation>>;
  /** Edges of these types from and to these nodes, in no order. */
  edgesOf(ids: readonly string[], types: readonly EdgeType[]): Promise<Edge[]>;
  /** Names or texts of nodes, cut short, for a person to read; unknown ids are missing. */
  labels(ids: readonly string[]): Promise<Map<string, string>>;
}

import type { Edge } from '../memory/edge';

/** The graph as recall travels it. */
export interface GraphSource {
  /** Edges from and to each of the nodes, the strongest first, at most `limitPerNode` of each. */
  edgesOf(ids: readonly string[], limitPerNode: number): Promise<Edge[]>;
  /** Names or texts of nodes, cut short, for a person to read; unknown ids are missing. */
  labels(ids: readonly string[]): Promise<Map<string, string>>;
}

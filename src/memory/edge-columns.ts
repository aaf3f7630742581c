/** The heaviest weight of an edge in columns: weights of (0, 1] are whole numbers from 1 to this. */
export const FULL_WEIGHT = 1023;

/**
 * Edges as columns of numbers, for millions of them at once. Nodes go by the store's integer keys,
 * types by their place in `EDGE_TYPES`. All columns are as long.
 */
export interface EdgeColumns {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly type: Uint8Array;
  /** 1 to `FULL_WEIGHT`. */
  readonly weight: Uint16Array;
}

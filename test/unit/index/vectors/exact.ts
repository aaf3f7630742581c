/** What the index is held to: cosines as the textbook has them, of vectors that have a direction. */
function exactCosines(
  vectors: ReadonlyMap<number, ArrayLike<number>>,
  query: ArrayLike<number>,
): Map<number, number> {
  return new Map([...vectors].map(([id, vector]) => [id, dot(vector, query)]));
}

/** The ids of the greatest, at most `limit`. */
function greatest(cosines: ReadonlyMap<number, number>, limit: number): number[] {
  return [...cosines]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([id]) => id);
}

/** Which part of the `limit` nearest, over all queries, a search finds among its first. */
export function recallOf(
  vectors: ReadonlyMap<number, ArrayLike<number>>,
  queries: readonly Float32Array[],
  limit: number,
  find: (query: Float32Array) => readonly (readonly [id: number, score: number])[],
): number {
  let right = 0;
  for (const query of queries) {
    const found = new Set(find(query).map(([id]) => id));
    right += greatest(exactCosines(vectors, query), limit).filter((id) => found.has(id)).length;
  }
  return right / (limit * queries.length);
}

/** The most by which a search's cosines are off. */
export function errorOf(
  found: readonly (readonly [id: number, score: number])[],
  vectors: ReadonlyMap<number, ArrayLike<number>>,
  query: ArrayLike<number>,
): number {
  const off = ([id, score]: readonly [number, number]): number =>
    Math.abs(score - dot(vectors.get(id) ?? [], query));
  return Math.max(0, ...found.map(off));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let product = 0;
  let left = 0;
  let right = 0;
  for (let i = 0; i < b.length; i++) {
    const x = a[i] ?? NaN;
    const y = b[i] ?? NaN;
    product += x * y;
    left += x * x;
    right += y * y;
  }
  return product / Math.sqrt(left * right);
}

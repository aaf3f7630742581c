import { TopScores, type Scored } from '../top-scores';
import type { Kernel } from './kernel';
import { cosineOf, recordLength, type QuantisedQuery } from './quantised';
import { Rows, type Marks } from './rows';

/** The int8 records of vectors, side by side, found by their cosine. */
export class Records {
  readonly rows: Rows;

  constructor(kernel: Kernel, dimensions: number) {
    const length = recordLength(dimensions);
    this.rows = new Rows(kernel, length, (length - 4) * 2);
  }

  /**
   * The rows nearest by cosine, as `name` names them, of those at least as near as `similarity`;
   * the best first, at most `limit`.
   */
  nearest(
    { values, scale }: QuantisedQuery,
    limit: number,
    similarity: number,
    name: (row: number) => number,
    marks?: Marks,
  ): Scored[] {
    const top = new TopScores(limit);
    const query = new Uint8Array(values.buffer);
    // A little lower, as the kernel rounds to 32 bits; what is too far is left out below.
    const least = (similarity - 1e-6) / scale;
    this.rows.scan(
      query,
      marks,
      (kernel, block) => kernel.dots(block, Math.max(least, top.floor)),
      (row, pairs, at) => {
        const product = pairs.getFloat32(at, true);
        if (cosineOf(product, scale) >= similarity) top.offer(name(row), product);
      },
    );
    return top.take().map(([id, product]) => [id, cosineOf(product, scale)]);
  }
}

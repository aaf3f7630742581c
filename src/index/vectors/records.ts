import type { Scored } from '../top-scores';
import { BestProducts } from './best-products';
import type { Kernel } from './kernel';
import { cosineOf, type QuantisedQuery } from './quantiser';
import { BLOCK, Rows, type Marks } from './rows';

/** A little lower than asked, as a kernel rounds to 32 bits; what is too far is left out at the end. */
const ROUNDING = 1e-6;

/** The int8 records of vectors, side by side, found by their cosine. */
export class Records {
  readonly rows: Rows;

  constructor(kernel: Kernel, recordLength: number) {
    this.rows = new Rows(kernel, recordLength, (recordLength - 4) * 2);
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
    if (limit < 1) return [];
    const best = new BestProducts(limit, (similarity - ROUNDING) / scale, BLOCK);
    this.rows.scan(
      new Uint8Array(values.buffer),
      marks,
      (kernel, block) => {
        best.tighten();
        return kernel.dots(block, best.floor);
      },
      (row, pairs, at) => best.add(name(row), pairs.getFloat32(at, true)),
    );
    return best
      .take()
      .map(([id, product]): Scored => [id, cosineOf(product, scale)])
      .filter(([, cosine]) => cosine >= similarity);
  }
}

import type { Ranked } from './ranked';
import { renderedItem, renderedPack } from './rendering';
import type { TokenCount } from './token-count';

/** A memory that fitted, as it is shown. */
export type Packed = { ranked: Ranked; rendered: string; tokens: number };

/** What fitted into a budget; `tokens` are those of `rendered`, marks and heading included. */
export type Packing = {
  packed: Packed[];
  rendered: string;
  tokens: number;
  overBudget: number;
};

/**
 * Takes memories in their order as long as they fit, each whole; one that is too long is left out
 * and shorter ones behind it still have their chance.
 */
export function packWithin(
  budget: number,
  receipt: string,
  ranked: readonly Ranked[],
  count: TokenCount,
): Packing {
  const frame = count(renderedPack(receipt, ['']));
  const packed: Packed[] = [];
  let spent = frame;
  for (const one of ranked) {
    const rendered = renderedItem(one.memory, packed.length + 1);
    const tokens = count(rendered);
    if (spent + tokens > budget) continue;
    packed.push({ ranked: one, rendered, tokens });
    spent += tokens;
  }
  let rendered = renderedPack(
    receipt,
    packed.map((item) => item.rendered),
  );
  // Tokens may join across a seam in another way than they were counted.
  while (count(rendered) > budget && packed.pop()) {
    rendered = renderedPack(
      receipt,
      packed.map((item) => item.rendered),
    );
  }
  return { packed, rendered, tokens: count(rendered), overBudget: ranked.length - packed.length };
}

import type { Replaced } from '../memory/pack';
import { choose, type Choosable } from './budgeted-choice';
import type { Folded } from './folding';
import type { Readings } from './reading';
import { renderedFrame, renderedItem, renderedPack } from './rendering';
import type { TokenCount } from './token-count';
import { WEIGHTS } from './weights';

/** A memory that may be packed: those that it stands for, and those whose place it takes. */
export type Packable = Folded & { replaces: readonly Replaced[] };

/** A memory that fitted, as it is shown. */
export type Packed = Packable & { tokens: number };

/** What fitted into a budget; `tokens` are those of `rendered`, marks and heading included. */
export type Packing = {
  packed: Packed[];
  rendered: string;
  tokens: number;
  overBudget: number;
};

/** About what a label takes. */
const LABEL_TOKENS = 30;
/** So many are weighed against one another at least, and as many as fill the budget so often. */
const FEWEST = 16;
const FULL = 2.5;
/** Characters to a token, in English and in code; other scripts take about one each. */
const CHARACTERS_PER_TOKEN = 4;
const NOT_ASCII = /[^\0-\x7f]/g;

/**
 * Packs the memories that are together worth most within a budget of tokens, each whole. They come
 * the best first, and are shown in that order.
 */
export function packWithin(
  budget: number,
  receipt: string,
  packable: readonly Packable[],
  count: TokenCount,
  readings: Readings,
): Packing {
  const frame = count(renderedFrame(receipt));
  const items = choosable(likely(packable, budget), count, readings);
  const chosen = choose(items, budget - frame, WEIGHTS.pack).sort((a, b) => a - b);
  const packed = chosen.flatMap((index): Packed[] => {
    const [one, item] = [packable[index], items[index]];
    return one && item ? [{ ...one, tokens: item.cost() }] : [];
  });
  const rendered = renderedPack(
    receipt,
    packed.map((one, at) => renderedItem(one.ranked.memory, at + 1, one.replaces)),
  );
  return {
    packed,
    rendered,
    // Parts end with their lines, and no token of o200k reaches over the end of a line into text.
    tokens: packed.reduce((sum, { tokens }) => sum + tokens, packed.length > 0 ? frame : 0),
    overBudget: packable.length - packed.length,
  };
}

/** Those that may come in: what is far behind what fills the budget several times does not. */
function likely(packable: readonly Packable[], budget: number): readonly Packable[] {
  let tokens = 0;
  const enough = packable.findIndex(({ ranked }, at) => {
    tokens += LABEL_TOKENS + estimated(ranked.memory.text);
    return at >= FEWEST && tokens > FULL * budget;
  });
  return enough < 0 ? packable : packable.slice(0, enough);
}

function choosable(
  packable: readonly Packable[],
  count: TokenCount,
  readings: Readings,
): Choosable[] {
  const words = packable.map(({ ranked }) => readings.of(ranked.memory.text).words);
  const among = new Map<string, number>();
  for (const own of words) for (const word of own) among.set(word, (among.get(word) ?? 0) + 1);
  // What is rare among these tells them apart.
  const rarity = (word: string): number => Math.log((packable.length + 1) / (among.get(word) ?? 1));
  return packable.map((one, at) => {
    const own = words[at] ?? new Set();
    const all = [...own].reduce((sum, word) => sum + rarity(word), 0);
    let tokens: number | undefined;
    return {
      value: Math.max(one.ranked.score, Number.EPSILON) ** WEIGHTS.pack.sharpness,
      terms: new Map([...own].map((word) => [word, rarity(word) / all])),
      estimate: LABEL_TOKENS + estimated(one.ranked.memory.text),
      // The rank is one token, whichever it is.
      cost: () => (tokens ??= count(renderedItem(one.ranked.memory, 1, one.replaces))),
    };
  });
}

function estimated(text: string): number {
  const others = text.match(NOT_ASCII)?.length ?? 0;
  return others + (text.length - others) / CHARACTERS_PER_TOKEN;
}

import type { Dice } from '../../bench/dice';
import { Contrastive, type ContrastiveOptions } from './contrastive';
import { Heap } from './heap';
import type { Pairs } from './pairs';
import { shuffle } from './shuffle';
import type { Vocabulary } from './vocabulary';

/** At the end, the rate is this share of what it was. */
const LAST_RATE = 0.1;
const REPORT = 500;

export type TrainingOptions = ContrastiveOptions & {
  rate: number;
  /** How often each pair is learned from. */
  epochs: number;
};

/**
 * Learns vectors of terms from pairs of texts. Each batch is of one source, and of code or prose alone, as
 * texts of a kind about the same matter are harder to tell apart; what is left of the sources makes batches together.
 *
 * @param first where each term's vector begins: its direction; its length is made its SIF weight.
 */
export async function trainOnPairs(
  vocabulary: Vocabulary,
  pairs: Pairs,
  first: Float32Array,
  options: TrainingOptions,
  kernel: string,
  dice: Dice,
  note: (line: string) => void,
): Promise<Float32Array> {
  const { batch, epochs, rate } = options;
  const rows = vocabulary.terms.length;
  const dimensions = first.length / rows;
  const heap = await Heap.open(kernel, first.byteLength + Contrastive.bytes(dimensions, batch));
  const table = heap.floats(first.length);
  for (let row = 0; row < rows; row++) {
    const at = row * dimensions;
    const direction = first.subarray(at, at + dimensions);
    const length = Math.hypot(...direction) || 1;
    direction.forEach((value, k) => {
      table[at + k] = (vocabulary.weight(row) * value) / length;
    });
  }
  const trainer = new Contrastive(heap, table, dimensions, options, () => dice.next());
  let step = 0;
  let loss = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const batches = batchesOf(pairs, batch, dice);
    for (const numbers of batches) {
      const done = step / (batches.length * epochs);
      loss += trainer.step(pairs, numbers, rate * (1 - (1 - LAST_RATE) * done));
      if (++step % REPORT === 0) {
        note(`step ${step} of ${batches.length * epochs}: loss ${(loss / REPORT).toFixed(3)}`);
        loss = 0;
      }
    }
  }
  return table.slice();
}

function batchesOf({ sources }: Pairs, size: number, dice: Dice): Int32Array[] {
  const bySource = Map.groupBy(sources.keys(), (pair) => sources[pair]);
  const batches: Int32Array[] = [];
  const left: number[] = [];
  const deal = (numbers: number[]) => {
    const whole = numbers.length - (numbers.length % size);
    for (let at = 0; at < whole; at += size) {
      batches.push(Int32Array.from(numbers.slice(at, at + size)));
    }
    return numbers.slice(whole);
  };
  for (const numbers of bySource.values()) left.push(...deal(shuffle(numbers, dice)));
  deal(shuffle(left, dice));
  return shuffle(batches, dice);
}

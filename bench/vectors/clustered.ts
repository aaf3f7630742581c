import type { Dice } from '../dice';

/** How far vectors lie from the centre of their topic, and topics from that of their field. */
const OWN = 0.6;
const TOPIC = 0.7;
/** The spread of dimension n is n to the power of this, as of principal components of texts. */
const FALL = -0.4;

/**
 * Vectors as embeddings of texts are: in topics, topics in fields, all away from the origin to one
 * side, and with a variance that falls from dimension to dimension. Of length 1.
 */
export function clustered(dimensions: number, topics: number, dice: Dice): () => Float32Array {
  const spread = Float32Array.from({ length: dimensions }, (_, i) => (i + 1) ** FALL);
  const draw = (scale: number): Float32Array => spread.map((width) => width * scale * normal(dice));
  const side = draw(1);
  const fields = Array.from({ length: Math.ceil(Math.sqrt(topics)) }, () => sum(side, draw(1)));
  const centres = Array.from({ length: topics }, () => sum(dice.of(fields), draw(TOPIC)));
  return () => unit(sum(dice.of(centres), draw(OWN)));
}

/** Box & Muller, 1958. */
function normal(dice: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());
}

function sum(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value + b[i]!);
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((squares, value) => squares + value * value, 0));
  return vector.map((value) => value / length);
}

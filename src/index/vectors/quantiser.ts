import { Rotation } from './rotation';

/** The largest value of a record; of a query, so that products of `MOST_DIMENSIONS` fit 32 bits. */
const RECORD_LIMIT = 127;
const QUERY_LIMIT = 2047;
const MOST_DIMENSIONS = 8192;

/** A rotated query in whole numbers; times `scale` they have length 1. */
export type QuantisedQuery = { values: Int16Array<ArrayBuffer>; scale: number };

/**
 * Makes records of vectors: rotated, as int8, filled up with zeros to a multiple of 16, and as an
 * f32 what makes their length 1. Dot products times both scales are cosines, for a rotation keeps
 * angles, and it keeps a single large dimension from making the rest coarse.
 */
export class Quantiser {
  /** In bytes. */
  readonly recordLength: number;
  readonly #rotation: Rotation;

  constructor(readonly dimensions: number) {
    if (dimensions > MOST_DIMENSIONS) throw new RangeError(`${dimensions} dimensions`);
    this.#rotation = new Rotation(dimensions);
    this.recordLength = this.#rotation.length + 4;
  }

  /** Writes the record of a vector; of one that has no direction a record of zeros, with `false`. */
  write(vector: ArrayLike<number>, record: Uint8Array): boolean {
    record.fill(0);
    const scale = quantise(this.#turn(vector), RECORD_LIMIT, int8(record));
    view(record).setFloat32(record.length - 4, scale, true);
    return scale > 0;
  }

  /** `undefined` for a vector that has no direction: all zeros, or not all numbers. */
  query(vector: ArrayLike<number>): QuantisedQuery | undefined {
    const values = new Int16Array(this.#rotation.length);
    const scale = quantise(this.#turn(vector), QUERY_LIMIT, values);
    return scale > 0 ? { values, scale } : undefined;
  }

  /** The vector of a record, as it was but for rounding, of length 1, or all zeros. */
  vector(record: Uint8Array): Float32Array {
    const scale = scaleOf(record);
    return this.#rotation.turnBack(Float64Array.from(int8(record), (value) => value * scale));
  }

  #turn(vector: ArrayLike<number>): Float64Array {
    if (vector.length !== this.dimensions) throw new RangeError(`${vector.length} dimensions`);
    return this.#rotation.turn(vector);
  }
}

/** The values of a record, in its memory. */
export function int8(record: Uint8Array): Int8Array {
  return new Int8Array(record.buffer, record.byteOffset, record.length - 4);
}

/** 0: the record is of no vector. */
export function scaleOf(record: Uint8Array): number {
  return view(record).getFloat32(record.length - 4, true);
}

/** The cosine of a record to a query, the very number that a kernel's product gives. */
export function cosine(record: Uint8Array, { values, scale }: QuantisedQuery): number {
  const row = int8(record);
  let dot = 0;
  for (let i = 0; i < row.length; i++) dot += (row[i] ?? 0) * (values[i] ?? 0);
  return cosineOf(Math.fround(scaleOf(record) * Math.fround(dot)), scale);
}

/** What a kernel's product says; rounding must not make it more than 1. */
export function cosineOf(product: number, scale: number): number {
  return Math.max(-1, Math.min(1, product * scale));
}

function view(record: Uint8Array): DataView {
  return new DataView(record.buffer, record.byteOffset, record.length);
}

/** The largest magnitude becomes `limit`; returns the scale, 0 when there is nothing to scale. */
function quantise(vector: Float64Array, limit: number, into: Int8Array | Int16Array): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) {
    const magnitude = Math.abs(vector[i] ?? 0);
    if (magnitude > largest) largest = magnitude;
    else if (Number.isNaN(magnitude)) return 0;
  }
  const factor = limit / largest;
  if (factor === 0 || !Number.isFinite(factor)) return 0;
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    // Quicker than Math.round, and the same.
    const value = Math.floor((vector[i] ?? 0) * factor + 0.5);
    into[i] = value;
    squares += value * value;
  }
  return Math.fround(1 / Math.sqrt(squares));
}

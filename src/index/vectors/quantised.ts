/** The largest value of a row; of a query, so that a dot product of 8,192 dimensions fits 32 bits. */
const ROW_LIMIT = 127;
const QUERY_LIMIT = 2047;
export const MOST_DIMENSIONS = 8192;

/** A query as whole numbers; times `scale` they have length 1. */
export type QuantisedQuery = { values: Int16Array<ArrayBuffer>; scale: number };

/**
 * A record is a vector as int8, filled up with zeros to a multiple of 16, and as an f32 what makes
 * its length 1: dot products of records times both scales are cosines.
 */
export function recordLength(dimensions: number): number {
  return valuesOf(dimensions) + 4;
}

/** Writes the record of a vector; of one that has no direction a record of zeros, and says `false`. */
export function writeRecord(vector: ArrayLike<number>, record: Uint8Array): boolean {
  record.fill(0);
  const values = int8(record);
  const scale = quantise(vector, ROW_LIMIT, values);
  setScale(record, scale);
  return scale > 0;
}

/** `undefined` for a vector that has no direction: all zeros, or not all numbers. */
export function quantisedQuery(
  vector: ArrayLike<number>,
  dimensions: number,
): QuantisedQuery | undefined {
  if (vector.length !== dimensions) throw new RangeError(`A vector of length ${vector.length}.`);
  const values = new Int16Array(valuesOf(dimensions));
  const scale = quantise(vector, QUERY_LIMIT, values);
  return scale > 0 ? { values, scale } : undefined;
}

/** The values of a record, sharing its memory. */
export function int8(record: Uint8Array): Int8Array {
  return new Int8Array(record.buffer, record.byteOffset, record.length - 4);
}

/** The cosine of a record to a query, the very number that the kernel's product gives. */
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

/** 0: the vector has no direction. */
export function scaleOf(record: Uint8Array): number {
  return view(record).getFloat32(record.length - 4, true);
}

function setScale(record: Uint8Array, scale: number): void {
  view(record).setFloat32(record.length - 4, scale, true);
}

function view(record: Uint8Array): DataView {
  return new DataView(record.buffer, record.byteOffset, record.length);
}

/** The largest magnitude becomes `limit`; returns the scale, 0 when there is nothing to scale. */
function quantise(vector: ArrayLike<number>, limit: number, into: Int8Array | Int16Array): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) {
    const magnitude = Math.abs(vector[i] ?? 0);
    if (!(magnitude <= largest)) largest = magnitude;
    if (Number.isNaN(largest)) return 0;
  }
  const factor = limit / largest;
  if (factor === 0 || !Number.isFinite(factor)) return 0;
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    const value = Math.round((vector[i] ?? 0) * factor);
    into[i] = value;
    squares += value * value;
  }
  return Math.fround(1 / Math.sqrt(squares));
}

function valuesOf(dimensions: number): number {
  return Math.ceil(dimensions / 16) * 16;
}

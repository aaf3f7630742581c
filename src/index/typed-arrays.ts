/** A copy with room for at least `length`, at least doubled; the same array where there is room. */
export function grown<
  T extends Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array,
>(array: T, length: number): T {
  if (array.length >= length) return array;
  const make = array.constructor as new (length: number) => T;
  const larger = new make(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

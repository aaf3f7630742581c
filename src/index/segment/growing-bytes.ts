import { encodePosting, encodeVarint } from '../text/postings';
import { grown } from '../typed-arrays';

/** The longest varint, and the longest posting. */
const LONGEST = 10;

/** Bytes that grow at their end. */
export class GrowingBytes {
  #length = 0;
  #bytes = new Uint8Array(1 << 12);

  get length(): number {
    return this.#length;
  }

  /** Good until something is added. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  varint(value: number): void {
    this.#bytes = grown(this.#bytes, this.#length + LONGEST);
    this.#length = encodeVarint(this.#bytes, this.#length, value);
  }

  posting(distance: number, count: number): void {
    this.#bytes = grown(this.#bytes, this.#length + LONGEST);
    this.#length = encodePosting(this.#bytes, this.#length, distance, count);
  }

  push(bytes: Uint8Array): void {
    this.#bytes = grown(this.#bytes, this.#length + bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }
}

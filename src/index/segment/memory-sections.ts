import { SegmentError, type Sections, type SectionWriter } from './sections';

/** Sections that never see a file: what the hot tier is moved or packed by. */
export class MemorySections implements Sections, SectionWriter {
  readonly #chunks = new Map<string, Uint8Array[]>();
  readonly #sections = new Map<string, Uint8Array<ArrayBuffer>>();
  #current: Uint8Array[] = [];

  write(name: string, chunks: Iterable<Uint8Array>): void {
    this.begin(name);
    for (const chunk of chunks) this.append(chunk);
  }

  begin(name: string): void {
    this.#current = [];
    this.#chunks.set(name, this.#current);
  }

  append(chunk: Uint8Array): void {
    // The caller may fill the same buffer again.
    this.#current.push(chunk.slice());
  }

  bytes(name: string): Uint8Array<ArrayBuffer> {
    const known = this.#sections.get(name);
    if (known) return known;
    const chunks = this.#chunks.get(name);
    if (!chunks) throw new SegmentError(`There is no section ${name}.`);
    const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks.splice(0)) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    this.#sections.set(name, whole);
    return whole;
  }

  read(name: string, offset: number, length: number, into?: Uint8Array): Uint8Array {
    const whole = this.bytes(name);
    if (offset + length > whole.length) throw new SegmentError(`Section ${name} ends before that.`);
    const part = whole.subarray(offset, offset + length);
    if (!into) return part.slice();
    into.set(part);
    return into.subarray(0, length);
  }

  has(name: string): boolean {
    return this.#chunks.has(name);
  }

  length(name: string): number {
    return this.bytes(name).length;
  }
}

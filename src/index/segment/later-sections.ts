import type { Work } from '../pause';
import type { SectionWriter } from './sections';

/** Takes note of sections and writes them later, chunk by chunk, for what is not written in slices. */
export class LaterSections implements SectionWriter {
  readonly #sections: [name: string, chunks: Iterable<Uint8Array>][] = [];
  #current: Uint8Array[] = [];

  write(name: string, chunks: Iterable<Uint8Array>): void {
    this.#sections.push([name, chunks]);
  }

  begin(name: string): void {
    this.#current = [];
    this.#sections.push([name, this.#current]);
  }

  append(chunk: Uint8Array): void {
    this.#current.push(chunk.slice());
  }

  *flush(writer: SectionWriter): Work {
    for (const [name, chunks] of this.#sections) {
      writer.begin(name);
      for (const chunk of chunks) {
        writer.append(chunk);
        yield;
      }
    }
  }
}

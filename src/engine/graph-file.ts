import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { SegmentFile, SegmentFileWriter } from '../index/segment/segment-file';
import { EDGE_TYPES } from '../memory/edge';
import { Adjacency } from '../recall/adjacency';
import { KeySet } from '../recall/key-set';

/** Counts up with every change of what the sections hold. */
const FORMAT = 1;

/** What the graph was read from, and how to understand it. */
const Head = z.object({
  format: z.literal(FORMAT),
  store: z.string(),
  revision: z.int().min(0),
  /** Labels hold places in this list. */
  types: z.literal(EDGE_TYPES.join(' ')),
});

/** A graph as it was at a revision of its store. */
export interface KeptGraph {
  readonly revision: number;
  readonly edges: Adjacency;
  readonly memories: KeySet;
}

/**
 * The graph in a file beside its store, so that a window need not read millions of edges anew. A
 * cache: it holds nothing but numbers, and one that is torn, old or another store's is as good as
 * none. Several processes may use it at once: it is replaced whole.
 */
export class GraphFile {
  readonly #path: string;
  readonly #label: string;

  /** @param label tells this process's unfinished files from those of others */
  constructor(path: string, label: string) {
    this.#path = path;
    this.#label = label;
  }

  /** The graph of the store with this id; `undefined` when the file is of no use. */
  read(store: string): KeptGraph | undefined {
    let file: SegmentFile | undefined;
    try {
      file = new SegmentFile(this.#path);
      const head = Head.parse(JSON.parse(Buffer.from(file.bytes('head')).toString('utf8')));
      if (head.store !== store) return undefined;
      const edges = new Adjacency(
        new Uint32Array(file.bytes('offsets').buffer),
        new Uint32Array(file.bytes('neighbours').buffer),
        new Uint16Array(file.bytes('labels').buffer),
      );
      const memories = new KeySet(new Uint32Array(file.bytes('memories').buffer));
      return { revision: head.revision, edges, memories };
    } catch {
      // Whatever is wrong with it, it is read from the store instead, and then written anew.
      return undefined;
    } finally {
      file?.close();
    }
  }

  write(store: string, { revision, edges, memories }: KeptGraph): void {
    const head: z.input<typeof Head> = {
      format: FORMAT,
      store,
      revision,
      types: EDGE_TYPES.join(' '),
    };
    const writer = new SegmentFileWriter(dirname(this.#path), this.#label);
    try {
      writer.write('head', [Buffer.from(JSON.stringify(head))]);
      writer.write('offsets', [bytesOf(edges.offsets)]);
      writer.write('neighbours', [bytesOf(edges.neighbours)]);
      writer.write('labels', [bytesOf(edges.labels)]);
      writer.write('memories', [bytesOf(memories.bits)]);
      writer.finish(basename(this.#path));
    } catch (error) {
      writer.discard();
      throw error;
    }
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

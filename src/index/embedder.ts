/** Turns texts into vectors whose cosine tells how near the texts are in meaning. */
export interface Embedder {
  /** The length of each vector. */
  readonly dimensions: number;
  /** Tells this embedder's vectors from those of another. */
  readonly name: string;
  /** One vector for each text, in their order, of length 1; all zeros for a text that says nothing. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

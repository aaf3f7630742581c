/** Turns texts into vectors whose cosine tells how near the texts are in meaning. */
export interface Embedder {
  /** The length of each vector. */
  readonly dimensions: number;
  /** Tells this embedder's vectors from those of another. */
  readonly name: string;
  /** One vector for each text, in their order, of length 1; all zeros for a text that says nothing. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /**
   * The vector of a question, where that is another than a document's or must not take long; zeros
   * when there is none to be had at the moment. `embed` serves where it is missing.
   */
  embedQuery?(text: string): Promise<Float32Array>;
  /**
   * Tells of any other term how alike it is used to each of these, -1 to 1; 0 of a term that it
   * knows nothing of. Missing where single words have no vectors.
   */
  likeness?(terms: readonly string[]): Likeness;
}

/** How alike a term is to each of some others, in their order. */
export type Likeness = (term: string) => ArrayLike<number>;

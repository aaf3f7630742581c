import type { EmbeddingCache } from '../index/endpoint-embedder';
import type { Store } from '../store/store';

/** The store as a cache of vectors. */
export function embeddingCache(store: Store): EmbeddingCache {
  return {
    dimensions: (embedder) => store.embeddingDimensions(embedder),
    find: (embedder, texts) => store.embeddings(embedder, texts),
    keep: (embedder, texts, vectors) => {
      const embeddings = texts.flatMap((text, at) => {
        const vector = vectors[at];
        return vector ? [{ text, vector }] : [];
      });
      return store.write((tx) => tx.addEmbeddings(embedder, embeddings));
    },
  };
}

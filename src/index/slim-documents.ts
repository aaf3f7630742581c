import { components, type IDocumentsStore } from '@orama/orama';

type Store = ReturnType<typeof components.documentsStore.create>;

/** What Orama keeps of a document: text and vector live in the index, the whole in SQLite. */
export type SlimDocument = { id: string; type: string };

/** Orama's own store of documents, given the slim ones only. It loads types, in the order of ids. */
export function slimDocuments(): IDocumentsStore<Store> {
  const whole = components.documentsStore.createDocumentsStore();
  return {
    ...whole,
    store: (store, id, internalId, { id: publicId, type }: SlimDocument) =>
      whole.store(store, id, internalId, { id: publicId, type }),
    load: (ids, raw) => {
      const types = raw as readonly string[];
      const docs: Record<number, SlimDocument> = {};
      for (const [at, id] of ids.internalIdToId.entries())
        docs[at + 1] = { id, type: types[at] ?? '' };
      return { sharedInternalDocumentStore: ids, docs, count: types.length };
    },
  };
}

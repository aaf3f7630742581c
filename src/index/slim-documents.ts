import { components, type IDocumentsStore } from '@orama/orama';

type Store = ReturnType<typeof components.documentsStore.create>;

/** What Orama keeps of a document: text and vector live in the index, the whole in SQLite. */
export type SlimDocument = { id: string; type: string };

/** Orama's own store of documents, given the slim ones only. */
export function slimDocuments(): IDocumentsStore<Store> {
  const whole = components.documentsStore.createDocumentsStore();
  return {
    ...whole,
    store: (store, id, internalId, { id: publicId, type }: SlimDocument) =>
      whole.store(store, id, internalId, { id: publicId, type }),
  };
}

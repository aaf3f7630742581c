import { EmbeddingEndpoint, EndpointError } from '../index/embedding-endpoint';
import { EndpointEmbedder } from '../index/endpoint-embedder';
import type { Clock } from '../memory/clock';
import { HumanError } from '../memory/human-error';
import type { Log } from '../memory/log';
import type { EmbeddingSettings } from '../protocol/embedding-settings';
import type { Store } from '../store/store';
import { embeddingCache } from './embedding-cache';

/** Vectors of embedders that nobody has used for so many milliseconds go. */
const UNUSED = 30 * 24 * 3_600_000;
/** Bytes that kept vectors may take: a byte a dimension, so a million of 1,536. */
const ROOM = 1_600_000_000;

/** The embedder of the endpoint, or why there is none; then the built-in one serves. */
export type OpenedEndpoint =
  | { readonly embedder: EndpointEmbedder; readonly trouble?: undefined }
  | { readonly embedder?: undefined; readonly trouble: HumanError };

/** Opens the endpoint that the user named. An endpoint that cannot be used is logged, not fatal. */
export async function openEndpoint(
  { endpoint: url, model, dimensions, key }: EmbeddingSettings,
  store: Store,
  clock: Clock,
  log: Log,
): Promise<OpenedEndpoint> {
  try {
    if (model === '') throw unnamed();
    const endpoint = new EmbeddingEndpoint({ url, model, key, dimensions });
    const cache = embeddingCache(store);
    const embedder = await EndpointEmbedder.open({
      endpoint,
      model,
      dimensions,
      cache,
      clock,
      log,
    });
    const usedSince = clock.now() - UNUSED;
    await store.write((tx) => tx.pruneEmbeddings(embedder.name, { usedSince, bytes: ROOM }));
    return { embedder };
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    log.warn(`${error.message} Until the next start the built-in vectors serve.`);
    return { trouble: error };
  }
}

function unnamed(): EndpointError {
  return new EndpointError(
    'No model is named for the embedding endpoint.',
    'Set “mneme.embeddings.model” to the name of one that it offers.',
    false,
  );
}

import type {
  CallOptions,
  EngineClient,
  EngineEvent,
  Method,
  Params,
  Result,
} from '../protocol/engine-api';
import type { Engine } from './engine';

/** The engine in this very process, behind the same face as in a worker. */
export class LocalClient implements EngineClient {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  call<M extends Method>(
    method: M,
    params: Params<M>,
    options: CallOptions = {},
  ): Promise<Result<M>> {
    return this.#engine.call(method, params, {
      abort: options.signal ?? new AbortController().signal,
      progress: (progress) => options.onProgress?.(progress),
    });
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    return this.#engine.onEvent(listener);
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}

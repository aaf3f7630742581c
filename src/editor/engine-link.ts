import * as vscode from 'vscode';
import type {
  CallOptions,
  EngineClient,
  EngineEvent,
  Method,
  Params,
  Result,
} from '../protocol/engine-api';

/** How one gets the engine: it is started by the first who asks. */
export type Connect = () => Promise<EngineClient>;

/** `idle`: nobody has asked for it yet. `trouble`: the last start failed; the next call tries again. */
export type LinkState = 'idle' | 'starting' | 'ready' | 'trouble';

/**
 * The editor's one line to the engine. Whoever connects first, all hear its events: views can
 * listen from activation on without starting anything.
 */
export class EngineLink implements vscode.Disposable {
  readonly #start: Connect;
  readonly #events = new vscode.EventEmitter<EngineEvent>();
  readonly #states = new vscode.EventEmitter<LinkState>();
  #client: Promise<EngineClient> | undefined;
  #state: LinkState = 'idle';
  #unsubscribe: (() => void) | undefined;

  constructor(start: Connect) {
    this.#start = start;
  }

  /** What the engine tells, once anybody has connected. */
  readonly onEvent = this.#events.event;
  readonly onDidChangeState = this.#states.event;

  get state(): LinkState {
    return this.#state;
  }

  /** The engine; started with the first call, and tried again after a failure. */
  readonly connect: Connect = () => {
    this.#client ??= this.#open();
    return this.#client;
  };

  /** One call, connecting first where that is still to be done. */
  async call<M extends Method>(
    method: M,
    params: Params<M>,
    options?: CallOptions,
  ): Promise<Result<M>> {
    const client = await this.connect();
    return client.call(method, params, options);
  }

  dispose(): void {
    this.#unsubscribe?.();
    this.#events.dispose();
    this.#states.dispose();
  }

  async #open(): Promise<EngineClient> {
    this.#become('starting');
    try {
      const client = await this.#start();
      this.#unsubscribe = client.onEvent((event) => this.#events.fire(event));
      this.#become('ready');
      return client;
    } catch (error) {
      this.#client = undefined;
      this.#become('trouble');
      throw error;
    }
  }

  #become(state: LinkState): void {
    this.#state = state;
    this.#states.fire(state);
  }
}

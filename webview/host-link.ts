import { type AppMessage, envelope } from '../src/protocol/panel-messages';
import { type KeptState, readKept } from './kept-state';

/** What VS Code gives a webview. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The way to the editor. May be made once only. */
export class HostLink {
  readonly #api = acquireVsCodeApi();

  send(message: AppMessage): void {
    this.#api.postMessage(envelope(message));
  }

  /** Hears everything that comes in, unread. */
  listen(listener: (raw: unknown) => void): void {
    window.addEventListener('message', (event) => listener(event.data));
  }

  kept(): KeptState | undefined {
    return readKept(this.#api.getState());
  }

  keep(state: KeptState): void {
    this.#api.setState(state);
  }
}

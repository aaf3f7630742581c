import { type AppMessage, envelope } from '../src/protocol/panel-messages';
import { type KeptState, readKept } from './kept-state';

/** What VS Code gives a webview. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** How much of the panel the picture takes. */
const PICTURE_SHARE = 0.44;
/** Square pixels for a node with its label. */
const PER_NODE = 2200;
const FEW_TO_MANY = [16, 60] as const;

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

  /** Nodes that the picture has room for: one for so many square pixels, within reason. */
  room(): number {
    const area = window.innerWidth * window.innerHeight * PICTURE_SHARE;
    return Math.round(Math.min(FEW_TO_MANY[1], Math.max(FEW_TO_MANY[0], area / PER_NODE)));
  }
}

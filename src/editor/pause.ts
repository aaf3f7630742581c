import * as vscode from 'vscode';
import type { CaptureControl } from './capture-control';
import type { PauseState } from './capture/capture';

const KEY = 'mneme.paused';

/** Whether the user has paused Mneme in this workspace; kept over restarts. */
export class Pause implements PauseState, vscode.Disposable {
  readonly #kept: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<boolean>();

  constructor(kept: vscode.Memento) {
    this.#kept = kept;
  }

  readonly onDidChange = this.#changed.event;

  get paused(): boolean {
    return this.#kept.get(KEY) === true;
  }

  set(paused: boolean): void {
    if (paused === this.paused) return;
    void this.#kept.update(KEY, paused);
    this.#changed.fire(paused);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Capture as commands and the status bar see it. */
export function captureControl(
  pause: Pause,
  capture: Pick<CaptureControl, 'suggestionAccepted' | 'suggestionDismissed'>,
): CaptureControl {
  return {
    get paused() {
      return pause.paused;
    },
    onDidChangePaused: pause.onDidChange,
    setPaused: (paused) => pause.set(paused),
    suggestionAccepted: () => capture.suggestionAccepted(),
    suggestionDismissed: () => capture.suggestionDismissed(),
  };
}

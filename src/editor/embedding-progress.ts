import * as vscode from 'vscode';
import type { EngineLink } from './engine-link';
import { t } from './translate';

/** When no more is heard for so long, the endpoint is away and nothing is under way, in milliseconds. */
const SILENCE = 90_000;

/** Shows in the status bar how far the vectors are that come from the user's endpoint. */
export class EmbeddingProgress implements vscode.Disposable {
  readonly #listening: vscode.Disposable;
  #report: ((done: number, total: number) => void) | undefined;
  #end: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(link: EngineLink) {
    this.#listening = link.onEvent((event) => {
      if (event.kind === 'embedding') this.#show(event.done, event.total);
      else if (event.kind === 'restarted') this.#end?.();
    });
  }

  dispose(): void {
    this.#listening.dispose();
    this.#end?.();
  }

  #show(done: number, total: number): void {
    if (done < total && this.#end === undefined) this.#begin();
    this.#report?.(done, total);
    clearTimeout(this.#timer);
    if (done >= total) this.#end?.();
    else this.#timer = setTimeout(() => this.#end?.(), SILENCE);
  }

  #begin(): void {
    const location = vscode.ProgressLocation.Window;
    void vscode.window.withProgress({ location, title: t('Mneme') }, (progress) => {
      this.#report = (done, total) =>
        progress.report({ message: t('vectors of {0} of {1} memories', done, total) });
      return new Promise<void>((resolve) => {
        this.#end = () => {
          clearTimeout(this.#timer);
          this.#report = undefined;
          this.#end = undefined;
          resolve();
        };
      });
    });
  }
}

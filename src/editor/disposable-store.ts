import type { Disposable } from 'vscode';

/** Keeps disposables and lets go of them together, the newest first. */
export class DisposableStore implements Disposable {
  readonly #kept: Disposable[] = [];
  #disposed = false;

  /** Keeps an item and returns it; disposes it at once if the store itself is already gone. */
  add<T extends Disposable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#kept.push(item);
    return item;
  }

  dispose(): void {
    this.#disposed = true;
    while (this.#kept.length > 0) this.#kept.pop()?.dispose();
  }
}

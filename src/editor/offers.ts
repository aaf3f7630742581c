import * as vscode from 'vscode';
import type { Memory } from '../memory/memory';
import { DisposableStore } from './disposable-store';
import type { EngineLink } from './engine-link';
import type { Settings } from './settings';

/** How long an offer stands, in milliseconds. Its keys are only taken meanwhile. */
const STANDS = 60_000;

/**
 * The proposal that is being offered: the newest that the engine mined. It goes away by itself and
 * then waits in the Proposals view like the others.
 */
export class Offers implements vscode.Disposable {
  readonly #kept = new DisposableStore();
  readonly #changes = this.#kept.add(new vscode.EventEmitter<Memory | undefined>());
  #current: Memory | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(link: EngineLink, settings: Settings) {
    this.#kept.add(
      link.onEvent((event) => {
        if (event.kind === 'proposed' && settings.get('proposals.enabled')) {
          this.#become(event.memory);
        }
      }),
    );
  }

  readonly onDidChange = this.#changes.event;

  get current(): Memory | undefined {
    return this.#current;
  }

  /** Takes the offer back when it is for this memory. */
  settle(memory: string): void {
    if (this.#current?.id === memory) this.#become(undefined);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#kept.dispose();
  }

  #become(memory: Memory | undefined): void {
    clearTimeout(this.#timer);
    this.#current = memory;
    if (memory) this.#timer = setTimeout(() => this.#become(undefined), STANDS);
    const offered = memory !== undefined;
    void vscode.commands.executeCommand('setContext', 'mneme.proposalOffered', offered);
    this.#changes.fire(memory);
  }
}

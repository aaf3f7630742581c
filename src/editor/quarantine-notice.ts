import * as vscode from 'vscode';
import type { Memory } from '../memory/memory';
import { DisposableStore } from './disposable-store';
import type { EngineLink } from './engine-link';
import type { Settings } from './settings';
import { t } from './translate';
import { shortWords } from './words';

/** Where it is kept which memories a person was told of, and how many of them. */
const TOLD = 'mneme.quarantineTold';
const MOST_TOLD = 500;

/**
 * Tells a person when Mneme takes a memory out of use because it did harm: once for each memory, and
 * never when they do not want it.
 */
export class QuarantineNotice implements vscode.Disposable {
  readonly #settings: Settings;
  readonly #kept: vscode.Memento;
  readonly #disposables = new DisposableStore();

  constructor(link: EngineLink, settings: Settings, kept: vscode.Memento) {
    this.#settings = settings;
    this.#kept = kept;
    this.#disposables.add(
      link.onEvent((event) => {
        if (event.kind === 'quarantined') void this.#tell(event.memory, event.reason);
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #tell(memory: Memory, reason: string): Promise<void> {
    if (!this.#settings.get('quarantine.notify')) return;
    const told = this.#kept.get<readonly string[]>(TOLD, []);
    if (told.includes(memory.id)) return;
    void this.#kept.update(TOLD, [...told, memory.id].slice(-MOST_TOLD));
    const [restore, evidence, never] = [t('Restore'), t('Show Evidence'), t('Do Not Show Again')];
    const message = t('Mneme shows “{0}” to nobody any more: {1}', shortWords(memory, 80), reason);
    const chosen = await vscode.window.showInformationMessage(message, restore, evidence, never);
    if (chosen === restore) await vscode.commands.executeCommand('mneme.restore', memory.id);
    if (chosen === evidence) await vscode.commands.executeCommand('mneme.openRecord', memory.id);
    if (chosen === never) await this.#settings.set('quarantine.notify', false);
  }
}

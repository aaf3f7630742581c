import * as vscode from 'vscode';
import type { Signal } from '../../memory/signal';
import { Delayed } from '../delayed';
import { DisposableStore } from '../disposable-store';
import type { EngineLink } from '../engine-link';
import { t } from '../translate';
import type { Trouble } from '../trouble';
import type { RowNode } from './row';
import { RowTree } from './row-tree';
import { signalParts, signalRow } from './signal-row';

/** Signals that the list holds, the newest. */
const LISTED = 200;

/** What Mneme notices, as it comes, the newest first. */
export class ActivityTree implements vscode.Disposable {
  readonly #link: EngineLink;
  readonly #kept = new DisposableStore();
  readonly #tree: RowTree;
  readonly #refresh: Delayed;
  readonly view: vscode.TreeView<RowNode>;
  #stale = false;
  /** What the list stands at while it is held. */
  #held: readonly RowNode[] | undefined;
  #nodes: readonly RowNode[] = [];
  /** What the list is narrowed to. */
  #about: string | undefined;

  constructor(link: EngineLink, trouble: Trouble) {
    this.#link = link;
    this.#tree = this.#kept.add(new RowTree(() => this.#roots(), trouble));
    this.#refresh = this.#kept.add(new Delayed(250, () => this.#tree.refresh()));
    this.view = this.#kept.add(
      vscode.window.createTreeView('mneme.activity', { treeDataProvider: this.#tree }),
    );
    this.#kept.add(
      link.onEvent((event) => {
        if (event.kind === 'changed' && event.signals) this.#ask();
      }),
    );
    this.#kept.add(
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#stale) this.#ask();
      }),
    );
  }

  /** Holds the list still for reading, or lets it run on. Mneme goes on watching meanwhile. */
  hold(held: boolean): void {
    this.#held = held ? this.#nodes : undefined;
    this.#describe();
    void vscode.commands.executeCommand('setContext', 'mneme.activityHeld', held);
    this.#tree.refresh();
  }

  /** Narrows the list to what speaks of these words; all of it again without. */
  narrow(about: string | undefined): void {
    this.#about = about;
    this.#held = undefined;
    void vscode.commands.executeCommand('setContext', 'mneme.activityHeld', false);
    void vscode.commands.executeCommand(
      'setContext',
      'mneme.activityNarrowed',
      about !== undefined,
    );
    this.#describe();
    this.#tree.refresh();
  }

  dispose(): void {
    this.#kept.dispose();
  }

  #describe(): void {
    const about = this.#about === undefined ? '' : t('about “{0}”', this.#about);
    this.view.description = this.#held ? t('held') : about;
  }

  #ask(): void {
    this.#stale = !this.view.visible;
    if (this.view.visible && !this.#held) this.#refresh.ask();
  }

  async #roots(): Promise<readonly RowNode[]> {
    if (this.#held) return this.#held;
    const signals = await this.#link.call('activity', {
      limit: LISTED,
      ...(this.#about !== undefined && { text: this.#about }),
    });
    this.#nodes = signals.map(signalNode);
    return this.#nodes;
  }
}

function signalNode(signal: Signal): RowNode {
  const node: RowNode = {
    row: signalRow(signal, t),
    children: () => signalParts(signal, t).map((row) => ({ row, parent: node })),
  };
  return node;
}

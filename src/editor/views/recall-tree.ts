import * as vscode from 'vscode';
import type { Pack, PackItem } from '../../memory/pack';
import { DisposableStore } from '../disposable-store';
import { t } from '../translate';
import type { Trouble } from '../trouble';
import {
  type Judged,
  leftOutWords,
  packRow,
  packWords,
  reasonRow,
  reasonsInOrder,
  relationRows,
} from './pack-row';
import { evidenceRow } from './proposal-row';
import type { RowNode } from './row';
import { RowTree } from './row-tree';

/** The pack recalled last, each memory with its reasons and what the user said of it. */
export class RecallTree implements vscode.Disposable {
  readonly #kept = new DisposableStore();
  readonly #tree: RowTree;
  readonly #judged = new Map<string, Judged>();
  readonly view: vscode.TreeView<RowNode>;
  #pack: Pack | undefined;
  /** Rank in the pack before, by memory. */
  #ranks = new Map<string, number>();
  #nodes: RowNode[] = [];

  constructor(trouble: Trouble) {
    this.#tree = this.#kept.add(new RowTree(() => Promise.resolve(this.#roots()), trouble));
    this.view = this.#kept.add(
      vscode.window.createTreeView('mneme.recall', { treeDataProvider: this.#tree }),
    );
  }

  get pack(): Pack | undefined {
    return this.#pack;
  }

  /** Puts a pack in the place of the one before, and the keyboard on its first memory. */
  async show(pack: Pack, budget: number): Promise<void> {
    this.#ranks = new Map(this.#pack?.items.map(({ memory, rank }) => [memory.id, rank]));
    this.#pack = pack;
    this.#judged.clear();
    this.view.message =
      pack.items.length === 0
        ? t('Nothing that Mneme knows fits this task.')
        : packWords(pack, budget, t);
    await vscode.commands.executeCommand('setContext', 'mneme.packShown', pack.items.length > 0);
    await vscode.commands.executeCommand('mneme.recall.focus');
    this.#nodes = [];
    this.#tree.refresh();
    const first = this.#roots()[0];
    if (first) await this.view.reveal(first, { select: true, focus: true });
  }

  /** Shows beside an item what the user said of it, and the quality it has now. */
  judge(exposure: string, judged: Judged): void {
    this.#judged.set(exposure, judged);
    this.#nodes = [];
    this.#tree.refresh();
  }

  dispose(): void {
    this.#kept.dispose();
  }

  #roots(): RowNode[] {
    const pack = this.#pack;
    if (!pack || this.#nodes.length > 0) return this.#nodes;
    this.#nodes = pack.items.map((item) => this.#itemNode(item));
    const left = leftOutWords(pack.leftOut, t);
    if (left !== undefined) {
      this.#nodes.push({ row: { id: 'left-out', label: left, icon: 'circle-slash' } });
    }
    return this.#nodes;
  }

  #itemNode(item: PackItem): RowNode {
    const { memory, exposure } = item;
    const node: RowNode = {
      memory: memory.id,
      exposure,
      row: packRow(item, t, {
        was: this.#ranks.get(memory.id),
        judged: this.#judged.get(exposure),
      }),
      children: () =>
        [
          ...reasonsInOrder(item).map((reason, at) => reasonRow(item, reason, at)),
          ...relationRows(item, t),
          ...memory.provenance.evidence
            .slice(-1)
            .map((piece, at) => evidenceRow(exposure, memory.scope.repo, piece, at, t)),
        ].map((row) => ({ row, parent: node, memory: memory.id, exposure })),
    };
    return node;
  }
}

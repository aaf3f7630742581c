import * as vscode from 'vscode';
import type { Memory } from '../../memory/memory';
import type { MemoryRow } from '../../protocol/engine-api';
import { Delayed } from '../delayed';
import { DisposableStore } from '../disposable-store';
import type { EngineLink } from '../engine-link';
import { t } from '../translate';
import type { Trouble } from '../trouble';
import { proposalParts, proposalRow } from './proposal-row';
import { quarantineParts, quarantineRow } from './quarantine-row';
import type { RowNode } from './row';
import { RowTree } from './row-tree';

/** Proposals that are listed at once, the newest. */
const LISTED = 100;

/** Memories that wait for the user's word: mined ones, and those that Mneme took out of use. */
export class ProposalsTree implements vscode.Disposable {
  readonly #link: EngineLink;
  readonly #kept = new DisposableStore();
  readonly #tree: RowTree;
  readonly view: vscode.TreeView<RowNode>;
  #nodes: readonly RowNode[] = [];

  constructor(link: EngineLink, trouble: Trouble) {
    this.#link = link;
    this.#tree = this.#kept.add(new RowTree(() => this.#roots(), trouble));
    this.view = this.#kept.add(
      vscode.window.createTreeView('mneme.proposals', { treeDataProvider: this.#tree }),
    );
    const refresh = this.#kept.add(new Delayed(300, () => this.#reload(trouble)));
    this.#kept.add(
      link.onEvent((event) => {
        if (event.kind === 'changed' && !event.many && event.memories.length === 0) return;
        refresh.ask();
      }),
    );
  }

  /** Brings a proposal to the person's eyes. */
  async reveal(memory: string): Promise<void> {
    await vscode.commands.executeCommand('mneme.proposals.focus');
    const node = this.#nodes.find((known) => known.memory === memory);
    if (node) await this.view.reveal(node, { select: true, focus: true, expand: true });
  }

  dispose(): void {
    this.#kept.dispose();
  }

  /** A hidden view is not asked for its rows, yet its badge must be right. */
  #reload(trouble: Trouble): void {
    if (this.view.visible) this.#tree.refresh();
    else this.#roots().catch((error: unknown) => trouble.note(error));
  }

  async #roots(): Promise<readonly RowNode[]> {
    const [rows, quarantined] = await Promise.all([
      this.#link.call('list', { statuses: ['candidate'], limit: LISTED }),
      this.#link.call('list', { statuses: ['quarantined'], limit: LISTED }),
    ]);
    this.#nodes = [
      ...rows.map(({ memory }) => proposalNode(memory)),
      ...quarantined.map((row) => this.#quarantineNode(row)),
    ];
    const value = rows.length;
    const tooltip =
      value === 1 ? t('1 memory waits for your word') : t('{0} memories wait for your word', value);
    this.view.badge = value === 0 ? undefined : { value, tooltip };
    return this.#nodes;
  }

  /** What Mneme took out of use waits for a word too; why is asked for when it is unfolded. */
  #quarantineNode(rated: MemoryRow): RowNode {
    const { id } = rated.memory;
    const node: RowNode = {
      memory: id,
      row: quarantineRow(rated, t),
      children: async () => {
        const record = await this.#link.call('record', { id });
        const rows = record ? quarantineParts(record, t) : [];
        return rows.map((row) => ({ row, parent: node, memory: id }));
      },
    };
    return node;
  }
}

function proposalNode(memory: Memory): RowNode {
  const node: RowNode = {
    memory: memory.id,
    row: proposalRow(memory, t),
    children: () =>
      proposalParts(memory, t).map((row) => ({ row, parent: node, memory: memory.id })),
  };
  return node;
}

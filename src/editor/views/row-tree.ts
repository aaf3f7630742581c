import * as vscode from 'vscode';
import { t } from '../translate';
import { messageOf, type Trouble } from '../trouble';
import { keptUri, qualityUri } from './quality-badge';
import type { Row, RowNode } from './row';

/** A native tree of rows. Where its rows cannot be had, it shows why instead of nothing. */
export class RowTree implements vscode.TreeDataProvider<RowNode>, vscode.Disposable {
  readonly #roots: () => Promise<readonly RowNode[]>;
  readonly #trouble: Trouble;
  readonly #changes = new vscode.EventEmitter<RowNode | undefined>();

  constructor(roots: () => Promise<readonly RowNode[]>, trouble: Trouble) {
    this.#roots = roots;
    this.#trouble = trouble;
  }

  readonly onDidChangeTreeData = this.#changes.event;

  /** Asks for a node again with all under it; for the whole tree when none is named. */
  refresh(node?: RowNode): void {
    this.#changes.fire(node);
  }

  getTreeItem({ row }: RowNode): vscode.TreeItem {
    return treeItem(row);
  }

  getParent(node: RowNode): RowNode | undefined {
    return node.parent;
  }

  async getChildren(node?: RowNode): Promise<RowNode[]> {
    try {
      return [...(node ? ((await node.children?.()) ?? []) : await this.#roots())];
    } catch (error) {
      this.#trouble.note(error);
      return [troubleNode(error, node)];
    }
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

function troubleNode(error: unknown, parent: RowNode | undefined): RowNode {
  const label = t('Mneme cannot show this');
  const row: Row = {
    id: `${parent?.row.id ?? ''}/trouble`,
    label,
    description: messageOf(error),
    icon: 'warning',
    colour: 'list.warningForeground',
    command: { command: 'mneme.showLog', title: t('Show Log'), arguments: [] },
  };
  return { row, parent };
}

function treeItem(row: Row): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const state = row.folded === undefined ? None : row.folded ? Collapsed : Expanded;
  const item = new vscode.TreeItem(row.label, state);
  item.id = row.id;
  if (row.description !== undefined) item.description = row.description;
  if (row.context !== undefined) item.contextValue = row.context;
  if (row.kept) item.resourceUri = keptUri(row.kept.memory, row.kept.share);
  if (row.quality) item.resourceUri = qualityUri(row.quality.memory, row.quality.mean);
  if (row.icon !== undefined) {
    item.iconPath = new vscode.ThemeIcon(
      row.icon,
      row.colour === undefined ? undefined : new vscode.ThemeColor(row.colour),
    );
  }
  if (row.tooltip !== undefined) item.tooltip = new vscode.MarkdownString(row.tooltip);
  if (row.spoken !== undefined) item.accessibilityInformation = { label: row.spoken };
  if (row.command) {
    item.command = { ...row.command, arguments: [...row.command.arguments] };
  }
  return item;
}

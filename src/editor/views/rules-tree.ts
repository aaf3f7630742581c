import * as vscode from 'vscode';
import type { RuleRow } from '../../memory/rule-row';
import { DisposableStore } from '../disposable-store';
import type { EngineLink } from '../engine-link';
import { byAuthor } from '../rules/compliance-sums';
import type { RuleBook } from '../rules/rule-book';
import { t } from '../translate';
import type { Trouble } from '../trouble';
import type { Here } from './memories-tree';
import type { RowNode } from './row';
import { RowTree } from './row-tree';
import { groupRules, waiting } from './rule-groups';
import { ruleParts, ruleRow } from './rule-row';

/** Days whose compliance stands under a rule. */
const DAYS = 90;

/** The rules that hold here: how each is checked and kept, first those that ask for a word. */
export class RulesTree implements vscode.Disposable {
  readonly #link: EngineLink;
  readonly #book: RuleBook;
  readonly #here: Here;
  readonly #kept = new DisposableStore();
  readonly #tree: RowTree;
  readonly view: vscode.TreeView<RowNode>;

  constructor(link: EngineLink, book: RuleBook, here: Here, trouble: Trouble) {
    this.#link = link;
    this.#book = book;
    this.#here = here;
    this.#tree = this.#kept.add(new RowTree(() => this.#roots(), trouble));
    this.view = this.#kept.add(
      vscode.window.createTreeView('mneme.rules', {
        treeDataProvider: this.#tree,
        showCollapseAll: true,
      }),
    );
    this.#kept.add(book.onDidChange(() => this.#reload(trouble)));
    this.#kept.add(book.onDidCount(() => this.#reload(trouble)));
  }

  dispose(): void {
    this.#kept.dispose();
  }

  /** A hidden view is not asked for its rows, yet its badge must be right. */
  #reload(trouble: Trouble): void {
    if (this.view.visible) this.#tree.refresh();
    else this.#roots().catch((error: unknown) => trouble.note(error));
  }

  async #roots(): Promise<RowNode[]> {
    const [rows, here] = await Promise.all([this.#book.rows(), this.#here.repositories()]);
    const groups = groupRules(rows, here);
    const count = waiting(groups);
    const tooltip =
      count === 1 ? t('1 rule waits for your word') : t('{0} rules wait for your word', count);
    this.view.badge = count === 0 ? undefined : { value: count, tooltip };
    const { first, advisory, off, elsewhere } = groups;
    return [
      ...first.map((row) => this.#ruleNode(row)),
      ...this.#groupNode('advisory', t('Advice only'), advisory, first.length > 0),
      ...this.#groupNode('off', t('Off'), off, true),
      ...this.#groupNode('elsewhere', t('In other repositories'), elsewhere, true),
    ];
  }

  #groupNode(id: string, label: string, rows: readonly RuleRow[], folded: boolean): RowNode[] {
    if (rows.length === 0) return [];
    const node: RowNode = {
      row: {
        id: `rules/${id}`,
        label,
        description: String(rows.length),
        spoken: `${label}, ${rows.length}`,
        folded,
      },
      children: () => rows.map((row) => this.#ruleNode(row, node)),
    };
    return [node];
  }

  #ruleNode(row: RuleRow, parent?: RowNode): RowNode {
    const { id } = row.memory;
    const node: RowNode = {
      memory: id,
      parent,
      row: ruleRow(row, t),
      children: async () => {
        const weeks = await this.#link.call('compliance', { id, days: DAYS });
        const parts = ruleParts(row, byAuthor(weeks), t);
        return parts.map((part) => ({ row: part, parent: node, memory: id }));
      },
    };
    return node;
  }
}

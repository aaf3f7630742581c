import * as vscode from 'vscode';
import type { MemoryKind, Status } from '../../memory/memory';
import { repositoryName } from '../../memory/repository-name';
import type { MemoryRow } from '../../protocol/engine-api';
import { Delayed } from '../delayed';
import { DisposableStore } from '../disposable-store';
import type { EngineLink } from '../engine-link';
import { t } from '../translate';
import type { Trouble } from '../trouble';
import { KIND_ICONS, KINDS_IN_ORDER, kindWords } from '../words';
import { type KindGroup, type ScopeGroup, groupMemories } from './memory-groups';
import { memoryRow } from './memory-row';
import type { RowNode } from './row';
import { RowTree } from './row-tree';

/** Rows under one kind at first, and how many more each time; so a folder of thousands stays quick. */
const PAGE = 100;
/** Memories of one kind loaded at first; doubled when a person pages beyond them. */
const LOADED = 200;
const MOST_LOADED = 10_000;
/** A scope with no more memories than this shows them at once. */
const UNFOLDED = 20;

const SHOWN: readonly Status[] = ['active', 'candidate', 'quarantined'];
const GONE: readonly Status[] = ['superseded', 'archived'];

/** What the tree must know of the window: the repositories open in it. */
export interface Here {
  repositories(): Promise<string[]>;
}

/** The memories by scope, kind and quality. */
export class MemoriesTree implements vscode.Disposable {
  readonly #link: EngineLink;
  readonly #here: Here;
  readonly #kept = new DisposableStore();
  readonly #tree: RowTree;
  readonly #refresh: Delayed;
  readonly #loaded = new Map<MemoryKind, number>();
  readonly #paged = new Map<string, number>();
  #archived = false;
  #stale = false;
  readonly view: vscode.TreeView<RowNode>;

  constructor(link: EngineLink, here: Here, trouble: Trouble) {
    this.#link = link;
    this.#here = here;
    this.#tree = this.#kept.add(new RowTree(() => this.#roots(), trouble));
    this.#refresh = this.#kept.add(new Delayed(300, () => this.#tree.refresh()));
    this.view = this.#kept.add(
      vscode.window.createTreeView('mneme.memories', {
        treeDataProvider: this.#tree,
        showCollapseAll: true,
      }),
    );
    this.#kept.add(
      link.onEvent((event) => {
        if (event.kind === 'changed' && !event.many && event.memories.length === 0) return;
        this.refresh();
      }),
    );
    this.#kept.add(
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#stale) this.refresh();
      }),
    );
  }

  /** Loads again soon; when the view is hidden, as soon as it is seen. */
  refresh(): void {
    this.#stale = !this.view.visible;
    if (this.view.visible) this.#refresh.ask();
  }

  /** Whether memories that are archived or superseded are listed too. */
  showArchived(shown: boolean): void {
    this.#archived = shown;
    void vscode.commands.executeCommand('setContext', 'mneme.archivedShown', shown);
    this.#tree.refresh();
  }

  /** Shows the next page under a kind, loading more of it where needed. */
  showMore(key: string, kind: MemoryKind): void {
    const paged = (this.#paged.get(key) ?? PAGE) + PAGE;
    this.#paged.set(key, paged);
    const loaded = this.#loaded.get(kind) ?? LOADED;
    if (paged > loaded) this.#loaded.set(kind, Math.min(loaded * 2, MOST_LOADED));
    this.#tree.refresh();
  }

  dispose(): void {
    this.#kept.dispose();
  }

  async #roots(): Promise<RowNode[]> {
    const here = await this.#here.repositories();
    const scopes = here.length > 0 ? here : [undefined];
    const [elsewhere, ...rows] = await Promise.all([
      here.length > 0 ? this.#list(undefined, undefined, LOADED) : [],
      ...scopes.flatMap((repo) =>
        KINDS_IN_ORDER.map((kind) => this.#list(repo, [kind], this.#loaded.get(kind) ?? LOADED)),
      ),
    ]);
    const roots = groupMemories(rows.flat(), here).map((group, at) => this.#scopeNode(group, at));
    const others = elsewhere.filter(
      ({ memory }) => memory.scope.repo !== undefined && !here.includes(memory.scope.repo),
    );
    if (others.length > 0) roots.push(this.#othersNode(here));
    return roots;
  }

  #list(repo: string | undefined, kinds: MemoryKind[] | undefined, limit: number) {
    const statuses = this.#archived ? [...SHOWN, ...GONE] : [...SHOWN];
    return this.#link.call('list', {
      statuses,
      limit,
      ...(repo !== undefined && { repo }),
      ...(kinds !== undefined && { kinds }),
    });
  }

  #othersNode(here: readonly string[]): RowNode {
    const node: RowNode = {
      row: { id: 'others', label: t('Other Repositories'), icon: 'repo', folded: true },
      children: async () => {
        const rows = await this.#list(undefined, undefined, 5 * LOADED);
        const others = rows.filter(
          ({ memory }) => memory.scope.repo !== undefined && !here.includes(memory.scope.repo),
        );
        return groupMemories(others, []).map((group) => this.#scopeNode(group, 1, node));
      },
    };
    return node;
  }

  #scopeNode({ scope, kinds, count }: ScopeGroup, at: number, parent?: RowNode): RowNode {
    const everywhere = scope === 'everywhere';
    const id = everywhere ? 'everywhere' : scope.repo;
    const label = everywhere ? t('Everywhere') : repositoryName(scope.repo);
    const node: RowNode = {
      parent,
      row: {
        id: `scope/${id}`,
        label,
        description: kinds.some((group) => this.#isPart(group)) ? `${count}+` : String(count),
        icon: everywhere ? 'globe' : 'repo',
        ...(!everywhere && { tooltip: id.replaceAll(/[^\w\s]/g, '\\$&') }),
        spoken: count === 1 ? t('{0}, 1 memory', label) : t('{0}, {1} memories', label, count),
        folded: at > 0,
      },
      children: () => kinds.map((group) => this.#kindNode(group, node, count <= UNFOLDED)),
    };
    return node;
  }

  #kindNode({ kind, rows }: KindGroup, parent: RowNode, unfolded: boolean): RowNode {
    const key = `${parent.row.id}/${kind}`;
    const { one, many } = kindWords(kind, t);
    const count = `${rows.length}${this.#isPart({ kind, rows }) ? '+' : ''}`;
    const node: RowNode = {
      parent,
      row: {
        id: key,
        label: rows.length === 1 ? one : many,
        description: count,
        icon: KIND_ICONS[kind],
        spoken: `${count} ${rows.length === 1 ? one : many}`,
        folded: !unfolded,
      },
      children: () => this.#page(rows, key, kind, node),
    };
    return node;
  }

  /** Whether the engine may have more of this kind than was loaded. */
  #isPart({ kind, rows }: KindGroup): boolean {
    const loaded = this.#loaded.get(kind) ?? LOADED;
    return rows.length >= loaded && loaded < MOST_LOADED;
  }

  #page(rows: readonly MemoryRow[], key: string, kind: MemoryKind, parent: RowNode): RowNode[] {
    const paged = this.#paged.get(key) ?? PAGE;
    const nodes: RowNode[] = rows.slice(0, paged).map((row) => ({
      parent,
      memory: row.memory.id,
      row: memoryRow(row, t),
    }));
    if (rows.length > paged || this.#isPart({ kind, rows })) {
      const title = t('Show More');
      const command = { command: 'mneme.showMore', title, arguments: [key, kind] };
      nodes.push({ parent, row: { id: `${key}/more`, label: title, icon: 'more', command } });
    }
    return nodes;
  }
}

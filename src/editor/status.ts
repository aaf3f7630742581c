import * as vscode from 'vscode';
import type { Memory } from '../memory/memory';
import type { CaptureControl } from './capture-control';
import { DisposableStore } from './disposable-store';
import type { EngineLink } from './engine-link';
import { escapeIcons } from './markdown';
import type { Offers } from './offers';
import { t } from './translate';
import { shortWords } from './words';
import { memoryTooltip } from './views/memory-tooltip';

type State = 'active' | 'paused' | 'learning' | 'trouble' | 'untrusted';

/** Right of the editor's own items, with nothing of others in between. */
const BESIDE = 90;

/** The offer's buttons in the status bar, with their keys as the manifest has them. */
const OFFER_KEYS =
  process.platform === 'darwin' ? ['⌃⌘Y', '⌃⌘U', '⌃⌘N'] : ['Alt+Y', 'Alt+U', 'Alt+N'];

/** Mneme in the status bar: how it is, and the memory it offers. */
export class StatusBar implements vscode.Disposable {
  readonly #link: EngineLink;
  readonly #capture: CaptureControl;
  readonly #kept = new DisposableStore();
  readonly #item: vscode.StatusBarItem;
  readonly #offer: readonly vscode.StatusBarItem[];
  #learning = 0;

  constructor(link: EngineLink, capture: CaptureControl, offers: Offers) {
    this.#link = link;
    this.#capture = capture;
    this.#item = this.#make('mneme.status', t('Mneme'), 'mneme.showMenu', 0);
    this.#offer = [
      this.#make('mneme.offer', t('Mneme: Proposed Memory'), 'mneme.showProposal', 4),
      this.#make('mneme.offer.keep', t('Mneme: Keep'), 'mneme.keepProposal', 3),
      this.#make('mneme.offer.edit', t('Mneme: Edit'), 'mneme.editProposal', 2),
      this.#make('mneme.offer.reject', t('Mneme: Reject'), 'mneme.rejectProposal', 1),
    ];
    this.#kept.add(link.onDidChangeState(() => this.#show()));
    this.#kept.add(capture.onDidChangePaused(() => this.#show()));
    this.#kept.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#show()));
    this.#kept.add(offers.onDidChange((memory) => this.#showOffer(memory)));
    this.#show();
    this.#item.show();
  }

  /** Shows that Mneme learns for as long as the work takes. */
  async whileLearning<T>(work: () => Promise<T>): Promise<T> {
    this.#learning++;
    this.#show();
    try {
      return await work();
    } finally {
      this.#learning--;
      this.#show();
    }
  }

  dispose(): void {
    this.#kept.dispose();
  }

  #make(id: string, name: string, command: string, priority: number): vscode.StatusBarItem {
    const { Right } = vscode.StatusBarAlignment;
    const item = this.#kept.add(
      vscode.window.createStatusBarItem(id, Right, BESIDE + priority / 10),
    );
    item.name = name;
    item.command = command;
    return item;
  }

  #state(): State {
    if (this.#link.state === 'trouble') return 'trouble';
    if (this.#learning > 0) return 'learning';
    if (!vscode.workspace.isTrusted) return 'untrusted';
    return this.#capture.paused ? 'paused' : 'active';
  }

  #show(): void {
    const state = this.#state();
    const icons: Record<State, string> = {
      active: 'lightbulb',
      paused: 'debug-pause',
      learning: 'sync~spin',
      trouble: 'warning',
      untrusted: 'shield',
    };
    const words: Record<State, string> = {
      active: t('Mneme is learning from what you do'),
      paused: t('Mneme is paused and watches nothing'),
      learning: t('Mneme is learning from a repository'),
      trouble: t('Mneme’s engine did not start; the log says why'),
      untrusted: t('Mneme watches nothing in a folder that is not trusted'),
    };
    this.#item.text = `$(${icons[state]}) Mneme`;
    this.#item.tooltip = words[state];
    this.#item.accessibilityInformation = { label: words[state], role: 'button' };
    this.#item.backgroundColor =
      state === 'trouble' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  }

  #showOffer(memory: Memory | undefined): void {
    if (!memory) {
      for (const item of this.#offer) item.hide();
      return;
    }
    const [text, keep, edit, reject] = this.#offer;
    if (!text || !keep || !edit || !reject) return;
    const label = shortWords(memory, 43);
    text.text = `$(lightbulb-sparkle) ${escapeIcons(label)}`;
    text.tooltip = new vscode.MarkdownString(memoryTooltip({ memory }, t));
    text.accessibilityInformation = { label: t('Proposed memory: {0}', label), role: 'button' };
    const words = [t('Keep this memory'), t('Edit this memory'), t('Reject this memory')];
    for (const [at, [item, icon]] of (
      [
        [keep, 'check'],
        [edit, 'edit'],
        [reject, 'close'],
      ] as const
    ).entries()) {
      item.text = `$(${icon})`;
      item.tooltip = `${words[at] ?? ''} (${OFFER_KEYS[at] ?? ''})`;
      item.accessibilityInformation = { label: words[at] ?? '', role: 'button' };
    }
    for (const item of this.#offer) item.show();
  }
}

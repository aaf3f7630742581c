import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { HostMessage } from '../../protocol/panel-messages';
import { DisposableStore } from '../disposable-store';
import { graphPanelHtml } from './graph-panel-html';
import type { GraphHost, GraphSession } from './graph-session';

/** The id of the sidebar view, as in the manifest. */
const GRAPH_VIEW = 'mneme.graph';

/**
 * The graph of memories: a view in the sidebar and, from the same bundle, a tab in the editor area.
 * A hidden view is destroyed and comes back from what its app kept.
 */
export class GraphPanel implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #host: GraphHost;
  readonly #kept = new DisposableStore();
  readonly #tabs = new Set<vscode.WebviewPanel>();
  #view: { view: vscode.WebviewView; session: Promise<GraphSession> } | undefined;
  /** The node that the view is to show once it stands. */
  #wanted: string | undefined;

  /** Registers the view. */
  constructor(parts: GraphHost & { extensionUri: vscode.Uri }) {
    this.#extensionUri = parts.extensionUri;
    this.#host = parts;
    this.#kept.add(vscode.window.registerWebviewViewProvider(GRAPH_VIEW, this));
  }

  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    const session = this.#stand(view.webview, 'sideBar', this.#wanted);
    this.#wanted = undefined;
    const standing = { view, session };
    this.#view = standing;
    view.onDidDispose(() => {
      dispose(session);
      if (this.#view === standing) this.#view = undefined;
    });
    await session;
  }

  /** Brings the sidebar view to the front, showing this memory or entity. */
  async reveal(node: string): Promise<void> {
    if (this.#view) {
      this.#view.view.show(false);
      await (await this.#view.session).reveal(node);
      return;
    }
    this.#wanted = node;
    await vscode.commands.executeCommand(`${GRAPH_VIEW}.focus`);
  }

  /** Opens the graph as a tab in the editor area, where there is more room. */
  openTab(node?: string): void {
    const panel = vscode.window.createWebviewPanel(
      'mneme.graphTab',
      vscode.l10n.t('Memory Graph'),
      vscode.ViewColumn.Active,
    );
    panel.iconPath = new vscode.ThemeIcon('type-hierarchy-sub');
    const session = this.#stand(panel.webview, 'editor', node);
    this.#tabs.add(panel);
    panel.onDidDispose(() => {
      this.#tabs.delete(panel);
      dispose(session);
    });
  }

  dispose(): void {
    if (this.#view) dispose(this.#view.session);
    for (const tab of [...this.#tabs]) tab.dispose();
    this.#kept.dispose();
  }

  /** Loads what a panel needs only now: activation shall not wait for it. */
  async #stand(
    webview: vscode.Webview,
    place: 'sideBar' | 'editor',
    first: string | undefined,
  ): Promise<GraphSession> {
    const [{ GraphSession }, { envelope }] = await Promise.all([
      import('./graph-session'),
      import('../../protocol/panel-messages'),
    ]);
    const folder = vscode.Uri.joinPath(this.#extensionUri, 'dist', 'webview');
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    const post = (message: HostMessage) => void webview.postMessage(envelope(message));
    const session = new GraphSession(this.#host, post, first);
    // The webview lets go of its listeners when it is destroyed.
    webview.onDidReceiveMessage((raw: unknown) => session.receive(raw));
    webview.html = graphPanelHtml({
      script: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'panel.js')).toString(),
      nonce: randomBytes(16).toString('base64'),
      title: vscode.l10n.t('Memory Graph'),
      place,
    });
    return session;
  }
}

function dispose(session: Promise<GraphSession>): void {
  // One that could not be loaded was told of already, and has nothing to let go of.
  session.then((standing) => standing.dispose()).catch(() => undefined);
}

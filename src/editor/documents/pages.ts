import * as vscode from 'vscode';
import { Delayed } from '../delayed';
import { DisposableStore } from '../disposable-store';
import type { EngineLink } from '../engine-link';
import { t } from '../translate';
import type { PlacedLink } from './page';
import { PAGE_SCHEME, type PageAddress, pageAddress, type PageKind, pageUri } from './page-address';

/**
 * How long after a change a page that is seen is written anew, in milliseconds. A report counts all
 * that there is, and the other page recalls once more: these take their time.
 */
const SOON = 1000;
const LATER = 10_000;
const COSTLY: ReadonlySet<PageKind> = new Set<PageKind>(['why', 'report']);
/** Pages whose links are kept, those written last. */
const PAGES_KEPT = 100;

/**
 * Pages that tell of receipts, memories and reports: documents that can be read, searched and copied
 * but not changed, with links that run commands. They follow what happens while they are open.
 */
export class Pages
  implements
    vscode.TextDocumentContentProvider,
    vscode.DocumentLinkProvider,
    vscode.DocumentSymbolProvider,
    vscode.Disposable
{
  readonly #link: EngineLink;
  readonly #kept = new DisposableStore();
  readonly #changes = this.#kept.add(new vscode.EventEmitter<vscode.Uri>());
  /** Of the pages written last, by their URIs. */
  readonly #soon: Delayed;
  readonly #links = new Map<string, readonly PlacedLink[]>();

  constructor(link: EngineLink) {
    this.#link = link;
    const soon = (this.#soon = this.#kept.add(new Delayed(SOON, () => this.#refresh(false))));
    const later = this.#kept.add(new Delayed(LATER, () => this.#refresh(true)));
    const ours = { scheme: PAGE_SCHEME };
    this.#kept.add(vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, this));
    this.#kept.add(vscode.languages.registerDocumentLinkProvider(ours, this));
    this.#kept.add(vscode.languages.registerDocumentSymbolProvider(ours, this));
    this.#kept.add(
      link.onEvent((event) => {
        const touched = event.kind === 'changed' && (event.many || event.memories.length > 0);
        if (!touched && event.kind !== 'rulesChanged') return;
        soon.ask();
        later.ask();
      }),
    );
  }

  readonly onDidChange = this.#changes.event;

  /** It was counted how rules are kept: pages that tell of it are written anew soon. */
  counted(): void {
    this.#soon.ask();
  }

  /** Opens a page, or shows it again as it is now. */
  async open(address: PageAddress, title: string): Promise<void> {
    const uri = vscode.Uri.from(pageUri(address, title));
    this.#changes.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { renderPage } = await import('./render-page');
    const address = pageAddress(uri.query);
    if (!address) return '';
    const { text, links } = await renderPage(this.#link, address);
    this.#keep(uri.toString(), links);
    return text;
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    return (this.#links.get(uri.toString()) ?? []).map(({ line, from, to, command, ...link }) => {
      const query = encodeURIComponent(JSON.stringify(link.arguments));
      const target = vscode.Uri.parse(`command:${command}?${query}`);
      const placed = new vscode.DocumentLink(new vscode.Range(line, from, line, to), target);
      placed.tooltip = t('Go');
      return placed;
    });
  }

  /** Sections, so that “Go to Symbol” and the outline lead from memory to memory. */
  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const symbols: vscode.DocumentSymbol[] = [];
    for (let line = 0; line < document.lineCount; line++) {
      const { text, range } = document.lineAt(line);
      const title = /^#+ (.+)$/.exec(text)?.[1];
      if (title === undefined) continue;
      symbols.push(new vscode.DocumentSymbol(title, '', vscode.SymbolKind.String, range, range));
    }
    return symbols;
  }

  dispose(): void {
    this.#kept.dispose();
  }

  /** A page that is closed may be opened again while the editor still has its text. */
  #keep(uri: string, links: readonly PlacedLink[]): void {
    this.#links.delete(uri);
    this.#links.set(uri, links);
    for (const [oldest] of this.#links) {
      if (this.#links.size <= PAGES_KEPT) break;
      this.#links.delete(oldest);
    }
  }

  #refresh(costly: boolean): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      const { uri } = document;
      const kind = uri.scheme === PAGE_SCHEME ? pageAddress(uri.query)?.kind : undefined;
      if (kind !== undefined && COSTLY.has(kind) === costly) this.#changes.fire(uri);
    }
  }
}

import * as vscode from 'vscode';
import type { Memory } from '../../memory/memory';
import type { EngineLink } from '../engine-link';

const SCHEME = 'mneme-memory';

/** Gives the text before and after of a correction as documents that can be read and not changed. */
export class MemoryTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #link: EngineLink;
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(link: EngineLink) {
    this.#link = link;
  }

  async provideTextDocumentContent({ path, query: id }: vscode.Uri): Promise<string> {
    const card = await this.#link.call('card', { id });
    const detail = card?.memory.detail;
    return (path === '/before' ? detail?.before : detail?.after) ?? '';
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

/**
 * The documents of a memory's text before and after. Plain text, whatever the language: a language
 * server would report the fragments as errors.
 */
export function memoryTexts({ id }: Memory): [before: vscode.Uri, after: vscode.Uri] {
  return [textUri(id, 'before'), textUri(id, 'after')];
}

function textUri(id: string, side: 'before' | 'after'): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${side}`, query: id });
}

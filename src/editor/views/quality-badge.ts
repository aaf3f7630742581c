import * as vscode from 'vscode';
import { t } from '../translate';

const SCHEME = 'mneme-quality';

/** Names a memory's quality as something that can be decorated: `mneme-quality:/m_1?82`. */
export function qualityUri(memory: string, mean: number): vscode.Uri {
  const share = Math.min(99, Math.round(mean * 100));
  return vscode.Uri.from({ scheme: SCHEME, path: `/${memory}`, query: String(share) });
}

/**
 * Writes the quality at the right edge of a memory's row. A row's description gives way to its
 * label in a narrow sidebar; a badge does not, so a memory is seen to sink.
 */
export class QualityBadges implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #registered = vscode.window.registerFileDecorationProvider(this);

  provideFileDecoration({ scheme, query }: vscode.Uri): vscode.FileDecoration | undefined {
    if (scheme !== SCHEME) return undefined;
    return new vscode.FileDecoration(query, t('Helps when shown: {0} %', query));
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

import * as vscode from 'vscode';
import { t } from '../translate';

const QUALITY = 'mneme-quality';
const KEPT = 'mneme-kept';

/** Names a memory's quality as something that can be decorated: `mneme-quality:/m_1?82`. */
export function qualityUri(memory: string, mean: number): vscode.Uri {
  // A badge has room for two characters.
  return shareUri(QUALITY, memory, Math.min(99, Math.round(mean * 100)));
}

/** The same for how often a rule was kept. */
export function keptUri(memory: string, share: number): vscode.Uri {
  return shareUri(KEPT, memory, Math.floor(share * 100));
}

function shareUri(scheme: string, memory: string, percent: number): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${memory}`, query: String(percent) });
}

/**
 * Writes the quality at the right edge of a memory's row. A row's description gives way to its
 * label in a narrow sidebar; a badge does not, so a memory is seen to sink.
 */
export class QualityBadges implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #registered = vscode.window.registerFileDecorationProvider(this);

  provideFileDecoration({ scheme, query }: vscode.Uri): vscode.FileDecoration | undefined {
    if (scheme === QUALITY) {
      return new vscode.FileDecoration(query, t('Helps when shown: {0} %', query));
    }
    if (scheme === KEPT) {
      return new vscode.FileDecoration(query === '100' ? '✓' : query, t('Kept: {0} %', query));
    }
    return undefined;
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

import * as vscode from 'vscode';
import type { FoundBreach } from '../../memory/breach';
import { pageUri } from '../documents/page-address';
import { t } from '../translate';
import { oneLine } from '../words';
import { breachWords, type Grade, gradeOf, placeOf } from './breach-place';
import { OWN_SOURCE } from './own-source';

const SEVERITY: Readonly<Record<Grade, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

interface Shown {
  readonly version: number;
  readonly breaches: readonly FoundBreach[];
}

/** What breaks rules in the open documents, underlined. */
export class BreachList implements vscode.Disposable {
  #diagnostics: vscode.DiagnosticCollection | undefined;
  readonly #shown = new Map<string, Shown>();

  /** Shows what was found in a version of a document, in the place of what was found before. */
  show(uri: string, version: number, breaches: readonly FoundBreach[]): void {
    if (breaches.length === 0) {
      if (this.#shown.delete(uri)) this.#diagnostics?.delete(vscode.Uri.parse(uri));
      return;
    }
    this.#shown.set(uri, { version, breaches });
    this.#diagnostics ??= vscode.languages.createDiagnosticCollection('mneme');
    this.#diagnostics.set(vscode.Uri.parse(uri), breaches.map(diagnosticOf));
  }

  /** What was found in a document, while it is as it was then. */
  in({ uri, version }: vscode.TextDocument): readonly FoundBreach[] {
    const shown = this.#shown.get(uri.toString());
    return shown?.version === version ? shown.breaches : [];
  }

  dispose(): void {
    this.#diagnostics?.dispose();
    this.#shown.clear();
  }
}

/** Where a breach is underlined. */
export function rangeOf(breach: FoundBreach): vscode.Range {
  const { line, column, endLine, endColumn } = placeOf(breach);
  return new vscode.Range(line, column, endLine, endColumn);
}

function diagnosticOf(breach: FoundBreach): vscode.Diagnostic {
  const severity = SEVERITY[gradeOf(breach.force)];
  const diagnostic = new vscode.Diagnostic(rangeOf(breach), breachWords(breach), severity);
  diagnostic.source = OWN_SOURCE;
  diagnostic.code = { value: t('rule'), target: rulePage(breach.rule, breach.text) };
  return diagnostic;
}

/** The page of a rule as something that a link opens. */
function rulePage(id: string, text: string): vscode.Uri {
  return vscode.Uri.from(pageUri({ kind: 'rule', about: id }, oneLine(text, 40)));
}

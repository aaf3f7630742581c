import * as vscode from 'vscode';
import type { Problem } from '../../memory/signal';
import { OWN_SOURCE } from '../rules/own-source';
import { cut, TEXT_BOUND } from './observation';
import type { Reported } from './problem-diff';

const SEVERITIES: Readonly<Record<vscode.DiagnosticSeverity, Problem['severity']>> = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'information',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
};

/** What the language servers say of a document now. What Mneme says itself is told by other ways. */
export function reportedProblems(uri: string): Reported[] {
  const all = vscode.languages.getDiagnostics(vscode.Uri.parse(uri));
  const others = all.filter(({ source }) => source !== OWN_SOURCE);
  return others.map((diagnostic) => {
    const { start, end } = diagnostic.range;
    const code = codeOf(diagnostic);
    return {
      problem: {
        severity: SEVERITIES[diagnostic.severity],
        message: cut(diagnostic.message, TEXT_BOUND.line),
        line: start.line + 1,
        ...(code === undefined ? {} : { code }),
        ...(diagnostic.source === undefined ? {} : { source: diagnostic.source }),
      },
      lines: { from: start.line, to: end.line },
    };
  });
}

function codeOf({ code }: vscode.Diagnostic): string | undefined {
  if (code === undefined) return undefined;
  return String(typeof code === 'object' ? code.value : code);
}

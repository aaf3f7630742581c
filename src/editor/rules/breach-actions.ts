import * as vscode from 'vscode';
import type { FoundBreach } from '../../memory/breach';
import { t } from '../translate';
import { oneLine } from '../words';
import { type BreachList, rangeOf } from './breach-list';
import { fixesTogether } from './breach-place';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
/** Mends all that a lint rule can mend by itself; run by whoever sets it to run on save. */
const FIX_ALL = SourceFixAll.append('mneme');
const SHORT = 50;

/** What can be done about a breach, in the order in which one would. */
export class BreachActions implements vscode.CodeActionProvider {
  static readonly kinds = [QuickFix, FIX_ALL];
  readonly #list: BreachList;

  constructor(list: BreachList) {
    this.#list = list;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const all = this.#list.in(document);
    if (all.length === 0) return [];
    if (only && FIX_ALL.contains(only)) return fixAll(document, all);
    if (only && !only.contains(QuickFix) && !only.contains(FIX_ALL)) return [];
    const diagnostics = vscode.languages.getDiagnostics(document.uri);
    return all.flatMap((breach) => {
      const place = rangeOf(breach);
      if (!range.intersection(document.validateRange(place))) return [];
      const of = diagnostics.filter((one) => one.source === 'Mneme' && one.range.isEqual(place));
      return actionsOf(document, breach, all, of);
    });
  }
}

function actionsOf(
  document: vscode.TextDocument,
  breach: FoundBreach,
  all: readonly FoundBreach[],
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction[] {
  const words = oneLine(breach.text, SHORT);
  const actions = breach.fixes.map((fix, at) => {
    const action = quickFix(fix.title, diagnostics);
    action.edit = editOf(document, [fix]);
    action.isPreferred = at === 0;
    return action;
  });
  const same = all.filter(({ rule, fixes }) => rule === breach.rule && fixes.length > 0);
  if (same.length > 1 && breach.fixes.length > 0) {
    const action = quickFix(
      t('Fix all {0} places of “{1}” in this file', same.length, words),
      diagnostics,
    );
    action.edit = editOf(document, fixesTogether(same));
    actions.push(action);
  }
  const { rule, line } = breach;
  const place = { rule, uri: document.uri.toString(), line };
  const run = (title: string, command: string, ...given: unknown[]): void => {
    const action = quickFix(title, diagnostics);
    action.command = { command, title, arguments: given };
    actions.push(action);
  };
  run(t('Leave it here: “{0}” does not hold for this line', words), 'mneme.leaveHere', place);
  run(t('Wrong here: this does not break “{0}”', words), 'mneme.wrongHere', place);
  run(t('Open rule “{0}”', words), 'mneme.openRule', rule);
  return actions;
}

/** Lint rules mend without changing what code does; other fixes want to be looked at one by one. */
function fixAll(document: vscode.TextDocument, all: readonly FoundBreach[]): vscode.CodeAction[] {
  const safe = all.filter(({ kind, fixes }) => kind === 'lint' && fixes.length === 1);
  if (safe.length === 0) return [];
  const action = new vscode.CodeAction(t('Mend what breaks rules'), FIX_ALL);
  action.edit = editOf(document, fixesTogether(safe));
  return [action];
}

function quickFix(title: string, diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, QuickFix);
  action.diagnostics = diagnostics;
  return action;
}

function editOf(
  document: vscode.TextDocument,
  fixes: readonly FoundBreach['fixes'][number][],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of fixes.flatMap(({ edits }) => edits)) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, text);
  }
  return edit;
}

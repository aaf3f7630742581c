import * as vscode from 'vscode';
import type { Clock } from '../../memory/clock';
import { cut, TEXT_BOUND, type Observe } from './observation';
import { OutputTail } from './output-tail';

/** Tells how tasks ended. */
export function watchTasks(observe: Observe, clock: Clock): vscode.Disposable {
  return vscode.tasks.onDidEndTaskProcess(({ execution: { task }, exitCode }) => {
    // No exit code: it was ended from outside and says nothing of the code.
    if (exitCode === undefined) return;
    const group =
      task.group?.id === vscode.TaskGroup.Test.id
        ? 'test'
        : task.group?.id === vscode.TaskGroup.Build.id
          ? 'build'
          : 'other';
    observe(
      {
        kind: 'task',
        at: clock.now(),
        name: cut(task.name, TEXT_BOUND.line),
        group,
        exitCode,
        confidence: 1,
        evidence: [`the task ended with ${exitCode}`],
      },
      folderOf(typeof task.scope === 'object' ? task.scope.uri : undefined),
    );
  });
}

/** How sure shell integration is of a command line, by VS Code's own three steps. */
const CONFIDENCE: Readonly<Record<vscode.TerminalShellExecutionCommandLineConfidence, number>> = {
  [vscode.TerminalShellExecutionCommandLineConfidence.Low]: 0.3,
  [vscode.TerminalShellExecutionCommandLineConfidence.Medium]: 0.7,
  [vscode.TerminalShellExecutionCommandLineConfidence.High]: 0.95,
};

/** Hears of commands when they start. `folder` is that of the workspace in which one runs. */
export interface CommandWatcher {
  commandStarted(line: string, terminal: string, folder: vscode.Uri | undefined): void;
}

/**
 * Tells how commands in terminals ended, and a watcher that they began. Command lines from an untrusted source are passed over:
 * any program can print the sequences that shell integration reads.
 */
export function watchTerminals(
  observe: Observe,
  clock: Clock,
  watcher: CommandWatcher,
): vscode.Disposable {
  const outputs = new WeakMap<vscode.TerminalShellExecution, OutputTail>();
  const begun = vscode.window.onDidStartTerminalShellExecution(({ execution, terminal }) => {
    const tail = new OutputTail();
    outputs.set(execution, tail);
    void tail.follow(execution.read());
    const { value, isTrusted } = execution.commandLine;
    if (!isTrusted || value.trim() === '') return;
    watcher.commandStarted(value.trim(), terminal.name, execution.cwd);
  });
  const ended = vscode.window.onDidEndTerminalShellExecution(({ execution, exitCode }) => {
    const { value, isTrusted, confidence } = execution.commandLine;
    if (exitCode === undefined || !isTrusted || value.trim() === '') return;
    const output = exitCode === 0 ? undefined : outputs.get(execution)?.errors();
    observe(
      {
        kind: 'terminal',
        at: clock.now(),
        command: cut(value.trim(), TEXT_BOUND.line),
        exitCode,
        ...(output !== undefined && { output: cut(output, TEXT_BOUND.context) }),
        confidence: CONFIDENCE[confidence],
        evidence: ['reported by shell integration'],
      },
      folderOf(execution.cwd),
    );
  });
  return vscode.Disposable.from(begun, ended);
}

/** Tells how runs of a notebook's cells ended. */
export function watchCells(observe: Observe, clock: Clock): vscode.Disposable {
  return vscode.workspace.onDidChangeNotebookDocument(({ notebook, cellChanges }) => {
    for (const { cell, executionSummary } of cellChanges) {
      const { success, timing } = executionSummary ?? {};
      if (success === undefined || cell.kind !== vscode.NotebookCellKind.Code) continue;
      const text = cell.document.getText();
      if (text.trim() === '') continue;
      observe(
        {
          kind: 'cell',
          at: timing?.endTime ?? clock.now(),
          language: cell.document.languageId,
          text: cut(text, TEXT_BOUND.suggestion),
          succeeded: success,
          confidence: 1,
          evidence: [success ? 'the cell ran without an error' : 'the cell ended with an error'],
        },
        notebook.uri.toString(),
      );
    }
  });
}

/** Where a process ran, as a folder of the workspace; the only one, where nothing is said. */
function folderOf(uri: vscode.Uri | undefined): string | undefined {
  if (uri) return vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length === 1 ? folders[0]?.uri.toString() : undefined;
}

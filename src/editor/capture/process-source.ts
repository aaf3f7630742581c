import * as vscode from 'vscode';
import type { Clock } from '../../memory/clock';
import { cut, TEXT_BOUND, type Observe } from './observation';

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

/**
 * Tells how commands in terminals ended. Command lines from an untrusted source are passed over:
 * any program can print the sequences that shell integration reads.
 */
export function watchTerminals(observe: Observe, clock: Clock): vscode.Disposable {
  return vscode.window.onDidEndTerminalShellExecution(({ execution, exitCode }) => {
    const { value, isTrusted, confidence } = execution.commandLine;
    if (exitCode === undefined || !isTrusted || value.trim() === '') return;
    observe(
      {
        kind: 'terminal',
        at: clock.now(),
        command: cut(value.trim(), TEXT_BOUND.line),
        exitCode,
        confidence: CONFIDENCE[confidence],
        evidence: ['reported by shell integration'],
      },
      folderOf(execution.cwd),
    );
  });
}

/** Where a process ran, as a folder of the workspace; the only one, where nothing is said. */
function folderOf(uri: vscode.Uri | undefined): string | undefined {
  if (uri) return vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length === 1 ? folders[0]?.uri.toString() : undefined;
}

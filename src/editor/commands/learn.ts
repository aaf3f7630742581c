import * as vscode from 'vscode';
import { HumanError } from '../../memory/human-error';
import { repositoryName } from '../../memory/repository-name';
import type { LearnProgress, LearnReport } from '../../protocol/engine-api';
import type { Parts } from '../parts';
import { t } from '../translate';
import { localFolders } from '../workspace-here';
import { learnWords, reportWords } from './learn-words';

/** Makes memories of a repository's history and instruction files, and says what it came to. */
export async function learn(parts: Parts): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const report = await parts.status.whileLearning(() => learnWithProgress(parts, folder));
  parts.memories.refresh();
  parts.log.info(`Learned from ${folder.uri.fsPath}: ${JSON.stringify(report)}`);
  const showMemories = t('Show Memories');
  const said = reportWords(report, repositoryName(report.repo), t);
  // Not waited for: the command is done, and the person may answer much later.
  void vscode.window
    .showInformationMessage(said, showMemories, t('Show Log'))
    .then(async (chosen) => {
      if (chosen === showMemories) {
        await vscode.commands.executeCommand('mneme.memories.focus');
      } else if (chosen !== undefined) parts.log.show();
    });
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = localFolders();
  if (folders.length === 0) {
    throw new HumanError(
      t('No folder on this machine is open.'),
      t('Open a repository, then learn from it.'),
    );
  }
  if (!vscode.workspace.isTrusted) {
    throw new HumanError(
      t('This workspace is not trusted.'),
      t('Trust it by “Workspaces: Manage Workspace Trust”, then learn from it.'),
    );
  }
  if (folders.length === 1) return folders[0];
  const items = folders.map((folder) => ({
    folder,
    label: folder.name,
    description: folder.uri.fsPath,
    iconPath: vscode.ThemeIcon.Folder,
  }));
  const title = t('Learn from This Repository');
  const placeHolder = t('Which folder?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.folder;
}

async function learnWithProgress(
  { link }: Parts,
  folder: vscode.WorkspaceFolder,
): Promise<LearnReport> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('Mneme learns from {0}', folder.name),
      cancellable: true,
    },
    async (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => {
        progress.report({ message: t('stopping; what was learned stays') });
        abort.abort();
      });
      let stage: LearnProgress['stage'] | undefined;
      let reached = 0;
      return link
        .call(
          'learn',
          { folder: folder.uri.fsPath },
          {
            signal: abort.signal,
            onProgress: (now) => {
              // The bar belongs to the history, the one stage that takes long.
              const share = now.stage === 'history' && now.total > 0 ? now.done / now.total : 1;
              const increment = Math.max(0, share * 100 - reached);
              reached = Math.max(reached, share * 100);
              stage = now.stage;
              progress.report({ message: learnWords(now, t), increment });
            },
          },
        )
        .finally(() => {
          if (stage === undefined) progress.report({ increment: 100 });
        });
    },
  );
}

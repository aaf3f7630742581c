import * as vscode from 'vscode';
import type { CommandId } from '../commands';
import type { Parts } from '../parts';
import { t } from '../translate';

interface MenuItem extends vscode.QuickPickItem {
  readonly run?: readonly [command: CommandId | 'workbench.action.openSettings', argument?: string];
}

/** All that one may want of Mneme, from the status bar. */
export async function showMenu({ capture, offers }: Parts): Promise<void> {
  const item = (
    label: string,
    icon: string,
    command: CommandId | 'workbench.action.openSettings',
    argument?: string,
  ): MenuItem => {
    const run = argument === undefined ? ([command] as const) : ([command, argument] as const);
    return { label, iconPath: new vscode.ThemeIcon(icon), run };
  };
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator };
  const items: MenuItem[] = [
    ...(offers.current
      ? [item(t('Show Proposed Memory'), 'lightbulb-sparkle', 'mneme.showProposal')]
      : []),
    item(t('Recall for This Task'), 'sparkle', 'mneme.recall'),
    item(t('Remember…'), 'add', 'mneme.remember'),
    item(t('Search Memories'), 'search', 'mneme.search'),
    item(t('Add a Rule…'), 'shield', 'mneme.addRule'),
    item(t('Show Rules'), 'law', 'mneme.showRules'),
    item(t('What Did the Assistant See?'), 'eye', 'mneme.showReceipts'),
    item(t('Learning Report'), 'graph', 'mneme.report'),
    item(t('Show Activity'), 'pulse', 'mneme.showActivity'),
    separator,
    item(t('Learn from This Repository'), 'repo', 'mneme.learn'),
    item(t('Undo Last Change'), 'discard', 'mneme.undo'),
    capture.paused
      ? item(t('Resume Learning'), 'play', 'mneme.resume')
      : item(t('Pause Learning'), 'debug-pause', 'mneme.pause'),
    separator,
    item(t('Settings'), 'gear', 'workbench.action.openSettings', 'mneme'),
    item(t('Show Log'), 'output', 'mneme.showLog'),
  ];
  const picked = await vscode.window.showQuickPick(items, { title: t('Mneme') });
  if (picked?.run) await vscode.commands.executeCommand(...picked.run);
}

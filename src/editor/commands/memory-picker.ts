import * as vscode from 'vscode';
import type { MemoryRow } from '../../protocol/engine-api';
import { Delayed } from '../delayed';
import { DisposableStore } from '../disposable-store';
import { escapeIcons } from '../markdown';
import type { Parts } from '../parts';
import { t } from '../translate';
import { messageOf } from '../trouble';
import { KIND_ICONS, oneLine, qualityWords, scopeWords, statusWords } from '../words';

interface MemoryItem extends vscode.QuickPickItem {
  readonly found: MemoryRow;
}

const LISTED = 50;

/**
 * Lets the person pick a memory by words, the newest at first. The engine searches, so the list is
 * taken as it comes. `undefined` when called off.
 */
export function pickMemory(
  { link, log }: Parts,
  title: string,
  statuses: MemoryRow['memory']['status'][] = ['active', 'candidate', 'quarantined'],
): Promise<MemoryRow | undefined> {
  const kept = new DisposableStore();
  const pick = kept.add(vscode.window.createQuickPick<MemoryItem>());
  pick.title = title;
  pick.placeholder = t('Search memories by words');
  pick.matchOnDescription = true;
  let asked = 0;
  const search = async () => {
    const turn = ++asked;
    const text = pick.value.trim();
    pick.busy = true;
    try {
      const rows =
        text === ''
          ? await link.call('list', { limit: LISTED, statuses })
          : await link.call('find', { text, limit: LISTED });
      // An answer that was overtaken by a later question is dropped.
      if (turn === asked) {
        pick.items = rows.filter(({ memory }) => statuses.includes(memory.status)).map(memoryItem);
      }
    } catch (error) {
      if (turn === asked) pick.placeholder = messageOf(error);
      log.error(error instanceof Error ? error : String(error));
    } finally {
      if (turn === asked) pick.busy = false;
    }
  };
  const soon = kept.add(new Delayed(80, () => void search()));
  return new Promise((give) => {
    kept.add(pick.onDidChangeValue(() => soon.ask()));
    kept.add(
      pick.onDidAccept(() => {
        give(pick.selectedItems[0]?.found);
        pick.hide();
      }),
    );
    kept.add(
      pick.onDidHide(() => {
        give(undefined);
        kept.dispose();
      }),
    );
    pick.show();
    void search();
  });
}

function memoryItem(found: MemoryRow): MemoryItem {
  const { memory } = found;
  const about = [scopeWords(memory.scope, t), qualityWords(found, t)];
  if (memory.status !== 'active') about.push(statusWords(memory.status, t));
  return {
    found,
    label: escapeIcons(oneLine(memory.text, 160)),
    description: escapeIcons(about.join(' · ')),
    iconPath: new vscode.ThemeIcon(KIND_ICONS[memory.kind]),
    alwaysShow: true,
  };
}

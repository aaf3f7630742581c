import * as vscode from 'vscode';
import type { ReceiptRow } from '../../memory/receipt';
import type { Door } from '../../memory/task';
import { askedWords } from '../documents/task-lines';
import { escapeIcons } from '../markdown';
import type { Parts } from '../parts';
import { t } from '../translate';
import { dateWords, momentWords, timeWords } from '../when';
import { doorWords, shortWords } from '../words';
import { givenExposure, givenMemory } from './given';
import { pickMemory } from './memory-picker';
import { tell } from './tend-memory';

/** Receipts that are listed at once. */
const PAGE = 50;
/** Days of a learning report. */
const DAYS = 7;

const DOOR_ICONS: Readonly<Record<Door, string>> = {
  panel: 'account',
  tool: 'tools',
  chat: 'comment-discussion',
  mcp: 'plug',
  hook: 'git-merge',
  cli: 'terminal',
  file: 'file',
};

interface ReceiptItem extends vscode.QuickPickItem {
  readonly receipt?: ReceiptRow;
  readonly more?: true;
  readonly command?: string;
}

/** Lists what was shown, the newest first, and opens what is picked. */
export async function showReceipts(parts: Parts): Promise<void> {
  const rows: ReceiptRow[] = [];
  for (;;) {
    const before = rows.at(-1)?.id;
    const page = await parts.link.call('receipts', { limit: PAGE, ...(before && { before }) });
    const first = page[0]?.id;
    rows.push(...page);
    const picked = await pickReceipt(rows, page.length === PAGE, first);
    if (picked?.more) continue;
    if (picked?.command !== undefined) await vscode.commands.executeCommand(picked.command);
    if (picked?.receipt) await openReceipt(parts, picked.receipt.id);
    return;
  }
}

/** Opens a receipt: what was shown at once, to whom, and why. */
export async function openReceipt({ pages, link }: Parts, given: unknown): Promise<void> {
  if (typeof given !== 'string') return;
  const receipt = await link.call('receipt', { id: given });
  const title = receipt ? t('Shown {0}', momentWords(receipt.at)) : t('Receipt');
  await pages.open({ kind: 'receipt', about: given }, title);
}

/** Tells why a memory was shown: the showing that was named, else the memory's newest one. */
export async function whyShown(parts: Parts, given: unknown): Promise<void> {
  const exposure = givenExposure(given, parts.recalled.view) ?? (await newestShowing(parts, given));
  if (exposure === undefined) return;
  const showing = await parts.link.call('why', { exposure });
  const item = showing?.receipt.items.find((one) => one.exposure === exposure);
  const title = item ? t('Why: {0}', shortWords(item.memory, 40)) : t('Why Was This Shown?');
  await parts.pages.open({ kind: 'why', about: exposure }, title);
}

/** Opens how a memory has done and why it exists. */
export async function openRecord(parts: Parts, given: unknown): Promise<void> {
  const title = t('Show Record and Evidence');
  const id = givenMemory(given, parts.memories.view) ?? (await pickMemory(parts, title))?.memory.id;
  if (id === undefined) return;
  const card = await parts.link.call('card', { id });
  const name = card ? shortWords(card.memory, 40) : t('Memory');
  await parts.pages.open({ kind: 'record', about: id }, name);
}

/** Opens what learning came to in the last week. */
export async function showReport({ pages }: Parts): Promise<void> {
  await pages.open({ kind: 'report', about: String(DAYS) }, t('Learning Report'));
}

/** Follows the link under the cursor, so that a page can be walked by keys alone. */
export async function followLink(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.openLink');
}

/** Where the memory was shown last; says so when it never was. */
async function newestShowing(parts: Parts, given: unknown): Promise<string | undefined> {
  const title = t('Why Was This Shown?');
  const id = givenMemory(given, parts.memories.view) ?? (await pickMemory(parts, title))?.memory.id;
  if (id === undefined) return undefined;
  const exposure = (await parts.link.call('card', { id }))?.exposures[0]?.id;
  if (exposure === undefined) {
    tell(t('Nobody was shown this memory yet. Its record says why it exists.'));
    await openRecord(parts, id);
  }
  return exposure;
}

async function pickReceipt(
  rows: readonly ReceiptRow[],
  hasMore: boolean,
  first: string | undefined,
): Promise<ReceiptItem | undefined> {
  const title = t('What Did the Assistant See?');
  if (rows.length === 0) {
    const nothing: ReceiptItem[] = [
      {
        label: t('Nothing was shown yet'),
        detail: t('Ask for it yourself, or let an assistant use the tool #recall.'),
        kind: vscode.QuickPickItemKind.Default,
        iconPath: new vscode.ThemeIcon('sparkle'),
        command: 'mneme.recall',
      },
    ];
    return vscode.window.showQuickPick(nothing, { title, placeHolder: t('Recall for This Task') });
  }
  const items: ReceiptItem[] = [];
  let day = '';
  for (const row of rows) {
    const of = dateWords(row.at);
    if (of !== day) items.push({ label: of, kind: vscode.QuickPickItemKind.Separator });
    day = of;
    items.push(receiptItem(row));
  }
  if (hasMore) {
    items.push({ label: t('Show More'), iconPath: new vscode.ThemeIcon('more'), more: true });
  }
  return pickFrom(items, title, first);
}

/** As `showQuickPick`, but beginning at a receipt: the first of the page that was just loaded. */
function pickFrom(
  items: readonly ReceiptItem[],
  title: string,
  first: string | undefined,
): Promise<ReceiptItem | undefined> {
  const pick = vscode.window.createQuickPick<ReceiptItem>();
  pick.title = title;
  pick.placeholder = t('Search by what was asked, the file or the way');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  const active = items.find(({ receipt }) => receipt !== undefined && receipt.id === first);
  if (active) pick.activeItems = [active];
  return new Promise((give) => {
    pick.onDidAccept(() => {
      give(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      give(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function receiptItem(row: ReceiptRow): ReceiptItem {
  const { at, task, shown, tally, tokens } = row;
  const description = [
    timeWords(at),
    doorWords(task.door, t),
    shown === 1 ? t('1 memory') : t('{0} memories', shown),
    tokens === undefined ? '' : t('{0} tokens', tokens),
  ];
  const outcomes = [
    tally.helped > 0 ? t('{0} helped', tally.helped) : '',
    tally.harmed > 0 ? t('{0} misled', tally.harmed) : '',
    tally.ignored > 0 ? t('{0} ignored', tally.ignored) : '',
    tally.unknown > 0 ? t('{0} unknown', tally.unknown) : '',
  ];
  return {
    receipt: row,
    label: escapeIcons(askedWords(task, t)),
    description: description.filter((part) => part !== '').join(' · '),
    detail: escapeIcons(
      [task.sentence === '' ? '' : (task.file ?? ''), ...outcomes]
        .filter((part) => part !== '')
        .join(' · '),
    ),
    iconPath: new vscode.ThemeIcon(DOOR_ICONS[task.door]),
  };
}

import * as vscode from 'vscode';
import type { Memory, MemoryPatch } from '../../memory/memory';
import { HumanError } from '../../memory/human-error';
import { escapeIcons } from '../markdown';
import type { Parts } from '../parts';
import { t } from '../translate';
import { oneLine } from '../words';
import { editInEditor } from './memory-document';
import { givenMemory } from './given';
import { pickMemory } from './memory-picker';
import { pickScope } from './scope-picker';
import { askText } from './text-input';

const LIVE = ['active', 'candidate', 'quarantined'] as const;
const GONE = ['archived', 'superseded'] as const;

/** Changes the text of a memory. */
export async function correct(parts: Parts, given: unknown): Promise<void> {
  const memory = await chosen(parts, given, t('Correct a Memory'));
  if (memory) await correctText(parts, memory);
}

/** Asks for the new text: on one line, or in an editor when it has several. */
export async function correctText(parts: Parts, memory: Memory): Promise<Memory | undefined> {
  const text = memory.text.includes('\n')
    ? await editInEditor(memory)
    : await askText(t('Correct a Memory'), memory.text);
  if (text === undefined || text === memory.text) return undefined;
  const corrected = await patch(parts, memory, { text });
  tell(t('Corrected: {0}', oneLine(corrected.text, 40)));
  return corrected;
}

/** Changes where a memory holds. */
export async function move(parts: Parts, given: unknown): Promise<void> {
  const title = t('Change Where a Memory Holds');
  const memory = await chosen(parts, given, title);
  if (!memory) return;
  const document = vscode.window.activeTextEditor?.document;
  const located = document && (await parts.repositories.locate(document.uri));
  const scope = await pickScope(
    title,
    {
      repo: located?.repo ?? memory.scope.repo,
      file: located?.path,
      language: document?.languageId,
    },
    memory.scope,
  );
  if (scope) await patch(parts, memory, { scope });
}

/** The user says that it is so. */
export async function confirm(parts: Parts, given: unknown): Promise<void> {
  const memory = await chosen(parts, given, t('Confirm a Memory'));
  if (!memory) return;
  const confirmed = await parts.link.call('confirm', { id: memory.id });
  settled(parts, confirmed);
  tell(t('Confirmed: {0}', oneLine(confirmed.text, 40)));
}

/** Puts a memory aside; it is kept and is shown to no one. */
export async function archive(parts: Parts, given: unknown): Promise<void> {
  const memory = await chosen(parts, given, t('Archive a Memory'));
  if (!memory) return;
  await patch(parts, memory, { status: 'archived' });
  tell(t('Archived: {0}', oneLine(memory.text, 40)));
}

/** Brings a memory back that was put aside or taken out of use. */
export async function restore(parts: Parts, given: unknown): Promise<void> {
  const memory = await chosen(parts, given, t('Restore a Memory'), ['quarantined', ...GONE]);
  if (!memory) return;
  await patch(parts, memory, { status: 'active' });
  tell(t('Restored: {0}', oneLine(memory.text, 40)));
}

/** Removes a memory completely, after a modal question that says what goes. */
export async function forget(parts: Parts, given: unknown): Promise<void> {
  const memory = await chosen(parts, given, t('Forget a Memory'), [...LIVE, ...GONE]);
  if (!memory) return;
  const card = await parts.link.call('card', { id: memory.id });
  const detail = [
    oneLine(memory.text, 300),
    '',
    t(
      'Its text goes for good, with all that belongs to it (evidence: {0}, showings: {1}, outcomes: {2}). Until this window closes it can be undone. To keep it out of sight only, archive it.',
      memory.provenance.evidence.length,
      card?.exposures.length ?? 0,
      card?.outcomes.length ?? 0,
    ),
  ].join('\n');
  const yes = t('Forget');
  const asked = t('Forget this memory?');
  const answer = await vscode.window.showWarningMessage(asked, { modal: true, detail }, yes);
  if (answer !== yes) return;
  await parts.link.call('forget', { id: memory.id });
  settled(parts, memory);
  tell(t('Forgotten. “Mneme: Undo Last Change” brings it back until this window closes.'));
}

/** Takes the newest change back. */
export async function undo(parts: Parts): Promise<void> {
  const entry = await parts.link.call('undo', {});
  if (!entry) {
    tell(t('There is nothing to undo.'));
    return;
  }
  parts.memories.refresh();
  tell(oneLine(entry.summary, 80));
}

/** The memory that a row, an id or a search names; `undefined` when called off. */
async function chosen(
  parts: Parts,
  given: unknown,
  title: string,
  statuses: Memory['status'][] = [...LIVE],
): Promise<Memory | undefined> {
  const id =
    given === 'selectedRule'
      ? parts.rulesTree.view.selection[0]?.memory
      : givenMemory(given, parts.memories.view);
  if (id === undefined) return (await pickMemory(parts, title, statuses))?.memory;
  const card = await parts.link.call('card', { id });
  if (!card) {
    throw new HumanError(
      t('This memory is gone.'),
      t('Look for it with “Mneme: Search Memories”.'),
    );
  }
  return card.memory;
}

async function patch(parts: Parts, memory: Memory, change: MemoryPatch): Promise<Memory> {
  const changed = await parts.link.call('correct', { id: memory.id, patch: change });
  settled(parts, changed);
  return changed;
}

function settled(parts: Parts, { id }: Memory): void {
  parts.offers.settle(id);
  parts.memories.refresh();
}

/** Says what was done where it disturbs nobody. */
export function tell(words: string): void {
  vscode.window.setStatusBarMessage(escapeIcons(words), 6000);
}

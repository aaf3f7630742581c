import * as vscode from 'vscode';
import type { Memory } from '../../memory/memory';
import type { Parts } from '../parts';
import { t } from '../translate';
import { memoryTexts } from '../views/memory-texts';
import { oneLine, shortWords } from '../words';
import { givenMemory } from './given';
import { correctText, tell } from './tend-memory';

/** Keeps a proposed memory: it is the user's own word from now on. */
export async function keep(parts: Parts, given: unknown): Promise<void> {
  const memory = await proposal(parts, given);
  if (!memory) return;
  await parts.link.call('confirm', { id: memory.id });
  settled(parts, memory);
  tell(t('Kept: {0}', shortWords(memory, 43)));
}

/** Lets the user put a proposed memory into better words, then keeps it. */
export async function edit(parts: Parts, given: unknown): Promise<void> {
  const memory = await proposal(parts, given);
  if (!memory) return;
  const corrected = await correctText(parts, memory);
  if (corrected) await keep(parts, memory.id);
}

/** Puts a proposed memory aside; it is not offered again, and can be brought back. */
export async function reject(parts: Parts, given: unknown): Promise<void> {
  const memory = await proposal(parts, given);
  if (!memory) return;
  await parts.link.call('correct', { id: memory.id, patch: { status: 'archived' } });
  settled(parts, memory);
  tell(t('Rejected. “Mneme: Undo Last Change” brings it back.'));
}

/** Shows before and after beside each other. */
export async function compare(parts: Parts, given: unknown): Promise<void> {
  const memory = await proposal(parts, given);
  if (!memory) return;
  const [before, after] = memoryTexts(memory);
  await vscode.commands.executeCommand('vscode.diff', before, after, oneLine(memory.text, 60));
}

/** Brings the offered proposal to the eyes, where it can be read in full. */
export async function show(parts: Parts): Promise<void> {
  const { current } = parts.offers;
  if (current) await parts.proposals.reveal(current.id);
  else await vscode.commands.executeCommand('mneme.proposals.focus');
}

/** What the command is about: a row, the selected row, or what is being offered. */
async function proposal(parts: Parts, given: unknown): Promise<Memory | undefined> {
  const id = givenMemory(given, parts.proposals.view) ?? parts.offers.current?.id;
  if (id === undefined) return undefined;
  return (await parts.link.call('card', { id }))?.memory;
}

function settled(parts: Parts, { id }: Memory): void {
  parts.offers.settle(id);
  parts.memories.refresh();
}

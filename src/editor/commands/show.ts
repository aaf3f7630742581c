import * as vscode from 'vscode';
import { MEMORY_KINDS, type MemoryKind } from '../../memory/memory';
import { openPlace } from '../open-place';
import type { Parts } from '../parts';
import { t } from '../translate';
import { givenMemory } from './given';
import { pickMemory } from './memory-picker';

/** Looks for a memory by words and shows it in the graph. */
export async function search(parts: Parts): Promise<void> {
  const found = await pickMemory(parts, t('Search Memories'));
  if (found) await parts.graph.reveal(found.memory.id);
}

/** Shows a memory and what stands around it. */
export async function openInGraph(parts: Parts, given: unknown): Promise<void> {
  const id =
    givenMemory(given, parts.memories.view) ??
    (await pickMemory(parts, t('Open in Graph')))?.memory.id;
  if (id !== undefined) await parts.graph.reveal(id);
}

export async function showActivity(): Promise<void> {
  await vscode.commands.executeCommand('mneme.activity.focus');
}

/** Finds signals again by words: an error's message, a command that failed, what was dismissed. */
export async function searchActivity({ activity }: Parts): Promise<void> {
  const about = await vscode.window.showInputBox({
    title: t('Search Activity'),
    prompt: t('Words of an error, a failed command or a suggestion'),
  });
  if (about === undefined) return;
  await showActivity();
  activity.narrow(about.trim() || undefined);
}

/** Shows the next page of a kind in the tree of memories. */
export function showMore({ memories }: Parts, key: unknown, kind: unknown): void {
  if (typeof key === 'string' && isKind(kind)) memories.showMore(key, kind);
}

function isKind(given: unknown): given is MemoryKind {
  return MEMORY_KINDS.some((kind) => kind === given);
}

/** Opens the file and line where a piece of evidence was seen. */
export async function openEvidence({ repositories }: Parts, given: unknown): Promise<void> {
  const place = placeOf(given);
  if (!place) return;
  await openPlace(repositories, place.repo, place.file, place.line);
}

interface Seen {
  repo: string | undefined;
  file: string;
  line: number | undefined;
}

function placeOf(given: unknown): Seen | undefined {
  if (typeof given !== 'object' || given === null || !('file' in given)) return undefined;
  const { file } = given;
  if (typeof file !== 'string') return undefined;
  const repo = 'repo' in given && typeof given.repo === 'string' ? given.repo : undefined;
  const line =
    'line' in given && typeof given.line === 'number' ? Math.max(1, given.line) : undefined;
  return { repo, file, line };
}

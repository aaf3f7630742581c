import * as vscode from 'vscode';
import type { Entity } from '../../memory/entity';
import { entity } from '../../memory/entity-id';
import type { Evidence } from '../../memory/evidence';
import { HumanError } from '../../memory/human-error';
import type { MemoryKind } from '../../memory/memory';
import { TRUST } from '../../memory/provenance';
import type { Parts } from '../parts';
import type { Located } from '../repositories';
import { symbolAt } from '../task-context';
import { t } from '../translate';
import { KIND_ICONS, KINDS_IN_ORDER, kindWords, oneLine } from '../words';
import { localFolders } from '../workspace-here';
import { guessKind } from './guess-kind';
import { pickScope } from './scope-picker';
import { tell } from './tend-memory';
import { askText } from './text-input';

/** What a memory is made from, when not from the person's words alone. */
interface Origin {
  from: string;
  evidence: Evidence[];
  about: Entity[];
}

/** Evidence keeps this much of a selection; more is in the file. */
const MOST_KEPT = 2000;

/** Asks for a text, its kind and where it holds, and remembers it. */
export async function remember(parts: Parts): Promise<void> {
  const text = await askText(t('Remember (1/3)'));
  if (text === undefined) return;
  const now = Date.now();
  await keep(parts, text, {
    from: t('your own words'),
    evidence: [{ kind: 'statement', text, at: now }],
    about: [],
  });
}

/**
 * Remembers something about the selected text. Prose is offered as the memory itself; code becomes
 * its evidence, and the person says what is to be known about it.
 */
export async function rememberSelection(parts: Parts): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  if (!editor || selected.trim() === '') {
    throw new HumanError(t('Nothing is selected.'), t('Select some text in an editor first.'));
  }
  const { document, selection } = editor;
  const prose = ['markdown', 'plaintext', 'git-commit'].includes(document.languageId);
  const text = await askText(
    t('Remember Selection (1/3)'),
    prose ? oneLine(selected, 1000) : '',
    prose ? undefined : t('What should be known about this code?'),
  );
  if (text === undefined) return;
  const located = await parts.repositories.locate(document.uri);
  const line = selection.start.line + 1;
  const file = located?.path ?? document.uri.fsPath;
  const now = Date.now();
  await keep(parts, text, {
    from: `${file}:${line}`,
    evidence: [{ kind: 'file', text: selected.slice(0, MOST_KEPT), at: now, file, line }],
    about: located ? await entitiesAt(located, document, selection.start, now) : [],
  });
}

async function entitiesAt(
  { repo, path }: Located,
  document: vscode.TextDocument,
  at: vscode.Position,
  now: number,
): Promise<Entity[]> {
  const file = entity({ kind: 'file', name: path, repo, at: now });
  const symbol = await symbolAt(document, at);
  if (symbol === undefined) return [file];
  return [file, entity({ kind: 'symbol', name: `${path}#${symbol}`, repo, at: now })];
}

async function keep(parts: Parts, text: string, origin: Origin): Promise<void> {
  const kind = await pickKind(guessKind(text));
  if (kind === undefined) return;
  const document = vscode.window.activeTextEditor?.document;
  const located = document && (await parts.repositories.locate(document.uri));
  const folder = localFolders()[0];
  const repo = located?.repo ?? (folder && (await parts.repositories.locate(folder.uri))?.repo);
  const around = { repo, file: located?.path, language: document?.languageId };
  const scope = await pickScope(t('Remember (3/3)'), around);
  if (scope === undefined) return;
  const { from, evidence, about } = origin;
  const memory = await parts.link.call('remember', {
    kind,
    text,
    scope,
    status: 'active',
    provenance: { source: 'user', from, at: Date.now(), trust: TRUST.user, evidence },
    about,
  });
  parts.memories.refresh();
  tell(t('Mneme remembers: {0}', oneLine(memory.text, 40)));
}

async function pickKind(guess: MemoryKind): Promise<MemoryKind | undefined> {
  const explained: Record<MemoryKind, string> = {
    rule: t('must, never: to be held to'),
    preference: t('how you like it'),
    fact: t('how things are'),
    correction: t('what was wrong, and what is right'),
    fix: t('a problem and what solves it'),
    workflow: t('steps that work'),
    decision: t('a choice and its reason'),
    episode: t('what happened'),
  };
  const kinds = [guess, ...KINDS_IN_ORDER.filter((kind) => kind !== guess)];
  const items = kinds.map((kind) => ({
    memoryKind: kind,
    label: kindWords(kind, t).one,
    description: explained[kind],
    iconPath: new vscode.ThemeIcon(KIND_ICONS[kind]),
  }));
  const title = t('Remember (2/3)');
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('What is it?'),
    matchOnDescription: true,
  });
  return picked?.memoryKind;
}

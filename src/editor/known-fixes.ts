import * as vscode from 'vscode';
import type { Memory } from '../memory/memory';
import type { EngineEvent } from '../protocol/engine-api';
import { DisposableStore } from './disposable-store';
import type { EngineLink } from './engine-link';
import { escapeIcons } from './markdown';
import type { Settings } from './settings';
import { t } from './translate';
import { memoryTooltip } from './views/memory-tooltip';
import { oneLine } from './words';

type FixKnown = Extract<EngineEvent, { kind: 'fixKnown' }>;

/** How long the status bar tells of a fix, in milliseconds. */
const STANDS = 60_000;
/** Problems whose fixes are offered among their quick fixes: those that came up last. */
const OFFERED = 50;
/** Left of what Mneme says of itself. */
const BESIDE = 90.5;
const FILES = [{ scheme: 'file' }, { scheme: 'vscode-remote' }];

/**
 * Tells of a known fix when its problem comes up, before anybody asks: for a minute in the status
 * bar, and among the problem's quick fixes. Looks nothing up by itself: the engine tells of it.
 */
export class KnownFixes implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #link: EngineLink;
  readonly #settings: Settings;
  readonly #kept = new DisposableStore();
  readonly #item: vscode.StatusBarItem;
  /** By what the problem says. */
  readonly #fixes = new Map<string, Memory>();
  #timer: NodeJS.Timeout | undefined;

  constructor(link: EngineLink, settings: Settings) {
    this.#link = link;
    this.#settings = settings;
    const { Right } = vscode.StatusBarAlignment;
    this.#item = this.#kept.add(vscode.window.createStatusBarItem('mneme.fix', Right, BESIDE));
    this.#item.name = t('Mneme: Known Fix');
    const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
    this.#kept.add(vscode.languages.registerCodeActionsProvider(FILES, this, kinds));
    this.#kept.add(
      link.onEvent((event) => {
        if (event.kind === 'fixKnown') this.#tell(event);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#kept.dispose();
  }

  provideCodeActions(
    _document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    if (this.#fixes.size === 0) return [];
    return diagnostics.flatMap((diagnostic) => {
      const { code, source, message } = diagnostic;
      const plain = typeof code === 'object' ? code.value : code;
      const memory = this.#fixes.get(keyOf(plain?.toString(), source, message));
      if (memory === undefined) return [];
      const title = t('Mneme knows a fix: {0}', solution(memory));
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      action.command = { command: 'mneme.openRecord', title, arguments: [memory.id] };
      return [action];
    });
  }

  #tell({ memory, signal }: FixKnown): void {
    if (!this.#settings.get('fixes.enabled')) return;
    if (signal.kind === 'diagnostic') {
      const { code, source, message } = signal.problem;
      this.#fixes.set(keyOf(code, source, message), memory);
      const [oldest] = this.#fixes.keys();
      if (this.#fixes.size > OFFERED && oldest !== undefined) this.#fixes.delete(oldest);
    }
    const words = solution(memory);
    this.#item.text = `$(wrench) ${escapeIcons(words)}`;
    this.#item.tooltip = new vscode.MarkdownString(memoryTooltip({ memory }, t));
    this.#item.accessibilityInformation = { label: t('Known fix: {0}', words), role: 'button' };
    this.#item.command = {
      command: 'mneme.openRecord',
      title: t('Mneme: Known Fix'),
      arguments: [memory.id],
    };
    this.#item.show();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#item.hide(), STANDS);
    // It stands before the user now: what comes of it is its doing.
    void this.#link
      .connect()
      .then((client) => client.call('fixShown', { memory: memory.id, signal }))
      .catch(() => undefined);
  }
}

function keyOf(code: string | undefined, source: string | undefined, message: string): string {
  // Capture keeps no more of a message.
  return [code, source, message.slice(0, 400)].join('\0');
}

function solution({ detail, text }: Memory): string {
  return oneLine(detail.solution ?? text, 60);
}

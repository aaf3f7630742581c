import * as vscode from 'vscode';
import type { FoundBreach } from '../../memory/breach';
import type { Clock } from '../../memory/clock';
import type { Log } from '../../memory/log';
import type { RuleWatcher } from '../capture/capture-run';
import { cut } from '../capture/observation';
import { platformTimers } from '../capture/scheduler';
import { DisposableStore } from '../disposable-store';
import type { EngineLink } from '../engine-link';
import { branchOf } from '../git-branch';
import type { Repositories } from '../repositories';
import type { Settings } from '../settings';
import { assistantHere, assistantOfTerminal } from './assistant-here';
import { HUMAN } from './author';
import { BreachActions } from './breach-actions';
import { BreachHover } from './breach-hover';
import { BreachList } from './breach-list';
import { BreachNotice } from './breach-notice';
import { RuleBook } from './rule-book';
import { type CheckRequest, RuleWatch } from './rule-watch';

const FILES = [{ scheme: 'file' }, { scheme: 'vscode-remote' }];
/** Characters of a command or a message that are looked at. */
const BOUND = 20_000;

export interface RulesParts {
  readonly link: EngineLink;
  readonly settings: Settings;
  readonly repositories: Repositories;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Where rules hold in the editor: documents as they are edited, commands as they start, commits as
 * they are made. It hears of all of it from capture, so nothing is watched twice; while that is
 * paused, or the folder not trusted, nothing is checked.
 */
export class Rules implements RuleWatcher, vscode.Disposable {
  readonly #parts: RulesParts;
  readonly #kept = new DisposableStore();
  readonly #list = this.#kept.add(new BreachList());
  readonly #notice: BreachNotice;
  #offered = false;
  readonly book: RuleBook;
  readonly edits: RuleWatch;

  constructor(parts: RulesParts) {
    const { link, settings, clock, log } = parts;
    this.#parts = parts;
    this.book = this.#kept.add(new RuleBook(link));
    this.#notice = this.#kept.add(new BreachNotice(link, settings, clock));
    this.edits = new RuleWatch({
      anyOn: () => this.book.anyOn('files'),
      check: (request) => this.#check(request),
      show: (uri, version, breaches) => {
        if (breaches.length > 0) this.#offer();
        this.#list.show(uri, version, breaches);
      },
      assistant: assistantHere,
      clock,
      scheduler: platformTimers(log),
      log,
    });
    this.#kept.add(this.book.onDidChange(() => this.edits.again()));
  }

  /** Whether the user wants rules to be checked while he works. */
  get wanted(): boolean {
    return this.#parts.settings.get('rules.enabled');
  }

  /** Quick fixes and hover come with the first breach: until then a window starts without them. */
  #offer(): void {
    if (this.#offered) return;
    this.#offered = true;
    const kinds = { providedCodeActionKinds: BreachActions.kinds };
    const actions = new BreachActions(this.#list);
    const hover = new BreachHover(this.#list, this.book, this.#parts.link);
    this.#kept.add(vscode.languages.registerCodeActionsProvider(FILES, actions, kinds));
    this.#kept.add(vscode.languages.registerHoverProvider(FILES, hover));
  }

  /** Finds anew what breaks rules in a document, at once: a person said something of it. */
  again(): void {
    this.edits.again();
  }

  /** The accept key was pressed on a suggestion: what it brought is checked at once. */
  suggestionAccepted(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (uri) this.edits.hurry(uri.toString());
  }

  commandStarted(line: string, terminal: string, cwd: vscode.Uri | undefined): void {
    this.#quietly('a command', async () => {
      if (!(await this.book.anyOn('commands'))) return;
      const folder = folderOf(cwd);
      if (folder === undefined) return;
      const author = assistantOfTerminal(terminal) ?? HUMAN;
      const given = { folder, line: cut(line, BOUND), author, record: true };
      const { breaches } = await this.#parts.link.call('checkCommand', given);
      this.book.counted();
      this.#notice.tell(breaches, { folder, text: line, of: 'command' });
    });
  }

  committed(root: vscode.Uri, message: string, branch: string | undefined): void {
    this.#quietly('a commit', async () => {
      if (!(await this.book.anyOn('commits'))) return;
      const text = cut(message, BOUND);
      const folder = root.fsPath;
      const given = {
        folder,
        message: text,
        ...(branch && { branch }),
        author: HUMAN,
        record: true,
      };
      const { breaches } = await this.#parts.link.call('checkCommit', given);
      this.book.counted();
      this.#notice.tell(breaches, { folder, text, of: 'commit' });
    });
  }

  switched(root: vscode.Uri, branch: string): void {
    this.#quietly('a branch', async () => {
      if (!(await this.book.anyOn('commits'))) return;
      const folder = root.fsPath;
      const given = { folder, branch, author: HUMAN, record: false };
      const { breaches } = await this.#parts.link.call('checkCommit', given);
      this.#notice.tell(breaches, { folder, text: branch, of: 'branch' });
    });
    // What came with the branch is nobody's edit, and rules may rest on it.
    this.edits.again();
  }

  ended(): void {
    this.edits.clear();
  }

  dispose(): void {
    this.edits.clear();
    this.#kept.dispose();
  }

  async #check(request: CheckRequest): Promise<readonly FoundBreach[] | undefined> {
    const { uri, language, text, changed, author, record, signal } = request;
    const parsed = vscode.Uri.parse(uri);
    const folder = vscode.workspace.getWorkspaceFolder(parsed)?.uri;
    if (!vscode.workspace.isTrusted || folder?.scheme !== 'file') return undefined;
    const place = await this.#parts.repositories.locate(parsed);
    if (place === undefined || signal.aborted) return undefined;
    const file = { path: place.path, language, text, ...(changed && { changed }) };
    const given = { folder: folder.fsPath, files: [file], author, record };
    const { breaches } = await this.#parts.link.call('check', given, { signal });
    if (record) this.book.counted();
    return breaches;
  }

  /** What is watched beside somebody's work never disturbs it. */
  #quietly(what: string, work: () => Promise<void>): void {
    if (!this.wanted || !vscode.workspace.isTrusted) return;
    work().catch((error: unknown) => {
      this.#parts.log.error(`Rules: ${what} was not checked`, error);
    });
  }
}

/** The branch of a folder, as a pause may go by. */
export function branchHere(): string | undefined {
  const folder = vscode.window.activeTextEditor?.document.uri;
  const uri = folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  return uri && branchOf(uri);
}

/** The folder of the workspace in which something ran; the only one where nothing is said. */
function folderOf(cwd: vscode.Uri | undefined): string | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = cwd
    ? vscode.workspace.getWorkspaceFolder(cwd)
    : folders.length === 1
      ? folders[0]
      : undefined;
  return folder?.uri.scheme === 'file' ? folder.uri.fsPath : undefined;
}

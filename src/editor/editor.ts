import * as vscode from 'vscode';
import { RECALL_TOOL, RecallTool } from './assistants/recall-tool';
import type { CaptureControl } from './capture-control';
import { COMMANDS, type Handler } from './commands';
import { DisposableStore } from './disposable-store';
import { Pages } from './documents/pages';
import { EmbeddingProgress } from './embedding-progress';
import type { EngineLink } from './engine-link';
import { KnownFixes } from './known-fixes';
import { Offers } from './offers';
import type { GraphDoor, Parts } from './parts';
import { QuarantineNotice } from './quarantine-notice';
import type { Repositories } from './repositories';
import type { Rules } from './rules/rules';
import type { Settings } from './settings';
import { StatusBar } from './status';
import { TaskContext } from './task-context';
import { Trouble } from './trouble';
import { ActivityTree } from './views/activity-tree';
import { MemoriesTree } from './views/memories-tree';
import { ProposalsTree } from './views/proposals-tree';
import { MemoryTexts } from './views/memory-texts';
import { QualityBadges } from './views/quality-badge';
import { RecallTree } from './views/recall-tree';
import { RulesTree } from './views/rules-tree';
import { WorkspaceHere } from './workspace-here';

/** What the composition root supplies. */
export interface EditorOptions {
  link: EngineLink;
  settings: Settings;
  log: vscode.LogOutputChannel;
  secrets: vscode.SecretStorage;
  /** What is kept for this user, whatever the workspace. */
  state: vscode.Memento;
  repositories: Repositories;
  capture: CaptureControl;
  graph: GraphDoor;
  rules: Rules;
  /** Files that the user keeps from Mneme. */
  excludes: (uri: vscode.Uri) => boolean;
}

/**
 * Mneme's native face: commands, trees, status bar, offers, and the tool for assistants. Making one
 * registers all of it and starts nothing: the engine is asked when somebody looks or acts.
 */
export class Editor implements vscode.Disposable {
  readonly #kept = new DisposableStore();

  constructor({
    link,
    settings,
    log,
    secrets,
    state,
    repositories,
    capture,
    graph,
    rules,
    excludes,
  }: EditorOptions) {
    const trouble = new Trouble(log);
    const here = new WorkspaceHere(repositories);
    const context = new TaskContext(repositories, settings, excludes);
    const offers = this.#kept.add(new Offers(link, settings));
    const parts: Parts = {
      link,
      log,
      secrets,
      repositories,
      capture,
      graph,
      context,
      offers,
      status: this.#kept.add(new StatusBar(link, capture, offers)),
      memories: this.#kept.add(new MemoriesTree(link, here, trouble)),
      proposals: this.#kept.add(new ProposalsTree(link, trouble)),
      recalled: this.#kept.add(new RecallTree(trouble)),
      activity: this.#kept.add(new ActivityTree(link, trouble)),
      pages: this.#kept.add(new Pages(link)),
      rules,
      rulesTree: this.#kept.add(new RulesTree(link, rules.book, here, trouble)),
      excludes,
    };
    this.#kept.add(rules.book.onDidCount(() => parts.pages.counted()));
    this.#kept.add(new QualityBadges());
    this.#kept.add(new MemoryTexts(link));
    this.#kept.add(new QuarantineNotice(link, settings, state));
    this.#kept.add(new KnownFixes(link, settings));
    this.#kept.add(new EmbeddingProgress(link));
    this.#registerCommands(parts, trouble);
    this.#kept.add(vscode.lm.registerTool(RECALL_TOOL, new RecallTool(link, context)));
    this.#tellPaused(capture);
  }

  dispose(): void {
    this.#kept.dispose();
  }

  #registerCommands(parts: Parts, trouble: Trouble): void {
    for (const [id, handler] of Object.entries<Handler>(COMMANDS)) {
      const run = async (...given: unknown[]) => {
        try {
          await handler(parts, ...given);
        } catch (error) {
          trouble.tell(error);
        }
      };
      this.#kept.add(vscode.commands.registerCommand(id, run));
    }
  }

  /** Menus and welcome texts go by `mneme.paused`. */
  #tellPaused(capture: CaptureControl): void {
    const tell = (paused: boolean) =>
      void vscode.commands.executeCommand('setContext', 'mneme.paused', paused);
    tell(capture.paused);
    this.#kept.add(capture.onDidChangePaused(tell));
  }
}

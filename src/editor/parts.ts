import type * as vscode from 'vscode';
import type { CaptureControl } from './capture-control';
import type { Pages } from './documents/pages';
import type { EngineLink } from './engine-link';
import type { Offers } from './offers';
import type { Repositories } from './repositories';
import type { Rules } from './rules/rules';
import type { StatusBar } from './status';
import type { TaskContext } from './task-context';
import type { ActivityTree } from './views/activity-tree';
import type { MemoriesTree } from './views/memories-tree';
import type { ProposalsTree } from './views/proposals-tree';
import type { RecallTree } from './views/recall-tree';
import type { RulesTree } from './views/rules-tree';

/** The graph panel as far as commands go. */
export interface GraphDoor {
  /** Shows a memory or an entity in the sidebar's graph. */
  reveal(node: string): Promise<void>;
  /** Opens the graph as a tab in the editor area. */
  openTab(node?: string): void;
}

/** What commands work with. */
export interface Parts {
  readonly link: EngineLink;
  readonly log: vscode.LogOutputChannel;
  readonly secrets: vscode.SecretStorage;
  readonly repositories: Repositories;
  readonly capture: CaptureControl;
  readonly graph: GraphDoor;
  readonly context: TaskContext;
  readonly status: StatusBar;
  readonly offers: Offers;
  readonly memories: MemoriesTree;
  readonly proposals: ProposalsTree;
  readonly recalled: RecallTree;
  readonly activity: ActivityTree;
  readonly pages: Pages;
  readonly rules: Rules;
  readonly rulesTree: RulesTree;
  /** Files that the user keeps from Mneme. */
  readonly excludes: (uri: vscode.Uri) => boolean;
}

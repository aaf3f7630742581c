import * as vscode from 'vscode';
import type { Clock } from '../../memory/clock';
import type { Ids } from '../../memory/ids';
import type { Log } from '../../memory/log';
import type { SignalKind } from '../../memory/signal';
import { DisposableStore } from '../disposable-store';
import { DocumentSource } from './document-source';
import { EditObserver, type EditListener } from './edit-observer';
import type { CommitWatcher, KnownCommits } from './git-source';
import { cut, TEXT_BOUND, type Observe } from './observation';
import { ProblemObserver } from './problem-observer';
import { type CommandWatcher, watchCells, watchTasks, watchTerminals } from './process-source';
import { reportedProblems } from './reported-problems';
import type { Scheduler } from './scheduler';
import { SuggestionTracker } from './suggestion-tracker';

/**
 * Milliseconds after which git is looked at. The git extension starts with the editor, and the
 * parser of what it says would double the time that Mneme's own start takes.
 */
const PATIENCE = 1_500;

/** The sources that a user can switch off, as the settings `mneme.capture.*` say. */
export interface Sources {
  readonly edits: boolean;
  readonly suggestions: boolean;
  readonly diagnostics: boolean;
  readonly tasks: boolean;
  readonly terminals: boolean;
  readonly git: boolean;
  /** Not a source: what rules are held against is watched with nothing told of it. */
  readonly rules: boolean;
  /** The file that Copilot Chat exports its telemetry to; empty where the user names none. */
  readonly copilotTelemetry: string;
}

interface RunParts {
  readonly observe: Observe;
  readonly acceptKey: () => boolean;
  readonly excludes: (uri: vscode.Uri) => boolean;
  readonly knownCommits: (folder: string) => Promise<KnownCommits>;
  /** What is kept of this workspace over restarts. */
  readonly kept: vscode.Memento;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly scheduler: Scheduler;
  readonly rules: RuleWatcher;
}

/** What holds rules against what is done, as capture hears of it first. */
export interface RuleWatcher extends CommandWatcher, CommitWatcher {
  readonly edits: EditListener;
  /** Nothing is told any more: what was found may not be so for long. */
  ended(): void;
}

/** Which setting a signal of a kind needs; documents are watched for several of them. */
const SOURCE: Readonly<Record<SignalKind, keyof Sources>> = {
  edit: 'edits',
  accepted: 'suggestions',
  dismissed: 'suggestions',
  survival: 'suggestions',
  reverted: 'suggestions',
  rewritten: 'suggestions',
  diagnostic: 'diagnostics',
  task: 'tasks',
  terminal: 'terminals',
  commit: 'git',
  branch: 'git',
  kept: 'git',
  cell: 'tasks',
  assistant: 'suggestions',
};

/** Capture between two pauses: all listeners, with the sources that are switched on. */
export class CaptureRun implements vscode.Disposable {
  readonly #observe: Observe;
  readonly #clock: Clock;
  readonly #tracker: SuggestionTracker;
  readonly #edits: EditObserver;
  readonly #problems: ProblemObserver;
  readonly #rules: RuleWatcher;
  readonly #documents: DocumentSource | undefined;
  readonly #kept = new DisposableStore();

  constructor(sources: Sources, parts: RunParts) {
    const { clock, ids, log, scheduler, excludes, acceptKey, knownCommits: known } = parts;
    const observe: Observe = (observation, uri) => {
      if (sources[SOURCE[observation.kind]]) parts.observe(observation, uri);
    };
    const textOf = (uri: string): string | undefined => this.#edits.textOf(uri);
    this.#observe = observe;
    this.#clock = clock;
    this.#rules = parts.rules;
    const tracker = new SuggestionTracker({ observe, textOf, clock, ids, scheduler });
    const problems = new ProblemObserver({
      observe,
      tracker,
      report: reportedProblems,
      textOf,
      clock,
      scheduler,
    });
    this.#tracker = tracker;
    this.#problems = problems;
    this.#edits = new EditObserver({
      observe,
      tracker,
      listeners: [problems, parts.rules.edits],
      acceptKey,
      clock,
      scheduler,
    });
    if (sources.edits || sources.suggestions || sources.diagnostics || sources.rules) {
      this.#documents = this.#kept.add(
        new DocumentSource({
          edits: this.#edits,
          tracker,
          excludes,
        }),
      );
    }
    if (sources.diagnostics) {
      this.#kept.add(
        vscode.languages.onDidChangeDiagnostics(({ uris }) => {
          for (const uri of uris) problems.published(uri.toString());
        }),
      );
    }
    if (sources.tasks) {
      this.#kept.add(watchTasks(observe, clock));
      this.#kept.add(watchCells(observe, clock));
    }
    if (sources.terminals || sources.rules) {
      this.#kept.add(watchTerminals(observe, clock, parts.rules));
    }
    const path = sources.copilotTelemetry.trim();
    if (path !== '') {
      const { kept } = parts;
      void import('./copilot-source').then(({ CopilotSource }) =>
        this.#kept.add(new CopilotSource({ path, kept, observe, clock, log, scheduler })),
      );
    }
    if (sources.git || sources.suggestions || sources.rules) {
      const cancel = scheduler.after(PATIENCE, () => {
        void import('./git-source').then(({ GitSource }) =>
          this.#kept.add(
            new GitSource({ observe, tracker, clock, log, known, watcher: parts.rules }),
          ),
        );
      });
      this.#kept.add({ dispose: cancel });
    }
  }

  suggestionAccepted(): void {
    const editor = this.#documents?.active();
    if (editor) this.#edits.suggestionAccepted(editor.document.uri.toString());
  }

  suggestionDismissed(): void {
    const editor = this.#documents?.active();
    if (!editor) return;
    const { document, selection } = editor;
    const { line } = selection.active;
    this.#observe(
      {
        kind: 'dismissed',
        at: this.#clock.now(),
        language: document.languageId,
        line: line + 1,
        context: cut(document.lineAt(line).text, TEXT_BOUND.context),
        confidence: 0.5,
        evidence: ['Escape was pressed while a suggestion was on screen'],
      },
      document.uri.toString(),
    );
  }

  /** Ends what is under way, as far as it can be told already. */
  finish(): void {
    this.#edits.finish();
  }

  dispose(): void {
    this.#kept.dispose();
    this.#rules.ended();
    this.#edits.dispose();
    this.#problems.dispose();
    this.#tracker.dispose();
  }
}

import * as vscode from 'vscode';
import type { Clock } from '../../memory/clock';
import type { Ids } from '../../memory/ids';
import type { Log } from '../../memory/log';
import type { EngineClient } from '../../protocol/engine-api';
import type { Settings } from '../settings';
import { CaptureRun, type RuleWatcher } from './capture-run';
import type { KnownCommits } from './git-source';
import { platformTimers } from './scheduler';
import { Recorder, type Place } from './recorder';
import { SignalQueue } from './signal-queue';

/** Whether the user has paused capture. */
export interface PauseState {
  readonly paused: boolean;
  readonly onDidChange: (listener: () => void) => vscode.Disposable;
}

/** Knows to which repository a file belongs; `Repositories` is one. */
export interface Places {
  locate(uri: vscode.Uri): Promise<{ repo: string; path: string } | undefined>;
  located(uri: vscode.Uri): { repo: string; path: string } | undefined;
}

export interface CaptureParts {
  readonly settings: Settings;
  readonly connect: () => Promise<EngineClient>;
  /** The session that signals belong to. */
  readonly session: string;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Log;
  readonly places: Places;
  readonly pause: PauseState;
  /** What is kept of this workspace over restarts. */
  readonly kept: vscode.Memento;
  /** Files that the user keeps from Mneme; `Exclusion` answers. */
  readonly excludes: (uri: vscode.Uri) => boolean;
  /** Whether a text carries Mneme's own marker and so must not be learned from. */
  readonly isInjected: (text: string) => boolean;
  /** Whether anything is done with what is changed, run and committed besides telling of it. */
  readonly rules: RuleWatcher & { readonly wanted: boolean };
}

/** What is flushed when the editor closes may take this long, in milliseconds. */
const FLUSH_WITHIN = 1_000;

/**
 * Sees what becomes of suggestions in the editor, and sends it to the engine as signals. Does
 * nothing at all in an untrusted workspace or while paused.
 */
export class Capture implements vscode.Disposable {
  readonly #parts: CaptureParts;
  readonly #queue: SignalQueue;
  readonly #recorder: Recorder;
  readonly #listeners: vscode.Disposable[];
  #run: CaptureRun | undefined;
  #runsWith = '';
  #unsubscribe: (() => void) | undefined;

  constructor(parts: CaptureParts) {
    this.#parts = parts;
    const { log, settings, pause } = parts;
    const scheduler = platformTimers(log);
    this.#queue = new SignalQueue({
      send: async (signals) => {
        const client = await parts.connect();
        this.#unsubscribe ??= client.onEvent((event) => {
          if (event.kind === 'restarted') this.#queue.resend();
        });
        await client.call('observe', { signals: [...signals] });
      },
      scheduler,
      log,
    });
    this.#recorder = new Recorder({
      session: parts.session,
      ids: parts.ids,
      clock: parts.clock,
      log,
      place: (uri) => this.#place(vscode.Uri.parse(uri)),
      isInjected: parts.isInjected,
      accept: (signal) => this.#queue.add(signal),
    });
    this.#listeners = [
      settings.onDidChange(() => this.#update()),
      pause.onDidChange(() => this.#update()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#update()),
    ];
    this.#update();
  }

  /** Signals lost because the engine was away for too long. */
  get dropped(): number {
    return this.#queue.dropped;
  }

  /** Signals that wait for the engine. */
  get waiting(): number {
    return this.#queue.waiting;
  }

  /** Whether anything is watched now. */
  get active(): boolean {
    return this.#run !== undefined;
  }

  /** The handler of `mneme.suggestionAccepted`: the accept key was pressed on a suggestion. */
  suggestionAccepted(): void {
    this.#run?.suggestionAccepted();
  }

  /** The handler of `mneme.suggestionDismissed`: Escape was pressed on a suggestion. */
  suggestionDismissed(): void {
    this.#run?.suggestionDismissed();
  }

  /** Ends what is under way and waits, within a bound, until the engine has it. */
  async flush(): Promise<void> {
    this.#run?.finish();
    await this.#recorder.settled();
    await this.#queue.flush(FLUSH_WITHIN);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#unsubscribe?.();
    this.#run?.dispose();
    this.#run = undefined;
    this.#queue.dispose();
  }

  #update(): void {
    const { settings, pause, log, clock, ids, excludes } = this.#parts;
    const sources = {
      edits: settings.get('capture.edits'),
      suggestions: settings.get('capture.suggestions'),
      diagnostics: settings.get('capture.diagnostics'),
      tasks: settings.get('capture.tasks'),
      terminals: settings.get('capture.terminals'),
      git: settings.get('capture.git'),
      rules: this.#parts.rules.wanted,
      copilotTelemetry: settings.get('capture.copilotTelemetry'),
    };
    const wanted = vscode.workspace.isTrusted && !pause.paused;
    const runsWith = wanted ? JSON.stringify(sources) : '';
    if (runsWith === this.#runsWith) return;
    this.#runsWith = runsWith;
    this.#run?.finish();
    this.#run?.dispose();
    this.#run = wanted
      ? new CaptureRun(sources, {
          observe: (observation, uri) => this.#recorder.observe(observation, uri),
          acceptKey: () => settings.get('capture.suggestionKeys'),
          excludes,
          knownCommits: (folder) => this.#knownCommits(vscode.Uri.parse(folder)),
          kept: this.#parts.kept,
          clock,
          ids,
          log,
          scheduler: platformTimers(log),
          rules: this.#parts.rules,
        })
      : undefined;
  }

  async #knownCommits(folder: vscode.Uri): Promise<KnownCommits> {
    const { places, connect } = this.#parts;
    const repo = (places.located(folder) ?? (await places.locate(folder)))?.repo;
    if (repo === undefined) return { made: [], kept: [] };
    const client = await connect();
    const signals = await client.call('activity', { repo, kinds: ['commit', 'kept'], limit: 500 });
    return {
      made: signals.flatMap((one) => (one.kind === 'commit' ? [one.sha] : [])),
      kept: signals.flatMap((one) => (one.kind === 'kept' && one.how === 'day' ? one.shas : [])),
    };
  }

  async #place(uri: vscode.Uri): Promise<Place> {
    const { places } = this.#parts;
    const located = places.located(uri) ?? (await places.locate(uri));
    if (!located) return { file: uri.fsPath };
    // A folder stands for its repository as a whole.
    return located.path === ''
      ? { repo: located.repo }
      : { repo: located.repo, file: located.path };
  }
}

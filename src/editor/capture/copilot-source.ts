import * as vscode from 'vscode';
import type { Clock } from '../../memory/clock';
import type { Log } from '../../memory/log';
import type { EditRecord } from './copilot-records';
import type { Bookmark } from './file-tail';
import type { Observe } from './observation';
import type { Cancel, Scheduler } from './scheduler';

/** Where the bookmark is kept, so that a reload loses no record. */
const KEY = 'mneme.copilotTelemetry';
/** How often the file is looked at, in milliseconds. */
const LOOK_EVERY = 5_000;

interface KeptBookmark extends Bookmark {
  readonly path: string;
}

/**
 * Follows the file that the user has Copilot Chat export its telemetry to, and tells which of its
 * edits were kept or thrown away. Only where the user names the file; nothing is sent anywhere.
 */
export class CopilotSource implements vscode.Disposable {
  readonly #path: string;
  readonly #kept: vscode.Memento;
  readonly #observe: Observe;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #scheduler: Scheduler;
  #timer: Cancel | undefined;
  #disposed = false;

  constructor(parts: {
    path: string;
    kept: vscode.Memento;
    observe: Observe;
    clock: Clock;
    log: Log;
    scheduler: Scheduler;
  }) {
    this.#path = parts.path;
    this.#kept = parts.kept;
    this.#observe = parts.observe;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#scheduler = parts.scheduler;
    void this.#look();
  }

  dispose(): void {
    this.#disposed = true;
    this.#timer?.();
  }

  async #look(): Promise<void> {
    try {
      await this.#readOn();
    } catch (error) {
      this.#log.error('Capture: Copilot’s telemetry could not be read', error);
    }
    if (this.#disposed) return;
    this.#timer = this.#scheduler.after(LOOK_EVERY, () => void this.#look());
  }

  async #readOn(): Promise<void> {
    const kept = this.#kept.get<KeptBookmark>(KEY);
    const known = kept?.path === this.#path ? kept : undefined;
    const { readOn } = await import('./file-tail');
    const found = await readOn(this.#path, known);
    if (found === undefined || this.#disposed || found.bookmark === known) return;
    if (found.lines.length > 0) {
      const { readEditRecord } = await import('./copilot-records');
      for (const line of found.lines) {
        const record = readEditRecord(line);
        if (record) await this.#tell(record);
      }
    }
    const next: KeptBookmark = { ...found.bookmark, path: this.#path };
    await this.#kept.update(KEY, next);
  }

  async #tell({ outcome, file, language, conversation, at }: EditRecord): Promise<void> {
    // What names no file of this window is another window's, or cannot be tied to anything.
    const uri = file === undefined ? undefined : await fileHere(file);
    if (uri === undefined) return;
    this.#observe(
      {
        kind: 'assistant',
        at: at ?? this.#clock.now(),
        assistant: 'copilot',
        act: 'edit',
        outcome,
        ...(language !== undefined && { language }),
        ...(conversation !== undefined && { conversation }),
        confidence: 0.9,
        evidence: ['Copilot’s own telemetry says so'],
      },
      uri.toString(),
    );
  }
}

/** The file of this window with a path from the root of its repository. */
async function fileHere(path: string): Promise<vscode.Uri | undefined> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const file = vscode.Uri.joinPath(uri, path);
    if (!file.path.startsWith(`${uri.path}/`)) continue;
    const exists = await vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (exists) return file;
  }
  return undefined;
}

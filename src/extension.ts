import * as path from 'node:path';
import * as vscode from 'vscode';
import { McpServers } from './editor/assistants/mcp-servers';
import { Capture } from './editor/capture/capture';
import { Exclusion } from './editor/capture/exclusion';
import { channelLog } from './editor/channel-log';
import { Editor } from './editor/editor';
import { embeddingSettings } from './editor/embedding-settings';
import { EngineLink } from './editor/engine-link';
import { openPlace } from './editor/open-place';
import { captureControl, Pause } from './editor/pause';
import { Repositories } from './editor/repositories';
import { Rules } from './editor/rules/rules';
import { Settings } from './editor/settings';
import { GraphPanel } from './editor/views/graph-panel';
import type { WorkerClient } from './engine/worker-client';
import { systemClock } from './memory/clock';
import { sortableIds } from './memory/ids';
import { systemRandom } from './memory/random';
import type { EngineClient } from './protocol/engine-api';
import { VERSION } from './protocol/version';
import { isInjected } from './memory/fingerprint';

/** What other extensions, and the tests, may use. */
export interface MnemeApi {
  /** The engine; started with the first call. */
  engine(): Promise<EngineClient>;
}

/** Ends what outlives the subscriptions: signals on their way, and the worker's session. */
let close: (() => Promise<void>) | undefined;

/** The composition root: builds the parts and registers them; the engine starts with its first use. */
export function activate(context: vscode.ExtensionContext): MnemeApi {
  const clock = systemClock;
  const ids = sortableIds(clock, systemRandom);
  const session = ids.next('session');
  const channel = vscode.window.createOutputChannel('Mneme', { log: true });
  const log = channelLog(channel);
  const settings = new Settings();

  let worker: WorkerClient | undefined;
  const link = new EngineLink(async () => {
    const { WorkerClient } = await import('./engine/worker-client');
    worker ??= new WorkerClient({
      script: path.join(context.extensionPath, 'dist', 'engine.js'),
      session: { id: session, client: 'editor', startedAt: clock.now() },
      memoryLimit: settings.get('engine.memoryLimit'),
      embeddings: () => embeddingSettings(settings, context.secrets),
      clock,
      log,
    });
    await worker.call('status', {});
    return worker;
  });

  const repositories = new Repositories(link.connect);
  const exclusion = new Exclusion(settings);
  const pause = new Pause(context.workspaceState);
  const rules = new Rules({ link, settings, repositories, clock, log });
  const capture = new Capture({
    settings,
    connect: link.connect,
    session,
    ids,
    clock,
    log,
    places: repositories,
    pause,
    kept: context.workspaceState,
    excludes: (uri) => exclusion.excludes(uri),
    isInjected,
    rules,
  });
  const graph = new GraphPanel({
    extensionUri: context.extensionUri,
    connect: link.connect,
    log,
    openFile: (repo, file, line) => openPlace(repositories, repo, file, line),
    activeEntity: async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      const place = uri && (await repositories.locate(uri));
      return place && { kind: 'file', name: place.path, repo: place.repo };
    },
    learn: async () => {
      await vscode.commands.executeCommand('mneme.learn');
    },
  });
  const editor = new Editor({
    link,
    settings,
    log: channel,
    secrets: context.secrets,
    state: context.globalState,
    repositories,
    capture: captureControl(pause, capture),
    graph,
    rules,
    excludes: (uri) => exclusion.excludes(uri),
  });
  const servers = new McpServers(path.join(context.extensionPath, 'dist', 'mneme.js'), VERSION);
  context.subscriptions.push(
    editor,
    graph,
    capture,
    rules,
    servers,
    exclusion,
    pause,
    link,
    channel,
  );
  close = async () => {
    await capture.flush();
    await worker?.close();
  };
  return { engine: link.connect };
}

export async function deactivate(): Promise<void> {
  await close?.();
}

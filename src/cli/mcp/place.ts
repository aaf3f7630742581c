import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { RootsListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import type { Task } from '../../memory/task';
import type { EngineClient } from '../../protocol/engine-api';
import { located } from '../located';

/** Where the client works: the roots that it tells of, else the folder that the server was started in. */
export class Place {
  readonly #server: McpServer['server'];
  readonly #engine: EngineClient;
  readonly #started: string;
  #folders: Promise<string[]> | undefined;

  constructor(server: McpServer['server'], engine: EngineClient, started: string) {
    this.#server = server;
    this.#engine = engine;
    this.#started = started;
    server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
      this.#folders = undefined;
    });
  }

  /** The repository of the client's first root. */
  async repo(): Promise<string> {
    const [folder = this.#started] = await this.folders();
    return (await this.#engine.call('repositoryOf', { folder })).repo;
  }

  /** The folder of that repository. */
  async root(): Promise<string> {
    const [folder = this.#started] = await this.folders();
    return (await this.#engine.call('repositoryOf', { folder })).root;
  }

  /** The repository and path of a file, absolute or from one of the roots. */
  async locate(file: string | undefined): Promise<Pick<Task, 'repo' | 'file' | 'language'>> {
    if (file === undefined) return { repo: await this.repo() };
    const [folder = this.#started] = await this.folders();
    const {
      repo,
      file: within,
      language,
    } = await located(this.#engine, path.resolve(folder, file));
    return { repo, file: within, ...(language !== undefined && { language }) };
  }

  /** The client's folders, the first one foremost. Asked for once, and again when they change. */
  folders(): Promise<string[]> {
    this.#folders ??= this.#asked();
    return this.#folders;
  }

  async #asked(): Promise<string[]> {
    if (this.#server.getClientCapabilities()?.roots === undefined) return [this.#started];
    const { roots } = await this.#server.listRoots();
    const local = roots.map(({ uri }) => uri).filter((uri) => uri.startsWith('file:'));
    return local.length === 0 ? [this.#started] : local.map((uri) => fileURLToPath(uri));
  }
}

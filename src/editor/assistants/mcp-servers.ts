import * as vscode from 'vscode';
import { DisposableStore } from '../disposable-store';

/** The provider's id, as in the manifest. */
const PROVIDER = 'mneme.mcp';

/**
 * Tells VS Code of the MCP server, which is the program that ships: its tools are then there for
 * every agent in this window. In an untrusted workspace there is none.
 */
export class McpServers implements vscode.McpServerDefinitionProvider, vscode.Disposable {
  readonly #kept = new DisposableStore();
  readonly #changed = this.#kept.add(new vscode.EventEmitter<void>());
  readonly #program: string;
  readonly #version: string;

  readonly onDidChangeMcpServerDefinitions = this.#changed.event;

  /** @param program path of the `mneme` program */
  constructor(program: string, version: string) {
    this.#program = program;
    this.#version = version;
    this.#kept.add(vscode.lm.registerMcpServerDefinitionProvider(PROVIDER, this));
    this.#kept.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()));
  }

  provideMcpServerDefinitions(): vscode.McpServerDefinition[] {
    if (!vscode.workspace.isTrusted) return [];
    // The editor's own Node.js; in a desktop window that is Electron, which has to be told.
    const env = { ELECTRON_RUN_AS_NODE: '1', MNEME_HOME: process.env['MNEME_HOME'] ?? null };
    const args = [this.#program, 'mcp'];
    const server = new vscode.McpStdioServerDefinition(
      'Mneme',
      process.execPath,
      args,
      env,
      this.#version,
    );
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
    if (folder !== undefined) server.cwd = folder.uri;
    return [server];
  }

  dispose(): void {
    this.#kept.dispose();
  }
}

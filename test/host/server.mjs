// A VS Code server of one's own, for as long as it is needed.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from '../../scripts/process.mjs';
import { ensureHost, SERVER_MAIN } from './install.mjs';

const READY = /Extension host agent listening on (\d+)/;
const START_LIMIT_MS = 60_000;

/**
 * @typedef {object} ServerOptions
 * @property {string} dataDir user data, settings, logs
 * @property {string} extensionsDir installed extensions
 * @property {NodeJS.ProcessEnv} [env] what extension hosts see on top of this process's environment
 * @property {Record<string, unknown>} [settings] the user's settings
 * @property {boolean} [askForTrust] true makes VS Code ask whether a folder is trusted
 * @property {boolean} [testDriver] true takes extensions under development and tests to run; it also
 * keeps notifications from showing by themselves
 * @property {boolean} [stay] true keeps it when no window has been open for some minutes
 */

/**
 * @typedef {object} WindowOptions
 * @property {string} folder the folder or `.code-workspace` to open
 * @property {readonly string[]} [developmentPaths] extensions under development
 * @property {string} [testsPath] a module whose `run` the extension host is to call
 */

export class Server {
  #child;
  #origin;
  #stop = () => {
    process.off('exit', this.#stop);
    try {
      // The group: extension hosts and terminals end with the server.
      process.kill(-(this.#child.pid ?? 0), 'SIGKILL');
    } catch {
      // It had ended already.
    }
  };

  /**
   * @param {import('node:child_process').ChildProcess} child
   * @param {string} origin host and port
   */
  constructor(child, origin) {
    this.#child = child;
    this.#origin = origin;
    process.once('exit', this.#stop);
    /** When the server has ended, by itself or because it was stopped. */
    this.ended = new Promise((done) => child.once('exit', done));
  }

  /**
   * Starts a server on a free port. It ends with this process at the latest.
   * @param {ServerOptions} options
   */
  static async start({
    dataDir,
    extensionsDir,
    env,
    settings = {},
    askForTrust = false,
    testDriver = false,
    stay = false,
  }) {
    await ensureHost();
    const settingsPath = join(dataDir, 'data', 'User', 'settings.json');
    await mkdir(dirname(settingsPath), { recursive: true });
    await writeFile(settingsPath, JSON.stringify(settings));
    const child = spawn(
      process.execPath,
      [
        ...[SERVER_MAIN, '--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
        ...['--accept-server-license-terms', '--telemetry-level', 'off'],
        ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
        ...(testDriver ? ['--enable-smoke-test-driver'] : []),
        ...(stay ? [] : ['--enable-remote-auto-shutdown']),
        ...(askForTrust ? [] : ['--disable-workspace-trust']),
      ],
      { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
    );
    return new Server(child, `127.0.0.1:${await listening(child)}`);
  }

  /**
   * The address that opens a window.
   * @param {WindowOptions} options
   */
  address({ folder, developmentPaths = [], testsPath }) {
    const remote = (/** @type {string} */ path) => `vscode-remote://${this.#origin}${path}`;
    const payload = [
      ...developmentPaths.map((path) => ['extensionDevelopmentPath', remote(path)]),
      ...(testsPath ? [['extensionTestsPath', remote(testsPath)]] : []),
    ];
    const url = new URL(`http://${this.#origin}/`);
    url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
    if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
  }

  stop() {
    this.#stop();
  }
}

/**
 * Puts a packaged extension into an extensions folder.
 * @param {{ vsix: string, dataDir: string, extensionsDir: string }} options
 */
export async function installVsix({ vsix, dataDir, extensionsDir }) {
  await ensureHost();
  await run(process.execPath, [
    ...[SERVER_MAIN, '--accept-server-license-terms', '--install-extension', vsix, '--force'],
    ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
  ]);
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @returns {Promise<string>} the port it listens on
 */
function listening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = () => {
      clearTimeout(late);
      child.kill('SIGKILL');
      reject(new Error(`the VS Code server did not start:\n${output}`));
    };
    const late = setTimeout(fail, START_LIMIT_MS);
    child.once('error', fail).once('exit', fail);
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      const port = READY.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      child.off('error', fail).off('exit', fail);
      for (const stream of [child.stdout, child.stderr]) stream.off('data', read).resume();
      resolve(port);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
}

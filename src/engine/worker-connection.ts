import type { ChildProcess } from 'node:child_process';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ResponseError,
} from 'vscode-jsonrpc/node';
import type { Log } from '../memory/log';
import type { CallOptions, Method } from '../protocol/engine-api';
import {
  callRequest,
  closeRequest,
  errorOf,
  eventNotification,
  learnProgress,
  LogMessage,
  logNotification,
  openRequest,
  tokenOf,
  Trouble,
  type Connection,
  type OpenMessage,
} from './rpc';

/** Milliseconds given to a worker to end its session before it is killed. */
const CLOSING = 2000;
/** Characters kept of what a worker says on stderr: its last words, when it dies. */
const LAST_WORDS = 2000;

/** One life of a worker process, from its start to its end. */
export class WorkerConnection {
  readonly #worker: ChildProcess;
  readonly #connection: Connection;
  /** How to end each call that is not answered yet. */
  readonly #waiting = new Set<(error: Error) => void>();
  #progress = 0;
  #dead = false;

  /** Resolves with the reason when the process has ended. */
  readonly ended: Promise<string>;

  constructor(worker: ChildProcess, log: Log, onEvent: (event: unknown) => void) {
    this.#worker = worker;
    this.#connection = createMessageConnection(
      new IPCMessageReader(worker),
      new IPCMessageWriter(worker),
    );
    this.#connection.onNotification(eventNotification, onEvent);
    this.#connection.onNotification(logNotification, (message) => relay(log, message));
    // Writing to a process that has just died is no news: its end is.
    this.#connection.onError(() => undefined);
    this.ended = this.#untilEnd();
    this.#connection.listen();
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Opens the engine: the first thing to ask for. Ends the process where that fails. */
  async open(message: OpenMessage): Promise<void> {
    try {
      await this.#ask(() => this.#connection.sendRequest(openRequest, message));
    } catch (error) {
      this.#worker.kill();
      throw error;
    }
  }

  /** Makes a call; the answer is not parsed. Throws what the engine threw. */
  async call(method: Method, params: unknown, options: CallOptions): Promise<unknown> {
    const { signal, onProgress } = options;
    const progress = onProgress === undefined ? undefined : ++this.#progress;
    const following =
      onProgress && progress !== undefined
        ? this.#connection.onProgress(learnProgress, progress, onProgress)
        : undefined;
    const message = { method, params, ...(progress !== undefined && { progress }) };
    try {
      return await this.#ask(() =>
        this.#connection.sendRequest(callRequest, message, tokenOf(signal)),
      );
    } finally {
      following?.dispose();
    }
  }

  /** Lets the engine end its session; kills it when that takes too long. */
  async close(): Promise<void> {
    if (this.#dead) return;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, CLOSING);
    });
    const asked = this.#connection.sendRequest(closeRequest, null).catch(() => undefined);
    await Promise.race([asked, patience, this.ended]);
    clearTimeout(timer);
    this.#worker.kill();
    await this.ended;
  }

  /** Not by racing `ended`: each race would hold its answer for as long as the worker lives. */
  async #ask<T>(request: () => Promise<T>): Promise<T> {
    let stop: ((error: Error) => void) | undefined;
    try {
      return await new Promise<T>((resolve, reject) => {
        stop = reject;
        this.#waiting.add(stop);
        request().then(resolve, reject);
      });
    } catch (error) {
      const trouble = error instanceof ResponseError ? Trouble.safeParse(error.data) : undefined;
      throw trouble?.success ? errorOf(trouble.data) : error;
    } finally {
      if (stop !== undefined) this.#waiting.delete(stop);
    }
  }

  #untilEnd(): Promise<string> {
    let words = '';
    this.#worker.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-LAST_WORDS);
    });
    return new Promise((resolve) => {
      const end = (reason: string): void => {
        this.#dead = true;
        this.#connection.dispose();
        resolve(reason);
        for (const stop of this.#waiting) stop(new Error(`The engine stopped: ${reason}`));
      };
      this.#worker.once('error', (error) => end(error.message));
      this.#worker.once('close', (code, signal) =>
        end([`exit ${signal ?? code}`, words.trim()].filter(Boolean).join('\n')),
      );
    });
  }
}

function relay(log: Log, value: unknown): void {
  const message = LogMessage.safeParse(value);
  if (!message.success) return;
  const { level, message: text } = message.data;
  if (level === 'error') log.error(text, undefined);
  else log[level](text);
}

import type { Worker } from 'node:worker_threads';
import {
  createMessageConnection,
  PortMessageReader,
  PortMessageWriter,
  ResponseError,
} from 'vscode-jsonrpc/node';
import { HumanError } from '../memory/human-error';
import type { Log } from '../memory/log';
import { PROTOCOL_VERSION, type CallOptions, type Method } from '../protocol/engine-api';
import {
  callRequest,
  closeRequest,
  errorOf,
  eventNotification,
  learnProgress,
  LogMessage,
  logNotification,
  Ready,
  readyNotification,
  tokenOf,
  Trouble,
  type Connection,
} from './rpc';

/** Milliseconds given to a worker to end its session before it is stopped. */
const CLOSING = 2000;

/** One life of a worker thread, from its start to its end. */
export class WorkerConnection {
  readonly #worker: Worker;
  readonly #connection: Connection;
  #progress = 0;
  #dead = false;

  /** Resolves when calls can be made; rejects when the engine could not be opened. */
  readonly ready: Promise<void>;
  /** Resolves with the reason when the thread has ended. */
  readonly ended: Promise<string>;

  constructor(worker: Worker, log: Log, onEvent: (event: unknown) => void) {
    this.#worker = worker;
    this.#connection = createMessageConnection(
      new PortMessageReader(worker),
      new PortMessageWriter(worker),
    );
    this.#connection.onNotification(eventNotification, onEvent);
    this.#connection.onNotification(logNotification, (message) => relay(log, message));
    this.ended = new Promise((resolve) => {
      let reason = 'it ended by itself';
      worker.on('error', (error) => {
        reason = error.message;
      });
      worker.on('exit', () => {
        this.#dead = true;
        // Rejects what is still waiting for an answer.
        this.#connection.dispose();
        resolve(reason);
      });
    });
    this.ready = this.#becomesReady();
    this.#connection.listen();
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Makes a call; the answer is not parsed. Throws what the engine threw. */
  async call(method: Method, params: unknown, options: CallOptions): Promise<unknown> {
    const progress = options.onProgress === undefined ? undefined : ++this.#progress;
    const following =
      progress === undefined || options.onProgress === undefined
        ? undefined
        : this.#connection.onProgress(learnProgress, progress, options.onProgress);
    const message = { method, params, ...(progress !== undefined && { progress }) };
    try {
      return await this.#connection.sendRequest(callRequest, message, tokenOf(options.signal));
    } catch (error) {
      const trouble =
        error instanceof ResponseError
          ? Trouble.safeParse(error.data)
          : { success: false as const };
      throw trouble.success ? errorOf(trouble.data) : error;
    } finally {
      following?.dispose();
    }
  }

  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, CLOSING);
    });
    const asked = this.#connection.sendRequest(closeRequest, null).catch(() => undefined);
    await Promise.race([asked, patience, this.ended]);
    clearTimeout(timer);
    await this.#worker.terminate();
  }

  async #becomesReady(): Promise<void> {
    const message = new Promise<unknown>((resolve) => {
      this.#connection.onNotification(readyNotification, resolve);
    });
    const first = await Promise.race([
      message.then((value) => Ready.parse(value)),
      this.ended.then((reason) => ({
        trouble: { kind: 'bug' as const, message: `The engine did not start: ${reason}` },
      })),
    ]);
    if ('trouble' in first) {
      await this.#worker.terminate();
      throw errorOf(first.trouble);
    }
    if (first.protocol !== PROTOCOL_VERSION) {
      await this.#worker.terminate();
      throw new HumanError(
        'Mneme was updated while this window was open.',
        'Reload the window to use the new version.',
      );
    }
  }
}

function relay(log: Log, value: unknown): void {
  const message = LogMessage.safeParse(value);
  if (!message.success) return;
  const { level, message: text } = message.data;
  if (level === 'error') log.error(text, undefined);
  else log[level](text);
}

import { fork } from 'node:child_process';
import type { Clock } from '../memory/clock';
import { HumanError } from '../memory/human-error';
import type { Log } from '../memory/log';
import type { Session } from '../memory/session';
import {
  EngineEvent,
  METHODS,
  PROTOCOL_VERSION,
  type CallOptions,
  type EngineClient,
  type Method,
  type Params,
  type Result,
} from '../protocol/engine-api';
import type { EmbeddingSettings } from '../protocol/embedding-settings';
import { Listeners } from './listeners';
import { WorkerConnection } from './worker-connection';

/** This many deaths within this time, in milliseconds, and the worker is not started again. */
const DEATHS = 5;
const DEATHS_WITHIN = 5 * 60_000;

/**
 * Limit of each half of V8's young generation, in megabytes. By itself it grows to many times this
 * and keeps it: recalls leave much behind, but little at a time. Costs no time that could be measured,
 * and saves 120 MB of resident memory at 50,000 memories.
 */
const YOUNG_SPACE = 8;

/** Calls that change nothing, or change the same thing the same way: safe to make a second time. */
const REPEATABLE: ReadonlySet<Method> = new Set<Method>([
  'status',
  'list',
  'card',
  'find',
  'neighbourhood',
  'entityOf',
  'observe',
  'activity',
  'receipts',
  'receipt',
  'why',
  'record',
  'report',
  'repositoryOf',
  'compile',
  'tryDetector',
  'setDetector',
  'check',
  'checkCommand',
  'checkCommit',
  'rules',
  'compliance',
  'overrule',
  'pauseRule',
  'resumeRule',
]);

export interface WorkerOptions {
  /** Path of the worker's bundled script. */
  script: string;
  session: Session;
  /** Path of the database; the user's own where it is not given. */
  database?: string | undefined;
  /** Limit of the worker's JS heap, in megabytes. */
  memoryLimit: number;
  /** The endpoint for vectors, asked for at each start: the user may have named another. */
  embeddings?: (() => Promise<EmbeddingSettings | undefined>) | undefined;
  clock: Clock;
  log: Log;
}

/**
 * The engine in a worker process. A process and no thread: SQLite's addon aborts the whole process
 * when the thread it runs in dies, and that would be the extension host.
 *
 * Starts it with the first call, starts it again when it dies, and makes repeatable calls a second
 * time, so that the caller does not notice; others fail with what to do. A worker that keeps dying
 * is left alone.
 */
export class WorkerClient implements EngineClient {
  readonly #options: WorkerOptions;
  readonly #events = new Listeners<EngineEvent>();
  readonly #deaths: number[] = [];
  #connection: Promise<WorkerConnection> | undefined;
  /** The worker started last: the end of one before it is no news. */
  #newest: WorkerConnection | undefined;
  #closed = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  async call<M extends Method>(
    method: M,
    params: Params<M>,
    options: CallOptions = {},
  ): Promise<Result<M>> {
    const connection = await this.#connected();
    try {
      return await this.#send(connection, method, params, options);
    } catch (error) {
      if (!connection.dead || this.#closed || options.signal?.aborted) throw error;
      if (REPEATABLE.has(method)) {
        return this.#send(await this.#connected(), method, params, options);
      }
      throw new HumanError(
        'Mneme’s engine stopped while it was working on this and was started again.',
        'Try again; if it happens again, see the log.',
        { cause: error },
      );
    }
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    return this.#events.add(listener);
  }

  /** Ends the session and the process. Calls made later fail. */
  async close(): Promise<void> {
    this.#closed = true;
    const connection = await this.#connection?.catch(() => undefined);
    await connection?.close();
  }

  async #send<M extends Method>(
    connection: WorkerConnection,
    method: M,
    params: Params<M>,
    options: CallOptions,
  ): Promise<Result<M>> {
    const answer = await connection.call(method, params, options);
    // The table is keyed by M; TypeScript widens the parsed result to the union of all methods.
    return METHODS[method].result.parse(answer) as Result<M>;
  }

  #connected(): Promise<WorkerConnection> {
    if (this.#closed) {
      return Promise.reject(new HumanError('Mneme is shutting down.', 'Reload the window.'));
    }
    this.#connection ??= this.#start().catch((error: unknown) => {
      // Forgotten, so that the next call tries again: the cause may be mended by then.
      this.#connection = undefined;
      throw error;
    });
    return this.#connection;
  }

  async #start(): Promise<WorkerConnection> {
    const { script, session, database, memoryLimit, clock, log } = this.#options;
    const embeddings = await this.#options.embeddings?.();
    const now = clock.now();
    while (this.#deaths[0] !== undefined && this.#deaths[0] < now - DEATHS_WITHIN) {
      this.#deaths.shift();
    }
    if (this.#deaths.length >= DEATHS) {
      throw new HumanError(
        'Mneme’s engine keeps stopping.',
        'Raise “mneme.engine.memoryLimit” or reload the window; the log says more.',
      );
    }
    const worker = fork(script, [], {
      execArgv: [`--max-old-space-size=${memoryLimit}`, `--max-semi-space-size=${YOUNG_SPACE}`],
      // In a desktop VS Code this program is Electron, which must be told to be Node.
      // Its threads take turns: with glibc's many heaps for them it would keep 20 MB more.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', MALLOC_ARENA_MAX: '2' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const connection = new WorkerConnection(worker, log, (event) => this.#heard(event));
    this.#newest = connection;
    void connection.ended.then((reason) => this.#died(connection, reason));
    await connection.open({
      protocol: PROTOCOL_VERSION,
      session,
      ...(database !== undefined && { database }),
      ...(embeddings !== undefined && { embeddings }),
    });
    if (this.#deaths.length > 0) this.#events.tell({ kind: 'restarted' });
    return connection;
  }

  #died(connection: WorkerConnection, reason: string): void {
    if (this.#closed) return;
    this.#deaths.push(this.#options.clock.now());
    if (this.#newest === connection) this.#connection = undefined;
    this.#options.log.error('The engine stopped', new Error(reason));
  }

  #heard(message: unknown): void {
    const event = EngineEvent.safeParse(message);
    if (event.success) this.#events.tell(event.data);
    else this.#options.log.warn(`The engine told of something unknown: ${event.error.message}`);
  }
}

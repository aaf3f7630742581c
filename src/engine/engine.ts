import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { repositoryOf } from '../learning/repository/repository-of';
import {
  METHODS,
  type EngineEvent,
  type EngineStatus,
  type Method,
  type Result,
} from '../protocol/engine-api';
import type { Store } from '../store/store';
import type { Contexts } from './contexts';
import type { FixReceipts } from './fix-receipts';
import type { CallContext, Handlers } from './handlers';
import type { IndexFeed } from './index-feed';
import type { Keeper } from './keeper';
import type { Learner } from './learner';
import type { Library } from './library';
import type { Listeners } from './listeners';
import type { Observer } from './observer';
import type { RuleDesk } from './open-rules';
import type { Receipts } from './receipts';
import type { Recaller } from './recaller';
import type { ReceiptReader } from './receipt-reader';
import type { Replay } from './replay';
import type { Reporter } from './reporter';

/** What an engine is made of; `open-engine.ts` builds it. */
export interface EngineParts {
  version: string;
  database: string;
  store: Store;
  feed: IndexFeed;
  keeper: Keeper;
  library: Library;
  recaller: Recaller;
  receipts: Receipts;
  contexts: Contexts;
  receiptReader: ReceiptReader;
  reporter: Reporter;
  replay: Replay;
  observer: Observer;
  fixReceipts: FixReceipts;
  learner: Learner;
  rules: RuleDesk;
  events: Listeners<EngineEvent>;
  /** How the endpoint for vectors is, where the user named one. */
  embeddings: () => EngineStatus['embeddings'];
  /** Ends the session and lets go of the store. */
  close(): Promise<void>;
}

/** One typed facade over the store, the index, recall and learning. */
export class Engine {
  readonly #parts: EngineParts;
  readonly #handlers: Handlers;
  #closed: Promise<void> | undefined;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#handlers = handlersOf(parts, () => this.#status());
  }

  /** Parses the params and runs the method. Throws `HumanError` for what a person can mend. */
  async call<M extends Method>(
    method: M,
    params: unknown,
    context: CallContext,
  ): Promise<Result<M>> {
    const parsed = METHODS[method].params.parse(params);
    // The table and the handlers are keyed alike; TypeScript does not follow M through both.
    const handler = this.#handlers[method] as (
      params: unknown,
      context: CallContext,
    ) => Promise<Result<M>>;
    // Recall sees to it itself; it answers without waiting where it can.
    if (method !== 'recall') await this.#parts.receipts.settled();
    return handler(parsed, context);
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    return this.#parts.events.add(listener);
  }

  /** Ends the session and lets go of the store; once, however often it is asked for. */
  close(): Promise<void> {
    this.#closed ??= this.#parts.close();
    return this.#closed;
  }

  async #status(): Promise<EngineStatus> {
    const { version, database, store, feed } = this.#parts;
    const { rss, heapUsed } = process.memoryUsage();
    return {
      version,
      database,
      revision: await store.revision(),
      ...(await store.counts()),
      indexed: feed.indexed,
      pid: process.pid,
      rss,
      heap: heapUsed,
      embeddings: this.#parts.embeddings(),
    };
  }
}

/** A folder may be opened by a symbolic link, so only here is it known where it really lies. */
async function placed(folder: string): Promise<Result<'repositoryOf'>> {
  const location = await repositoryOf(folder);
  const path = relative(location.root, await realpath(folder));
  return { ...location, path: path.split(sep).join('/') };
}

function handlersOf(parts: EngineParts, status: () => Promise<EngineStatus>): Handlers {
  const {
    contexts,
    feed,
    fixReceipts,
    keeper,
    library,
    observer,
    recaller,
    receiptReader,
    reporter,
    replay,
    learner,
    rules,
  } = parts;
  return {
    status,
    remember: (params) => keeper.remember(params),
    correct: ({ id, patch, by }) => keeper.correct(id, patch, by),
    confirm: ({ id }) => keeper.confirm(id),
    forget: ({ id }) => keeper.forget(id),
    replay: ({ mend }) => replay.run(mend),
    undo: ({ entry }) => keeper.undo(entry),
    list: (params) => library.list(params),
    card: ({ id }) => library.card(id),
    find: async (params) => {
      await feed.settled();
      return library.find(params);
    },
    neighbourhood: (params) => library.neighbourhood(params),
    entityOf: (params) => library.entityOf(params),
    recall: async (task) => {
      await feed.settled();
      return recaller.recall(task);
    },
    receipts: (params) => receiptReader.list(params),
    receipt: ({ id }) => receiptReader.open(id),
    why: async ({ exposure }) => {
      await feed.settled();
      return receiptReader.why(exposure);
    },
    record: ({ id }) => reporter.record(id),
    report: (params) => reporter.report(params),
    verdict: ({ exposure, verdict, by }) => recaller.verdict(exposure, verdict, by),
    contextLost: async ({ conversation }) => {
      await contexts.lost(conversation);
      return {};
    },
    fixShown: async ({ memory, signal }) => ({
      exposure: await fixReceipts.keep(memory, signal),
    }),
    observe: async ({ signals }) => ({ stored: await observer.observe(signals) }),
    activity: async (params) => {
      if (params.text !== undefined) await feed.complete();
      return library.activity(params);
    },
    repositoryOf: ({ folder }) => placed(folder),
    learn: ({ folder }, context) => learner.learn(folder, context),
    ...rules.handlers,
  };
}

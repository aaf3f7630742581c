import { join } from 'node:path';
import { RepositoryReader } from '../learning/repository/repository-reader';
import { lowerBound } from '../learning/quality';
import { systemClock } from '../memory/clock';
import { sortableIds } from '../memory/ids';
import type { Log } from '../memory/log';
import { systemRandom } from '../memory/random';
import type { Session } from '../memory/session';
import type { EngineEvent } from '../protocol/engine-api';
import { VERSION } from '../protocol/version';
import { databasePath, graphPath, indexFolder } from '../store/location';
import { readInstructions } from '../rules/words/instruction-file';
import { redactSecrets } from '../store/redact';
import { Store } from '../store/store';
import type { EmbeddingSettings } from '../protocol/embedding-settings';
import { Grammars } from '../syntax/grammars';
import type { Checking } from './checking/checking';
import { ThreadChecking } from './checking/thread-checking';
import { Contexts } from './contexts';
import { CorrectionKeeper } from './correction-keeper';
import { EmbeddingFeed } from './embedding-feed';
import { Engine } from './engine';
import { FixReceipts } from './fix-receipts';
import { FixWatch } from './fix-watch';
import { GraphFile } from './graph-file';
import { Keeper } from './keeper';
import { Learner } from './learner';
import { Ledger } from './ledger';
import { Lessons } from './lessons';
import { Library } from './library';
import { Listeners } from './listeners';
import { MemoryMaker } from './memory-maker';
import { MinedKeeper } from './mined-keeper';
import { NeglectedRules } from './neglected-rules';
import { Observer } from './observer';
import { OutcomeRecorder } from './outcome-recorder';
import { openRecall } from './open-recall';
import { openRules } from './open-rules';
import { openEndpoint } from './open-endpoint';
import { openWords } from './open-words';
import { Recaller } from './recaller';
import { ReceiptReader } from './receipt-reader';
import { Replay } from './replay';
import { Reporter } from './reporter';
import { RuleEvidenceRecorder } from './rule-evidence-recorder';
import { SignalFolder } from './signal-folder';

export interface EngineOptions {
  /** Path of the database; the user's own where it is not given. */
  database?: string | undefined;
  session: Session;
  /** The endpoint for vectors, where the user named one; else no network is used. */
  embeddings?: EmbeddingSettings | undefined;
  /** What runs detectors, where that is not the thread whose bundle lies beside the engine's. */
  checking?: Checking | undefined;
  log: Log;
}

/**
 * The engine's composition root, the same in a worker process and in the `mneme` program. Resolves
 * when calls can be answered; the index fills in the background.
 */
export async function openEngine({
  database = databasePath(),
  session,
  embeddings,
  checking = new ThreadChecking(join(__dirname, 'detectors.js')),
  log,
}: EngineOptions): Promise<Engine> {
  // A window and a server have time to prepare and to tidy; a command has not.
  const lasting = session.client === 'editor' || session.client === 'mcp';
  const clock = systemClock;
  const random = systemRandom;
  const ids = sortableIds(clock, random);
  const store = await Store.open({ path: database, clock, ids, log, redact: redactSecrets });
  const endpoint = embeddings && (await openEndpoint(embeddings, store, clock, log));
  const events = new Listeners<EngineEvent>();
  const maker = new MemoryMaker(ids, clock);
  const ledger = new Ledger(store, clock, (quarantined) =>
    events.tell({ kind: 'quarantined', ...quarantined }),
  );
  const mined = new MinedKeeper(store, maker, clock, (memory) =>
    events.tell({ kind: 'proposed', memory }),
  );
  const lessons = new Lessons(store, clock);
  await lessons.open();
  const neglected = new NeglectedRules(store, clock, log);
  const { search, feed, graph, recall, receipts, labels } = openRecall({
    store,
    embedder: endpoint?.embedder ?? openWords(log),
    log,
    clock,
    ids,
    random,
    tell: (event) => events.tell(event),
    graphFile: new GraphFile(graphPath(database), session.id),
    indexFolder: indexFolder(database),
    saves: lasting,
    pools: () => lessons.pools,
    neglect: () => neglected.known,
  });
  await store.write((tx) => tx.addSession(session));
  await feed.start();
  const vectors =
    endpoint?.embedder &&
    new EmbeddingFeed({
      store,
      embedder: endpoint.embedder,
      refresh: (ids) => feed.refresh(ids),
      tell: (progress) => events.tell({ kind: 'embedding', ...progress }),
      log,
    });
  const folding = new AbortController();
  if (lasting) {
    // A filling that fails is told by the feed itself.
    void feed.fill().then(
      () => vectors?.start(),
      () => undefined,
    );
    graph.open();
  }
  const folded = lasting
    ? new SignalFolder(store, maker, clock)
        .fold(folding.signal)
        .catch((error: unknown) => log.error('Folding old signals', error))
    : undefined;
  const rules = openRules({
    store,
    checking,
    clock,
    log,
    tell: (event) => events.tell(event),
    version: VERSION,
    evidence: new RuleEvidenceRecorder(
      store,
      clock,
      (outcomes) => ledger.enter(outcomes),
      (evidence) => lessons.weightOf(evidence),
    ),
    neglected,
    lasting,
  });
  const contexts = new Contexts(store, clock);
  const replay = new Replay(store, clock);
  const learned = lasting
    ? replay
        .update(folding.signal)
        .then(() => lessons.learn(folding.signal))
        .catch((error: unknown) => log.error('Learning from all outcomes', error))
    : undefined;
  return new Engine({
    version: VERSION,
    database,
    store,
    feed,
    keeper: new Keeper(store, maker, ids, clock),
    library: new Library(store, search, clock),
    contexts,
    recaller: new Recaller({
      store,
      contexts,
      recall,
      receipts,
      ledger,
      clock,
      session: session.id,
      weightOf: (evidence) => lessons.weightOf(evidence),
    }),
    receipts,
    receiptReader: new ReceiptReader({
      store,
      rank: (task, depth) => recall.rank(task, depth),
      labels,
    }),
    reporter: new Reporter(store, clock),
    replay,
    fixReceipts: new FixReceipts(store, ids, clock, session.id),
    observer: new Observer({
      store,
      outcomes: new OutcomeRecorder(
        store,
        clock,
        (outcomes) => ledger.enter(outcomes),
        (evidence) => lessons.weightOf(evidence),
      ),
      mined,
      corrections: new CorrectionKeeper({
        store,
        mined,
        grammars: Grammars.beside(__dirname),
        faultsOf: (text, language) => checking.faultsOf(text, language),
        clock,
        log,
      }),
      fixes: new FixWatch(store, clock, lowerBound, (fix) =>
        events.tell({ kind: 'fixKnown', ...fix }),
      ),
    }),
    learner: new Learner(store, maker, new RepositoryReader(clock, readInstructions), clock),
    rules,
    events,
    embeddings: () =>
      embeddings && {
        embedder: endpoint?.embedder?.name ?? embeddings.model,
        ...(vectors?.progress ?? { done: 0, total: 0 }),
        trouble: (endpoint?.trouble ?? endpoint?.embedder.trouble)?.message,
      },
    async close() {
      folding.abort();
      await folded;
      await learned;
      await vectors?.stop();
      await receipts.settled();
      await feed.stop();
      await graph.stop();
      await rules.close();
      await store.write((tx) => tx.endSession(session.id, clock.now()));
      await store.close();
    },
  });
}

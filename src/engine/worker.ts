import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type CancellationToken,
} from 'vscode-jsonrpc/node';
import { HumanError } from '../memory/human-error';
import type { Log } from '../memory/log';
import { PROTOCOL_VERSION } from '../protocol/engine-api';
import type { Engine } from './engine';
import { openEngine } from './open-engine';
import {
  CallMessage,
  callRequest,
  closeRequest,
  eventNotification,
  learnProgress,
  logNotification,
  OpenMessage,
  openRequest,
  responseError,
  type Connection,
} from './rpc';

/** The worker process: opens the engine when asked, answers calls, and ends with its client. */
function serve(): void {
  const connection = createMessageConnection(
    new IPCMessageReader(process),
    new IPCMessageWriter(process),
  );
  let opened: Promise<Engine> | undefined;
  const engine = (): Promise<Engine> => opened ?? Promise.reject(new Error('Not opened'));

  connection.onRequest(openRequest, (message) =>
    answered(async () => {
      const { protocol, database, session, embeddings } = OpenMessage.parse(message);
      if (protocol !== PROTOCOL_VERSION) throw updated();
      opened = openEngine({ database, session, embeddings, log: remoteLog(connection) });
      (await opened).onEvent((event) => {
        void connection.sendNotification(eventNotification, event);
      });
      return null;
    }),
  );
  connection.onRequest(callRequest, (message, token) =>
    answered(async () => {
      const { method, params, progress } = CallMessage.parse(message);
      return (await engine()).call(method, params, {
        abort: abortOn(token),
        progress: (value) => {
          if (progress !== undefined) void connection.sendProgress(learnProgress, progress, value);
        },
      });
    }),
  );
  connection.onRequest(closeRequest, () =>
    answered(async () => {
      await opened?.then((engine) => engine.close());
      return null;
    }),
  );
  // Whatever became of the client, killed or crashed: nothing of ours outlives it.
  process.once('disconnect', () => {
    const gone = opened?.then((engine) => engine.close()).catch(() => undefined);
    void Promise.resolve(gone).finally(() => process.exit());
  });
  connection.listen();
}

/** Turns what a handler throws into an error that survives the wire. */
async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw responseError(error);
  }
}

function updated(): HumanError {
  return new HumanError(
    'Mneme was updated while this window was open.',
    'Reload the window to use the new version.',
  );
}

function abortOn(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

function remoteLog(connection: Connection): Log {
  const send = (level: keyof Log, message: string): void =>
    void connection.sendNotification(logNotification, { level, message });
  return {
    info: (message) => send('info', message),
    warn: (message) => send('warn', message),
    error: (message, error) =>
      send('error', `${message}: ${error instanceof Error ? error.stack : String(error)}`),
  };
}

serve();

import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import {
  createMessageConnection,
  PortMessageReader,
  PortMessageWriter,
  type CancellationToken,
} from 'vscode-jsonrpc/node';
import type { Log } from '../memory/log';
import { PROTOCOL_VERSION } from '../protocol/engine-api';
import { openEngine } from './open-engine';
import {
  CallMessage,
  callRequest,
  closeRequest,
  eventNotification,
  learnProgress,
  logNotification,
  readyNotification,
  responseError,
  troubleOf,
  WorkerData,
  type Connection,
  type Ready,
} from './rpc';

/** The worker thread: opens the engine and answers calls until it is told to close. */
async function serve(port: MessagePort): Promise<void> {
  const connection = createMessageConnection(
    new PortMessageReader(port),
    new PortMessageWriter(port),
  );
  connection.listen();
  const log = remoteLog(connection);
  try {
    const engine = await openEngine({ ...WorkerData.parse(workerData), log });
    engine.onEvent((event) => void connection.sendNotification(eventNotification, event));
    connection.onRequest(callRequest, async (message: unknown, token: CancellationToken) => {
      try {
        const { method, params, progress } = CallMessage.parse(message);
        return await engine.call(method, params, {
          abort: abortOn(token),
          progress: (value) => {
            if (progress !== undefined)
              void connection.sendProgress(learnProgress, progress, value);
          },
        });
      } catch (error) {
        throw responseError(error);
      }
    });
    connection.onRequest(closeRequest, async () => {
      await engine.close();
      return null;
    });
    await ready(connection, { protocol: PROTOCOL_VERSION });
  } catch (error) {
    await ready(connection, { trouble: troubleOf(error) });
  }
}

function ready(connection: Connection, message: Ready): Promise<void> {
  return connection.sendNotification(readyNotification, message);
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

if (parentPort !== null) void serve(parentPort);

import {
  CancellationTokenSource,
  NotificationType,
  ProgressType,
  RequestType,
  ResponseError,
  type CancellationToken,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { z } from 'zod';
import { HumanError } from '../memory/human-error';
import { Session } from '../memory/session';
import { EmbeddingSettings } from '../protocol/embedding-settings';
import { METHODS, type LearnProgress, type Method } from '../protocol/engine-api';

/** What the engine is opened with. */
export const OpenMessage = z.object({
  protocol: z.number(),
  /** Path of the database; the user's own where it is not given. */
  database: z.string().optional(),
  session: Session,
  /** The endpoint for vectors, where the user named one. */
  embeddings: EmbeddingSettings.optional(),
});
export type OpenMessage = z.infer<typeof OpenMessage>;

/** A call as it goes over the wire; `progress` names the progress stream that the caller follows. */
export const CallMessage = z.object({
  method: z.enum(Object.keys(METHODS) as [Method, ...Method[]]),
  params: z.unknown(),
  progress: z.number().optional(),
});
export type CallMessage = z.infer<typeof CallMessage>;

/** The first request: nothing else is answered before. */
export const openRequest = new RequestType<OpenMessage, null, unknown>('open');
export const callRequest = new RequestType<CallMessage, unknown, unknown>('call');
export const closeRequest = new RequestType<null, null, unknown>('close');
export const eventNotification = new NotificationType<unknown>('event');
export const logNotification = new NotificationType<unknown>('log');
export const learnProgress = new ProgressType<LearnProgress>();

/** What crosses as the data of an error, so that the other side can make the same error again. */
export const Trouble = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('human'), happened: z.string(), remedy: z.string() }),
  z.object({ kind: z.literal('bug'), message: z.string(), stack: z.string().optional() }),
]);
export type Trouble = z.infer<typeof Trouble>;

export const LogMessage = z.object({
  level: z.enum(['info', 'warn', 'error']),
  message: z.string(),
});

/** What went wrong, in a form that survives the wire. */
function troubleOf(error: unknown): Trouble {
  if (error instanceof HumanError) {
    return { kind: 'human', happened: error.happened, remedy: error.remedy };
  }
  if (error instanceof Error) return { kind: 'bug', message: error.message, stack: error.stack };
  return { kind: 'bug', message: String(error) };
}

/** The error that a trouble stands for. */
export function errorOf(trouble: Trouble): Error {
  if (trouble.kind === 'human') return new HumanError(trouble.happened, trouble.remedy);
  const error = new Error(trouble.message);
  if (trouble.stack !== undefined) error.stack = trouble.stack;
  return error;
}

const TROUBLE_CODE = -32_000;

export function responseError(error: unknown): ResponseError<unknown> {
  const trouble = troubleOf(error);
  const message = trouble.kind === 'human' ? trouble.happened : trouble.message;
  return new ResponseError<unknown>(TROUBLE_CODE, message, trouble);
}

/** An `AbortSignal` as the cancellation token that the wire knows. */
export function tokenOf(signal: AbortSignal | undefined): CancellationToken | undefined {
  if (signal === undefined) return undefined;
  const source = new CancellationTokenSource();
  if (signal.aborted) source.cancel();
  else signal.addEventListener('abort', () => source.cancel(), { once: true });
  return source.token;
}

export type Connection = MessageConnection;

import type { Readable, Writable } from 'node:stream';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  ErrorCode,
  JSONRPCMessageSchema,
  type JSONRPCMessage,
} from '@modelcontextprotocol/sdk/types.js';

/** Characters of one message: a diff of a large change has room, a runaway client has not. */
const LONGEST_MESSAGE = 4 * 1024 * 1024;

/**
 * JSON-RPC over lines of text, one message a line, as MCP's stdio transport asks for it. The SDK's own
 * passes over what it can not read, or ends; this one answers each with the error that JSON-RPC has for it.
 * It ends with its input, and when nobody reads what it writes.
 */
export class LineTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;

  readonly #input: Readable;
  readonly #output: Writable;
  #rest: string[] = [];
  #length = 0;
  /** Whether the line that is coming in is too long already and is dropped up to its end. */
  #skipping = false;
  #closed = false;

  constructor(input: Readable, output: Writable) {
    this.#input = input;
    this.#output = output;
  }

  start(): Promise<void> {
    this.#input.setEncoding('utf8');
    this.#input.on('data', this.#take);
    this.#input.once('end', this.#end);
    this.#input.once('close', this.#end);
    this.#input.once('error', this.#end);
    // A client that died reads no more: a write to it fails, which is no bug of ours.
    this.#output.once('error', this.#end);
    return Promise.resolve();
  }

  send(message: JSONRPCMessage): Promise<void> {
    return this.#write(message);
  }

  close(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#closed = true;
    this.#input.off('data', this.#take);
    this.#input.pause();
    this.onclose?.();
    return Promise.resolve();
  }

  readonly #end = (): void => void this.close();

  readonly #take = (chunk: string): void => {
    const lines = chunk.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      this.#keep(line);
      this.#finish();
    }
    this.#keep(last);
  };

  #keep(part: string): void {
    if (this.#skipping) return;
    this.#length += part.length;
    if (this.#length <= LONGEST_MESSAGE) {
      this.#rest.push(part);
      return;
    }
    this.#skipping = true;
    this.#rest = [];
    const limit = `A message may have ${String(LONGEST_MESSAGE)} characters at most`;
    void this.#refuse(ErrorCode.InvalidRequest, limit);
  }

  #finish(): void {
    const line = this.#rest.join('').trim();
    const skipped = this.#skipping;
    this.#rest = [];
    this.#length = 0;
    this.#skipping = false;
    if (!skipped && line !== '') this.#read(line);
  }

  #read(line: string): void {
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      void this.#refuse(ErrorCode.ParseError, 'The line is no JSON');
      return;
    }
    const { data } = JSONRPCMessageSchema.safeParse(json);
    if (data === undefined) {
      void this.#refuse(
        ErrorCode.InvalidRequest,
        'The JSON is no JSON-RPC 2.0 message',
        idOf(json),
      );
    } else {
      this.onmessage?.(data);
    }
  }

  #refuse(code: ErrorCode, message: string, id: string | number | null = null): Promise<void> {
    this.onerror?.(new Error(message));
    return this.#write({ jsonrpc: '2.0', id, error: { code, message } });
  }

  /** Waits until the client has taken it, so that a slow one is not buried. */
  #write(message: unknown): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((done) => {
      this.#output.write(`${JSON.stringify(message)}\n`, () => done());
    });
  }
}

function idOf(json: unknown): string | number | null {
  if (typeof json !== 'object' || json === null || !('id' in json)) return null;
  return typeof json.id === 'string' || typeof json.id === 'number' ? json.id : null;
}

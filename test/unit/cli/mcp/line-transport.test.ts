import { PassThrough } from 'node:stream';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { LineTransport } from '../../../../src/cli/mcp/line-transport';

let input: PassThrough;
let output: PassThrough;
let read: JSONRPCMessage[];
let closed: number;
let transport: LineTransport;

beforeEach(async () => {
  input = new PassThrough();
  output = new PassThrough();
  read = [];
  closed = 0;
  transport = new LineTransport(input, output);
  transport.onmessage = (message) => read.push(message);
  transport.onclose = () => closed++;
  await transport.start();
});

const PING = '{"jsonrpc":"2.0","id":1,"method":"ping"}';

/** What was answered, once all that was written has been taken in. */
async function answers(): Promise<unknown[]> {
  await new Promise((done) => setImmediate(done));
  const text = String((output.read() as Buffer | null) ?? '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

describe('messages by lines', () => {
  it('are read whole, in whatever pieces they come', async () => {
    for (const sign of `${PING}\r\n${PING}\n`) input.write(sign);
    await answers();
    expect(read).toEqual([JSON.parse(PING), JSON.parse(PING)]);
  });

  it('are read when a sign is cut in two on its way', async () => {
    const bytes = Buffer.from('{"jsonrpc":"2.0","method":"n/é€😀"}\n');
    for (const byte of bytes) input.write(Buffer.of(byte));
    await answers();
    expect(read).toEqual([{ jsonrpc: '2.0', method: 'n/é€😀' }]);
  });

  it('that are no JSON are answered with a parse error, and the next is read', async () => {
    input.write(`{"jsonrpc":\n\n${PING}\n`);
    expect(await answers()).toEqual([
      { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'The line is no JSON' } },
    ]);
    expect(read).toHaveLength(1);
  });

  it('that are no JSON-RPC are refused by their id where they have one', async () => {
    input.write('{"id":7,"method":3}\n[]\n');
    const refused = { code: -32600, message: 'The JSON is no JSON-RPC 2.0 message' };
    expect(await answers()).toEqual([
      { jsonrpc: '2.0', id: 7, error: refused },
      { jsonrpc: '2.0', id: null, error: refused },
    ]);
  });

  it('without an end are refused once, and what follows their end is read', async () => {
    for (let i = 0; i < 6; i++) input.write('x'.repeat(1024 * 1024));
    input.write(`x\n${PING}\n`);
    const [refused, ...more] = await answers();
    expect(refused).toMatchObject({ error: { code: -32600 } });
    expect(more).toEqual([]);
    expect(read).toHaveLength(1);
  });

  it('never break it, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string(), fc.json()), { maxLength: 8 }),
        async (lines) => {
          input.write(`${lines.join('\n')}\n`);
          await answers();
          expect(closed).toBe(0);
        },
      ),
    );
  });
});

describe('the end', () => {
  it('comes with the end of the input, once', async () => {
    input.end();
    await new Promise((done) => input.once('close', done));
    expect(closed).toBe(1);
  });

  it('comes when nobody reads any more, and later writes do nothing', async () => {
    output.destroy(new Error('EPIPE'));
    await new Promise((done) => setImmediate(done));
    expect(closed).toBe(1);
    await transport.send({ jsonrpc: '2.0', method: 'late' });
  });
});

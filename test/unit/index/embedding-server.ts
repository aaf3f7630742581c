import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const Request = z.object({
  model: z.string(),
  input: z.array(z.string()),
  dimensions: z.number().optional(),
});

export interface Asked extends z.infer<typeof Request> {
  key: string | undefined;
}

const LETTERS = ['a', 'e', 'i', 'o', 'u', 'n', 'r', 's', 't'];

type Behave = (response: ServerResponse, asked: Asked, nth: number) => void;

/** Answers as a service for embeddings does: here, how often a text holds each of some letters. */
export function answer(response: ServerResponse, { input, dimensions = 4 }: Asked): void {
  const data = input.map((text, index) => ({ index, embedding: vectorOf(text, dimensions) }));
  // Nothing promises the order.
  response.end(JSON.stringify({ object: 'list', data: data.reverse() }));
}

export function vectorOf(text: string, dimensions = 4): number[] {
  return LETTERS.slice(0, dimensions).map((letter) => text.split(letter).length);
}

export function refuse(status: number, headers: Record<string, string> = {}): Behave {
  return (response) => response.writeHead(status, headers).end('{"error":"no, secret-key"}');
}

/** A real HTTP server on this machine that is gone after the test, and what it was asked. */
export async function embeddingServer(behave: Behave = answer) {
  const asked: (Asked & { at: number })[] = [];
  let most = 0;
  let open = 0;
  const server = createServer((request: IncomingMessage, response) => {
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const { authorization } = request.headers;
      const one = { ...Request.parse(JSON.parse(body)), key: authorization, at: performance.now() };
      asked.push(one);
      if (request.url !== '/v1/embeddings') response.writeHead(404).end();
      else behave(response, one, asked.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, port, asked, atOnce: () => most };
}

import { z } from 'zod';
import type { Installed, PeerPackage } from './installed';

/** Milliseconds that one call may take; what takes longer is of no use to an assistant. */
const PATIENCE = 120_000;

/** As much of the SDK's client as is used. */
interface Client {
  connect(transport: unknown): Promise<void>;
  callTool(
    call: { name: string; arguments: object },
    schema: undefined,
    options: { timeout: number },
  ): Promise<unknown>;
  close(): Promise<void>;
}
type ClientModule = { Client: new (who: { name: string; version: string }) => Client };
type TransportModule = { StdioClientTransport: new (server: object) => unknown };

const Content = z.object({
  content: z.array(z.object({ type: z.string(), text: z.string().default('') })),
  isError: z.boolean().optional(),
});

/** A real MCP server in a process of its own, spoken to by the SDK's own client over stdio. */
export class McpClient {
  readonly #client: Client;

  /** Use `McpClient.start`. */
  constructor(client: Client) {
    this.#client = client;
  }

  static async start(
    installed: Installed,
    server: PeerPackage,
    args: readonly string[],
    options: { cwd: string; env: Record<string, string> },
  ): Promise<McpClient> {
    const sdk = '@modelcontextprotocol/sdk/dist/esm/client';
    const { Client } = (await installed.load(`${sdk}/index.js`)) as ClientModule;
    const { StdioClientTransport } = (await installed.load(`${sdk}/stdio.js`)) as TransportModule;
    const client = new Client({ name: 'mneme-bench', version: '1' });
    const script = await installed.program(server);
    await client.connect(
      new StdioClientTransport({
        command: installed.node,
        args: [script, ...args],
        stderr: 'ignore',
        cwd: options.cwd,
        env: { ...definedOf(process.env), ...options.env },
      }),
    );
    return new McpClient(client);
  }

  /** The text of a tool's answer. */
  async call(name: string, args: object): Promise<string> {
    const answer = await this.#client.callTool({ name, arguments: args }, undefined, {
      timeout: PATIENCE,
    });
    const { content, isError } = Content.parse(answer);
    const text = content.map((part) => part.text).join('\n');
    if (isError === true) throw new Error(`${name}: ${text}`);
    return text;
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

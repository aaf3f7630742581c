import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataSet, Query } from '../recall/data-set';
import type { Installed } from './installed';
import { McpClient } from './mcp-client';
import { Allowed, type Answer, type Peer } from './peer';

const AT_ONCE = 5000;
const Graph = z.object({ entities: z.array(z.object({ name: z.string() })) });

/**
 * The Model Context Protocol's reference memory: an entity a document, with its text as the one
 * observation. Its search is for the query as it stands within a text; all that holds it comes back.
 */
export class ServerMemory implements Peer {
  readonly name = 'server-memory (MCP)';
  readonly version: string;
  readonly #installed: Installed;
  #folder = '';
  #client: McpClient | undefined;
  #allowed: Allowed | undefined;

  constructor(installed: Installed) {
    this.#installed = installed;
    this.version = installed.version('@modelcontextprotocol/server-memory');
  }

  async load(set: DataSet): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'mneme-peer-'));
    this.#allowed = new Allowed(set);
    this.#client = await McpClient.start(
      this.#installed,
      '@modelcontextprotocol/server-memory',
      [],
      { cwd: this.#folder, env: { MEMORY_FILE_PATH: join(this.#folder, 'memory.jsonl') } },
    );
    for (let from = 0; from < set.documents.length; from += AT_ONCE) {
      const entities = set.documents
        .slice(from, from + AT_ONCE)
        .map(({ id, text }) => ({ name: id, entityType: 'memory', observations: [text] }));
      await this.#client.call('create_entities', { entities });
    }
  }

  async ask(query: Query): Promise<Answer> {
    const text = (await this.#client?.call('search_nodes', { query: query.text })) ?? '';
    const { entities } = Graph.parse(JSON.parse(text));
    const ids = entities.map(({ name }) => name);
    return { ids: ids.filter((id) => this.#allowed?.allows(query, id)), text };
  }

  async close(): Promise<void> {
    await this.#client?.close();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

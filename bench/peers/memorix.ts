import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../scripts/process.mjs';
import type { DataSet, Query } from '../recall/data-set';
import type { Installed } from './installed';
import { McpClient } from './mcp-client';
import { Allowed, DEPTH, SHOWN, TooSlow, type Answer, type Peer } from './peer';

/** Asked for where many of the results came later than the query and do not count. */
const DEEP = 1000;
const SETTINGS = {
  // Nothing leaves this machine, whatever keys its user has.
  MEMORIX_EMBEDDING: 'off',
  MEMORIX_LLM_API_KEY: '',
  OPENAI_API_KEY: '',
};
const STORED = /Stored observation #(\d+)/;
const REFERENCE = /^\| obs:(\d+) \|/gm;

/**
 * memorix, by its MCP server, without a model and without a network: full text, as it is then by
 * itself. Its search names titles; what an assistant then reads are the details of the first ten.
 */
export class Memorix implements Peer {
  readonly name = 'memorix (MCP)';
  readonly version: string;
  readonly #installed: Installed;
  readonly #documentOf = new Map<string, string>();
  #folder = '';
  #client: McpClient | undefined;
  #allowed: Allowed | undefined;

  constructor(installed: Installed) {
    this.#installed = installed;
    this.version = installed.version('memorix');
  }

  async load(set: DataSet, deadline: number): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'mneme-peer-'));
    this.#allowed = new Allowed(set);
    const project = join(this.#folder, 'project');
    await mkdir(project);
    await run('git', ['init', '-q', project], { stdio: 'ignore' });
    this.#client = await McpClient.start(this.#installed, 'memorix', ['serve'], {
      cwd: project,
      env: {
        ...SETTINGS,
        HOME: this.#folder,
        USERPROFILE: this.#folder,
        // It believes these sooner than where it really runs.
        PWD: project,
        INIT_CWD: project,
      },
    });
    for (const [place, { id, text }] of set.documents.entries()) {
      if (performance.now() > deadline) {
        throw new TooSlow(`stored ${place} of ${set.documents.length} documents in time`);
      }
      const answer = await this.#client.call('memorix_store', {
        entityName: id,
        type: 'discovery',
        title: text.split('\n', 1)[0]?.slice(0, 80) || id,
        narrative: text,
        // Without one it takes most documents for duplicates of others and keeps a tenth of them.
        topicKey: `document/${id}`,
      });
      const [, reference] = STORED.exec(answer) ?? [];
      if (reference !== undefined) this.#documentOf.set(reference, id);
    }
  }

  async ask(query: Query): Promise<Answer> {
    const client = this.#client;
    if (client === undefined) return { ids: [], text: '' };
    const limit = query.before === undefined && query.group === undefined ? DEPTH : DEEP;
    const list = await client.call('memorix_search', { query: query.text, limit });
    const found = [...list.matchAll(REFERENCE)].flatMap(([, reference = '']) => {
      const id = this.#documentOf.get(reference);
      return id !== undefined && this.#allowed?.allows(query, id) ? [{ reference, id }] : [];
    });
    const refs = found.slice(0, SHOWN).map(({ reference }) => `obs:${reference}`);
    const details =
      refs.length === 0 ? list : await client.call('memorix_detail', { typedRefs: refs });
    return { ids: found.map(({ id }) => id), text: details };
  }

  async close(): Promise<void> {
    await this.#client?.close();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

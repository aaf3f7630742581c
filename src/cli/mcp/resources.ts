import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { McpError, type ReadResourceResult } from '@modelcontextprotocol/sdk/types.js';
import type { Memory, MemoryKind } from '../../memory/memory';
import { harmless } from '../../memory/harmless';
import { describeScope } from '../../memory/scope';
import type { Door } from './door';

/** A list that a client shows is for choosing from, not for reading all. */
const LISTED = 100;
const TITLE = 80;
/** MCP's code for a resource that is not there. */
const NOT_FOUND = -32002;

/** What a client may look up by itself: each memory, each rule, and what this session was given. */
export function resources(mcp: McpServer, door: Door): void {
  memoriesOf(mcp, door, 'memory', undefined);
  memoriesOf(mcp, door, 'rule', ['rule', 'preference']);
  mcp.registerResource(
    'session',
    'mneme://session',
    {
      title: 'What the assistant was given lately',
      description: 'The newest receipts of this repository: what was asked, and how much was given',
      mimeType: 'text/markdown',
    },
    async ({ href }) => {
      const repo = await door.place.repo();
      const receipts = await door.engine.call('receipts', { repo, limit: 20 });
      const lines = receipts.map(
        ({ id, at, task, shown }) =>
          `- ${new Date(at).toISOString()} ${id}: ${String(shown)} for “${harmless(task.sentence)}”`,
      );
      return markdown(href, lines.join('\n') || 'Nothing was given yet.');
    },
  );
}

function memoriesOf(
  mcp: McpServer,
  door: Door,
  name: 'memory' | 'rule',
  kinds: MemoryKind[] | undefined,
): void {
  const list = async () => {
    const repo = await door.place.repo();
    const rows = await door.engine.call('list', {
      repo,
      limit: LISTED,
      statuses: ['active'],
      ...(kinds && { kinds }),
    });
    return {
      resources: rows.map(({ memory }) => ({
        uri: `mneme://${name}/${memory.id}`,
        name: memory.text.slice(0, TITLE),
        mimeType: 'text/markdown',
      })),
    };
  };
  mcp.registerResource(
    name,
    new ResourceTemplate(`mneme://${name}/{id}`, { list }),
    { title: name === 'rule' ? 'A rule' : 'A memory', mimeType: 'text/markdown' },
    async ({ href }, { id }) => {
      const card = await door.engine.call('card', { id: String(id) });
      const memory = card?.memory;
      if (memory === undefined || kinds?.includes(memory.kind) === false) {
        throw new McpError(NOT_FOUND, `There is no ${name} ${String(id)}`, { uri: href });
      }
      return markdown(href, described(memory));
    },
  );
}

function described({ kind, text, scope, status, provenance, detail }: Memory): string {
  const { before, after, directive } = detail;
  return [
    `${kind} · ${status} · ${describeScope(scope)} · from ${provenance.from}`,
    '',
    harmless(text),
    ...(directive ? ['', `Force: ${directive.force}`] : []),
    ...(before !== undefined && after !== undefined
      ? ['', `Before: ${harmless(before)}`, `After: ${harmless(after)}`]
      : []),
  ].join('\n');
}

function markdown(uri: string, text: string): ReadResourceResult {
  return { contents: [{ uri, mimeType: 'text/markdown', text }] };
}

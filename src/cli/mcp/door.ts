import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { Clock } from '../../memory/clock';
import { HumanError } from '../../memory/human-error';
import type { Log } from '../../memory/log';
import type { EngineClient } from '../../protocol/engine-api';
import type { Place } from './place';

/** What every tool, resource and prompt of the server works with. */
export interface Door {
  readonly engine: EngineClient;
  readonly place: Place;
  readonly server: McpServer['server'];
  readonly clock: Clock;
  readonly log: Log;
}

/** Who the client says it is: `claude-code`, `cursor-vscode`. */
export function assistantOf({ server }: Door): string {
  return server.getClientVersion()?.name ?? 'mcp';
}

export function said(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] };
}

/** Runs a tool. What the assistant can mend is told to it as the tool's answer; a bug is logged. */
export async function answered(
  { log }: Door,
  work: () => Promise<CallToolResult>,
): Promise<CallToolResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HumanError)) log.error('An MCP tool', error);
    const words =
      error instanceof HumanError
        ? error.message
        : 'Mneme failed here; its log says how. The work can go on without it.';
    return { ...said(words), isError: true };
  }
}

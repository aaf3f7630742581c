import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { recallAnswer } from '../../memory/recall-answer';
import { answered, assistantOf, type Door, said } from './door';

const Input = {
  task: z.string().min(1).max(4000).describe('What is about to be done, in a sentence'),
  file: z.string().optional().describe('The file worked in'),
  symbol: z.string().optional().describe('The function or class worked on'),
  again: z.boolean().optional().describe('Also what was given before in this conversation'),
};

/** Gives the pack for a task, and keeps the receipt of what was shown. */
export function recallTool(mcp: McpServer, door: Door): void {
  mcp.registerTool(
    'recall',
    {
      title: 'Recall',
      description:
        'What is known for a task: the user’s rules and preferences, past corrections, fixes, decisions. Ask before you start or when something fails.',
      inputSchema: Input,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ task, file, symbol, again }, { signal }) =>
      answered(door, async () => {
        const asked = {
          sentence: task,
          door: 'mcp',
          assistant: assistantOf(door),
          ...(await door.place.locate(file)),
          ...(symbol !== undefined && { symbol }),
          ...(again !== undefined && { again }),
        } as const;
        return said(recallAnswer(await door.engine.call('recall', asked, { signal })));
      }),
  );
}

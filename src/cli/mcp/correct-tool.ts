import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { consent } from './consent';
import { answered, assistantOf, type Door, said } from './door';
import { REFERENCE, shown } from './shown';

const Input = {
  memory: z.string().describe(REFERENCE),
  text: z.string().min(1).max(4000).describe('What it should say'),
};

/** Changes what a memory says. What the user said themselves is changed by their yes alone. */
export function correctTool(mcp: McpServer, door: Door): void {
  mcp.registerTool(
    'correct',
    {
      title: 'Correct a memory',
      description: 'Replace the words of a memory that is wrong or out of date.',
      inputSchema: Input,
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    },
    ({ memory: reference, text }) =>
      answered(door, async () => {
        const { memory } = await shown(door, reference);
        if (memory.provenance.source === 'user') {
          await consent(
            door,
            `${assistantOf(door)} wants to change what you said.\n\nNow: ${memory.text}\n\nThen: ${text}`,
            `Ask the user to run **Mneme: Correct a Memory**, or \`remember\` it in other words.`,
          );
        }
        await door.engine.call('correct', { id: memory.id, patch: { text }, by: 'assistant' });
        return said('Corrected; the user can undo it.');
      }),
  );
}

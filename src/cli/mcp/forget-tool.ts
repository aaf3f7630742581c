import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { consent } from './consent';
import { answered, assistantOf, type Door, said } from './door';
import { REFERENCE, shown } from './shown';

/** Removes a memory for good, by the user's yes alone. */
export function forgetTool(mcp: McpServer, door: Door): void {
  mcp.registerTool(
    'forget',
    {
      title: 'Forget a memory',
      description: 'Remove a memory for good. The user is asked first.',
      inputSchema: { memory: z.string().describe(REFERENCE) },
      annotations: {
        readOnlyHint: false,
        destructiveHint: true,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    ({ memory: reference }) =>
      answered(door, async () => {
        const { memory } = await shown(door, reference);
        await consent(
          door,
          `${assistantOf(door)} wants Mneme to forget this for good: ${memory.text}`,
          'Ask the user to run **Mneme: Forget a Memory** in the editor.',
        );
        await door.engine.call('forget', { id: memory.id });
        return said('Forgotten.');
      }),
  );
}

import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { HumanError } from '../../memory/human-error';
import { answered, type Door, said } from './door';
import { REFERENCE, shown } from './shown';

const Input = {
  memory: z.string().describe(REFERENCE),
  verdict: z.enum(['helped', 'harmed', 'ignored']),
};

/** Takes an assistant's word on what it was shown, which is weak evidence: it judges its own work. */
export function outcomeTool(mcp: McpServer, door: Door): void {
  mcp.registerTool(
    'outcome',
    {
      title: 'Tell what came of a memory',
      description: 'Say whether a memory that you were given helped, misled or did not matter.',
      inputSchema: Input,
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    },
    ({ memory: reference, verdict }) =>
      answered(door, async () => {
        const { exposure } = await shown(door, reference);
        if (exposure === undefined) {
          throw new HumanError(
            'An outcome is told of a showing, not of a memory as such.',
            'Name it by the block’s receipt and its number, as in `r_abc#2`.',
          );
        }
        await door.engine.call('verdict', { exposure, verdict, by: 'assistant' });
        return said('Noted.');
      }),
  );
}

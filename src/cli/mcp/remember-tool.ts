import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { entity } from '../../memory/entity-id';
import { isInjected } from '../../memory/fingerprint';
import { HumanError } from '../../memory/human-error';
import { MEMORY_KINDS } from '../../memory/memory';
import { TRUST } from '../../memory/provenance';
import { answered, assistantOf, type Door, said } from './door';

const Input = {
  text: z.string().min(1).max(4000).describe('One thing, in words that stand on their own'),
  kind: z.enum(MEMORY_KINDS).default('fact'),
  everywhere: z.boolean().default(false).describe('Holds in all of the user’s work'),
  file: z.string().optional().describe('The file it is about'),
};

/** Takes in what an assistant wants kept: unconfirmed, until the user says so or work bears it out. */
export function rememberTool(mcp: McpServer, door: Door): void {
  mcp.registerTool(
    'remember',
    {
      title: 'Remember',
      description:
        'Keep one thing for later sessions: what the user said, decided or corrected. Not what the code or its history shows anyway.',
      inputSchema: Input,
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    },
    ({ text, kind, everywhere, file }) =>
      answered(door, async () => {
        if (isInjected(text)) {
          throw new HumanError(
            'This is what Mneme itself gave.',
            'Use `correct` to change it, `outcome` to say how it did.',
          );
        }
        const { repo, file: path } = await door.place.locate(file);
        const now = door.clock.now();
        const memory = await door.engine.call('remember', {
          kind,
          text,
          scope: everywhere ? {} : { repo },
          status: 'candidate',
          provenance: {
            source: 'assistant',
            from: assistantOf(door),
            at: now,
            trust: TRUST.assistant,
          },
          about: path === undefined ? [] : [entity({ kind: 'file', name: path, repo, at: now })],
        });
        return said(`Kept as ${memory.id}, unconfirmed: the user sees it among the proposals.`);
      }),
  );
}

import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { HumanError } from '../../memory/human-error';
import { breachWords } from '../breach-words';
import { answered, assistantOf, type Door, said } from './door';
import { patchedFiles } from './patched-files';

const Input = {
  diff: z.string().optional().describe('A unified diff, applied or not'),
  command: z.string().optional().describe('A shell command, before it is run'),
};

/** Holds what an assistant is about to do against the user's rules; it counts for nothing. */
export function checkTool(mcp: McpServer, door: Door): void {
  mcp.registerTool(
    'check',
    {
      title: 'Check against the rules',
      description:
        'Whether a change or a command keeps the user’s rules. Ask before you hand it over.',
      inputSchema: Input,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ diff, command }, { signal }) =>
      answered(door, async () => {
        if (diff === undefined && command === undefined) {
          throw new HumanError('There is nothing to check.', 'Pass `diff` or `command`.');
        }
        const folder = await door.place.root();
        const author = assistantOf(door);
        const results = [
          ...(diff === undefined
            ? []
            : [
                await door.engine.call(
                  'check',
                  { folder, author, files: await patchedFiles(folder, diff) },
                  { signal },
                ),
              ]),
          ...(command === undefined
            ? []
            : [
                await door.engine.call(
                  'checkCommand',
                  { folder, author, line: command },
                  { signal },
                ),
              ]),
        ];
        const breaches = results.flatMap((result) => result.breaches);
        return said(breaches.length === 0 ? 'No rule is broken.' : breachWords(breaches));
      }),
  );
}

import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { GetPromptResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { harmless } from '../../memory/harmless';
import { marked } from '../../memory/fingerprint';
import { recallAnswer } from '../../memory/recall-answer';
import { assistantOf, type Door } from './door';

/** Candidates that are put before a person at once. */
const REVIEWED = 20;

/** What a person may ask for by a menu of the client. */
export function prompts(mcp: McpServer, door: Door): void {
  mcp.registerPrompt(
    'what-do-you-know',
    {
      title: 'What do you know about this task?',
      description: 'Puts what Mneme knows for a task into the conversation',
      argsSchema: { task: z.string().min(1).describe('What is about to be done') },
    },
    async ({ task }, { signal }) => {
      const pack = await door.engine.call(
        'recall',
        {
          sentence: task,
          door: 'mcp',
          assistant: assistantOf(door),
          repo: await door.place.repo(),
          again: true,
        },
        { signal },
      );
      return user(`I am about to: ${task}\n\n${recallAnswer(pack)}`);
    },
  );
  mcp.registerPrompt(
    'review-memories',
    {
      title: 'Review my memories',
      description: 'Goes through what Mneme has mined and nobody has confirmed yet',
    },
    async () => {
      const repo = await door.place.repo();
      const statuses: ['candidate'] = ['candidate'];
      const rows = await door.engine.call('list', { repo, statuses, limit: REVIEWED });
      if (rows.length === 0) return user('Mneme has no unconfirmed memories here. Tell me so.');
      const lines = rows.map(
        ({ memory }) => `- ${memory.id} (${memory.kind}): ${harmless(memory.text)}\n`,
      );
      return user(
        'Go through these unconfirmed memories with me, one at a time. For each ask whether it is right; ' +
          'where I change the words, call `correct`; where I reject it, call `forget`.\n\n' +
          marked('review', lines.join('')),
      );
    },
  );
}

function user(text: string): GetPromptResult {
  return { messages: [{ role: 'user', content: { type: 'text', text } }] };
}

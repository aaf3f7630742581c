import { DEFAULT_BUDGET } from '../../memory/task';
import { type Called, repoOf } from './called';
import type { HookAnswer } from './hook-answer';

/** Of a long prompt the beginning says what is wanted; pasted logs and files follow. */
const READ_OF_PROMPT = 4000;

/** What is known for a prompt, before the assistant reads it. */
export async function onPrompt(called: Called): Promise<HookAnswer> {
  const { engine, input, assistant } = called;
  const sentence = input.prompt?.trim().slice(0, READ_OF_PROMPT);
  if (!sentence) return {};
  const { rendered } = await engine.call('recall', {
    sentence,
    repo: await repoOf(called),
    budget: DEFAULT_BUDGET,
    door: 'hook',
    assistant,
    conversation: input.conversation,
  });
  return { context: rendered };
}

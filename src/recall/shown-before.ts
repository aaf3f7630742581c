import type { Memory } from '../memory/memory';
import type { Task } from '../memory/task';
import { WEIGHTS } from './weights';

/** An assistant's conversation, whose context holds what it was given. */
export interface Conversation {
  /** The engine's session; stands for the conversation where that has no name. */
  readonly session: string;
  readonly assistant: string;
  readonly name: string | undefined;
}

/** When each memory was last shown to a conversation, by memory; in milliseconds since 1970. */
export type ShownBefore = ReadonlyMap<string, number>;

/** The conversation that a task comes from. */
export function conversationOf(task: Task, session: string): Conversation {
  return { session, assistant: task.assistant, name: task.conversation };
}

/**
 * From when on a showing counts as still being in the assistant's context; `undefined` when none
 * does, because a person asks at the panel or the assistant asks for all of it again.
 */
export function remembersSince(task: Task, now: number): number | undefined {
  if (task.door === 'panel' || task.again === true) return undefined;
  return Math.max(task.contextSince ?? 0, now - WEIGHTS.pack.remembered);
}

/** Whether the conversation was shown the memory as it is now. */
export function isShownAlready(memory: Memory, shown: ShownBefore): boolean {
  const at = shown.get(memory.id);
  return at !== undefined && at >= memory.updatedAt;
}

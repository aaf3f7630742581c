import * as path from 'node:path';
import type { Clock } from '../../memory/clock';
import type { Ids } from '../../memory/ids';
import type { EngineClient } from '../../protocol/engine-api';
import { located, type Located } from '../located';
import type { HookInput } from './hook-input';

/** One call of a hook, with what it works with. */
export interface Called {
  readonly engine: EngineClient;
  readonly input: HookInput;
  /** Whose hook it is: `claude-code`, `copilot`. */
  readonly assistant: string;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A file that a tool names. */
export interface PlacedFile extends Located {
  readonly absolute: string;
}

export function folderOf({ input }: Called): string {
  return input.cwd ?? process.cwd();
}

export async function repoOf(called: Called): Promise<string> {
  return (await called.engine.call('repositoryOf', { folder: folderOf(called) })).repo;
}

/** Where a file lies, or will lie, that a tool names, absolute or from the assistant's folder. */
export async function placed(called: Called, file: string): Promise<PlacedFile> {
  const absolute = path.resolve(folderOf(called), file);
  return { ...(await located(called.engine, absolute)), absolute };
}

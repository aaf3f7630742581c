import { languageOf } from '../memory/language';
import { describeScope, type Scope } from '../memory/scope';
import type { Task } from '../memory/task';
import { matchesGlob } from '../memory/glob';
import { WEIGHTS } from './weights';

/** How a scope fits a task; `glob`: whether it names the very file. */
export type ScopeFit = { value: number; glob: boolean; words: string };

/**
 * Whether a memory of this scope holds for the task, and how closely; `undefined` when it does not.
 * A repository must be the same. A language or glob that the task tells nothing about stays open.
 */
export function scopeFit(scope: Scope, task: Task): ScopeFit | undefined {
  let value = 0;
  if (scope.repo !== undefined) {
    if (scope.repo !== task.repo) return undefined;
    value += WEIGHTS.scope.repo;
  }
  const language = task.language ?? (task.file === undefined ? undefined : languageOf(task.file));
  if (scope.language !== undefined && language !== undefined) {
    if (scope.language !== language) return undefined;
    value += WEIGHTS.scope.language;
  }
  let glob = false;
  if (scope.glob !== undefined && task.file !== undefined) {
    if (!matchesGlob(scope.glob, task.file)) return undefined;
    value += WEIGHTS.scope.glob;
    glob = true;
  }
  return { value, glob, words: `holds ${describeScope(scope)}` };
}

import picomatch from 'picomatch';
import { languageOf } from '../memory/language';
import { describeScope, type Scope } from '../memory/scope';
import type { Task } from '../memory/task';
import { WEIGHTS } from './weights';

const LONGEST_GLOB = 1000;

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
    if (!matches(scope.glob, task.file)) return undefined;
    value += WEIGHTS.scope.glob;
    glob = true;
  }
  return { value, glob, words: `holds ${describeScope(scope)}` };
}

/**
 * A pattern without a slash matches at any depth, as in `.gitignore`. Globs come from files that
 * anybody may have written: no nested groups, which can take for ever, and none of great length.
 */
function matches(glob: string, file: string): boolean {
  if (glob.length > LONGEST_GLOB) return false;
  return picomatch.isMatch(file, glob, {
    dot: true,
    noextglob: true,
    basename: !glob.includes('/'),
  });
}

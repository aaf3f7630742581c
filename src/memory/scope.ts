import { z } from 'zod';
import { repositoryName } from './repository-name';

/**
 * Where a memory holds. Every field narrows it; `{}` is the user everywhere.
 * `glob` is relative to the root of `repo`, with forward slashes.
 */
export const Scope = z.object({
  repo: z.string().min(1).optional(),
  glob: z.string().min(1).optional(),
  /** A VS Code language id, such as `typescript`. */
  language: z.string().min(1).optional(),
});
export type Scope = z.infer<typeof Scope>;

/** Says a scope in words, as the UI shows it: `everywhere`, `mneme · src/** · typescript`. */
export function describeScope(scope: Scope): string {
  const parts = [scope.repo && repositoryName(scope.repo), scope.glob, scope.language];
  return parts.filter(Boolean).join(' · ') || 'everywhere';
}

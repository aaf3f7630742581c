import type { DetectorKind } from '../memory/detector';
import { matchesGlob } from '../memory/glob';
import type { Scope } from '../memory/scope';

/** Languages that are the named one and more: who speaks of TypeScript means its JSX too. */
const INCLUDES: Readonly<Record<string, readonly string[]>> = {
  javascript: ['javascriptreact'],
  typescript: ['typescriptreact'],
};

/** Whether a rule holds in a repository at all. */
export function holdsIn({ repo }: Scope, here: string | undefined): boolean {
  return repo === undefined || repo === here;
}

/** Whether a rule holds for a file; its path is from the root, with forward slashes. */
export function holdsFor(
  { glob, language }: Scope,
  file: { path: string; language: string },
): boolean {
  if (glob !== undefined && !matchesGlob(glob, file.path)) return false;
  if (language === undefined || language === file.language) return true;
  return INCLUDES[language]?.includes(file.language) ?? false;
}

/** Whether detectors of a kind look at files; the others look at commands and commits. */
export function isOfFiles(kind: DetectorKind): boolean {
  return kind !== 'command' && kind !== 'commit';
}

import type { LintEntry } from './lint-entry';
import { ASSIGNMENTS } from './topics/assignments';
import { BRANCHES } from './topics/branches';
import { CALLS } from './topics/calls';
import { CLASSES } from './topics/classes';
import { COMMENTS } from './topics/comments';
import { COMPARISONS } from './topics/comparisons';
import { ENVIRONMENT } from './topics/environment';
import { FUNCTIONS } from './topics/functions';
import { INDENTATION } from './topics/indentation';
import { LINES } from './topics/lines';
import { MODULES } from './topics/modules';
import { NATIVES } from './topics/natives';
import { NEAR_MISSES } from './topics/near-misses';
import { OBJECTS } from './topics/objects';
import { PUNCTUATION } from './topics/punctuation';
import { REGEXES } from './topics/regexes';
import { RETURNS } from './topics/returns';
import { SPACING } from './topics/spacing';
import { STATEMENTS } from './topics/statements';
import { TYPE_DECLARATIONS } from './topics/type-declarations';
import { TYPES } from './topics/types';
import { VALUES } from './topics/values';
import { VARIABLES } from './topics/variables';

/**
 * The lint rules that a sentence can mean: ESLint's own, the formatting rules that it keeps for old
 * configurations among them, and those of typescript-eslint that need no types. Rules that say the
 * same as another stand under one name; rules that mean nothing without a list of the project's own
 * (`no-restricted-…`, `id-denylist`) are left to patterns.
 */
export const CATALOGUE: readonly LintEntry[] = [
  ...ASSIGNMENTS,
  ...BRANCHES,
  ...CALLS,
  ...CLASSES,
  ...COMMENTS,
  ...COMPARISONS,
  ...ENVIRONMENT,
  ...FUNCTIONS,
  ...INDENTATION,
  ...LINES,
  ...MODULES,
  ...NATIVES,
  ...NEAR_MISSES,
  ...OBJECTS,
  ...PUNCTUATION,
  ...REGEXES,
  ...RETURNS,
  ...SPACING,
  ...STATEMENTS,
  ...TYPE_DECLARATIONS,
  ...TYPES,
  ...VALUES,
  ...VARIABLES,
];

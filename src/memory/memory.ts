import { z } from 'zod';
import { RuleDetector } from './detector';
import { Directive } from './directive';
import { Provenance } from './provenance';
import { Quality } from './quality';
import { Scope } from './scope';

export const MEMORY_KINDS = [
  'fact',
  'preference',
  'rule',
  'correction',
  'fix',
  'workflow',
  'decision',
  'episode',
] as const;
export type MemoryKind = (typeof MEMORY_KINDS)[number];

export const STATUSES = ['candidate', 'active', 'quarantined', 'superseded', 'archived'] as const;
export type Status = (typeof STATUSES)[number];

const Pattern = z.object({ before: z.string(), after: z.string() });

/** What a kind knows beyond its text. Kinds with nothing to add have no detail. */
export const Detail = z.object({
  /** `correction`: what was there, and what the user made of it. */
  before: z.string().optional(),
  after: z.string().optional(),
  /** `correction`: both sides with holes where other code may stand: `$A` one node, `$$$A` several. */
  pattern: Pattern.optional(),
  /** `correction`: what of the pattern holds no name of anybody's own, the same in any repository. */
  shape: Pattern.optional(),
  /** `fix`: the problem, and what solved it. */
  problem: z.string().optional(),
  solution: z.string().optional(),
  /** `workflow`: the commands or acts, in order. */
  steps: z.array(z.string()).optional(),
  /** `workflow`: when it is run, each in a few words (`on the main branch`). */
  conditions: z.array(z.string()).optional(),
  /** `decision`: why. */
  reason: z.string().optional(),
  /** `rule`. */
  directive: Directive.optional(),
  /** `rule`, `preference`, `correction`: what finds its breaches; without one it is advisory. */
  detector: RuleDetector.optional(),
});
export type Detail = z.infer<typeof Detail>;

/** Characters of a memory's text: several times what a pack has room for. */
const TEXT_LIMIT = 20_000;

/** One thing known. */
export const Memory = z.object({
  id: z.string(),
  kind: z.enum(MEMORY_KINDS),
  /** What is known, in words that stand on their own; what an assistant is shown. */
  text: z.string().min(1).max(TEXT_LIMIT),
  detail: Detail,
  scope: Scope,
  provenance: Provenance,
  status: z.enum(STATUSES),
  quality: Quality,
  /**
   * Names what it was made from, so that learning again from the same thing adds nothing
   * (`git:REPO:SHA:fix`); absent when a person made it.
   */
  origin: z.string().optional(),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** The store's revision at its last change. */
  revision: z.number().int(),
});
export type Memory = z.infer<typeof Memory>;

/** What a maker of memories supplies; the store adds id, times, quality's prior and revision. */
export const MemoryDraft = Memory.pick({
  kind: true,
  text: true,
  scope: true,
  provenance: true,
  status: true,
  origin: true,
}).extend({ detail: Detail.default({}) });
export type MemoryDraft = z.infer<typeof MemoryDraft>;

/** What a person may change of a memory. */
export const MemoryPatch = Memory.pick({
  kind: true,
  text: true,
  detail: true,
  scope: true,
  status: true,
}).partial();
export type MemoryPatch = z.infer<typeof MemoryPatch>;

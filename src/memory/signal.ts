import { z } from 'zod';
import { CAUSES } from './cause';

export type { Cause } from './cause';

/** When the survival of an accepted suggestion is looked at. */
export const CHECKPOINTS = ['5s', '30s', '2min', '5min', '15min', 'commit'] as const;
export type Checkpoint = (typeof CHECKPOINTS)[number];

const base = {
  id: z.string(),
  at: z.number(),
  session: z.string(),
  repo: z.string().optional(),
  /** Path within the repository with forward slashes, or absolute outside one. */
  file: z.string().optional(),
  /** A VS Code language id. */
  language: z.string().optional(),
  /** How sure we are that this happened as said, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** Why we believe it, each in a few words (`one change of 48 characters`, `undone within 3 s`). */
  evidence: z.array(z.string()),
};

const Problem = z.object({
  severity: z.enum(['error', 'warning', 'information', 'hint']),
  message: z.string(),
  code: z.string().optional(),
  source: z.string().optional(),
  /** Counted from 1. */
  line: z.number().int().positive(),
});
/** A diagnostic of the editor. */
export type Problem = z.infer<typeof Problem>;
export { Problem as ProblemSchema };

const line = z.number().int().positive();
/** Names one accepted suggestion, from its accept through its survival. */
const suggestion = z.string();

/** One observed event with its evidence and a confidence. Lines are counted from 1. */
export const Signal = z.discriminatedUnion('kind', [
  /** A burst of changes to one document with one cause; `text` is what was inserted, cut short. */
  z.object({
    ...base,
    kind: z.literal('edit'),
    cause: z.enum(CAUSES),
    changes: z.number().int().positive(),
    inserted: z.number().int().min(0),
    removed: z.number().int().min(0),
    line: line.optional(),
    text: z.string().optional(),
  }),
  /** Suggested text was taken into the document. `partial` when only a word or a line of it. */
  z.object({
    ...base,
    kind: z.literal('accepted'),
    suggestion,
    text: z.string(),
    line,
    partial: z.boolean(),
  }),
  /** Ghost text was on screen and was sent away. A weak no. */
  z.object({ ...base, kind: z.literal('dismissed'), line, context: z.string() }),
  /** What is left of an accepted suggestion. */
  z.object({
    ...base,
    kind: z.literal('survival'),
    suggestion,
    checkpoint: z.enum(CHECKPOINTS),
    /** The text as accepted, what stood there before, and what stands there now. */
    accepted: z.string(),
    original: z.string(),
    current: z.string(),
  }),
  /** An accepted suggestion was undone. */
  z.object({
    ...base,
    kind: z.literal('reverted'),
    suggestion,
    text: z.string(),
    line,
    /** Milliseconds from accept to undo. */
    after: z.number().min(0),
  }),
  /** An accepted suggestion was rewritten and has come to rest. */
  z.object({
    ...base,
    kind: z.literal('rewritten'),
    suggestion,
    before: z.string(),
    after: z.string(),
    line,
    /** The whole lines around it as they stand now, for a person to see where. */
    context: z.string(),
    /** Diagnostics in its range that went away with the rewrite. */
    cured: z.array(Problem),
  }),
  z.object({
    ...base,
    kind: z.literal('diagnostic'),
    change: z.enum(['appeared', 'cured']),
    problem: Problem,
    /** The accepted suggestion in whose range it stands. */
    suggestion: suggestion.optional(),
    /** `cured`: the lines at the problem before and after the edit that cured it. */
    before: z.string().optional(),
    after: z.string().optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('task'),
    name: z.string(),
    group: z.enum(['build', 'test', 'other']),
    exitCode: z.number().int(),
  }),
  z.object({
    ...base,
    kind: z.literal('terminal'),
    command: z.string(),
    exitCode: z.number().int(),
  }),
  z.object({
    ...base,
    kind: z.literal('commit'),
    sha: z.string(),
    subject: z.string(),
  }),
  /** The branch changed under the files: what was being followed is void. */
  z.object({ ...base, kind: z.literal('branch'), branch: z.string() }),
]);
export type Signal = z.infer<typeof Signal>;
export type SignalKind = Signal['kind'];
export type SignalOf<K extends SignalKind> = Extract<Signal, { kind: K }>;

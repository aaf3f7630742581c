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
    /** `commit`: the commit that it was looked at in. */
    sha: z.string().optional(),
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
    /** A failed one's words on why it failed: the lines of its output that name an error. */
    output: z.string().optional(),
  }),
  /** A cell of a notebook was run. */
  z.object({ ...base, kind: z.literal('cell'), text: z.string(), succeeded: z.boolean() }),
  z.object({
    ...base,
    kind: z.literal('commit'),
    sha: z.string(),
    subject: z.string(),
    /** The commit in whose place it came. */
    amends: z.string().optional(),
    /** Commits that it takes back, as `git revert` says in its message. */
    reverts: z.array(z.string()).optional(),
  }),
  /** Commits that stand yet: at a push, or a day or more after they were made. */
  z.object({
    ...base,
    kind: z.literal('kept'),
    how: z.enum(['pushed', 'day']),
    shas: z.array(z.string()),
  }),
  /**
   * What an assistant's own records say became of its act: a hook's report of a tool call, or an
   * edit kept or thrown away as its telemetry tells.
   */
  z.object({
    ...base,
    kind: z.literal('assistant'),
    /** As in a task: `copilot`, `claude-code`. */
    assistant: z.string(),
    conversation: z.string().optional(),
    act: z.enum(['edit', 'command', 'other']),
    outcome: z.enum(['accepted', 'rejected', 'succeeded', 'failed']),
    /** What it wrote or ran; where nothing is told, it is what was accepted last in the file. */
    text: z.string().optional(),
    /** Why it failed, in its own words. */
    error: z.string().optional(),
  }),
  /** The branch changed under the files: what was being followed is void. */
  z.object({ ...base, kind: z.literal('branch'), branch: z.string() }),
]);
export type Signal = z.infer<typeof Signal>;
export const SIGNAL_KINDS = Signal.options.map(({ shape }) => shape.kind.value);
export type SignalKind = Signal['kind'];
export type SignalOf<K extends SignalKind> = Extract<Signal, { kind: K }>;

import { z } from 'zod';
import { FoundBreach, LineSpan } from '../memory/breach';
import { ComplianceWeek, HUMAN } from '../memory/compliance';
import { DetectorSpec, RuleDetector } from '../memory/detector';
import { Directive } from '../memory/directive';
import { Memory } from '../memory/memory';
import { RuleRow } from '../memory/rule-row';
import { Scope } from '../memory/scope';

/** Characters of a sentence, or of several, that are compiled at once. */
const SAID_LIMIT = 20_000;
/** A file above this is no text that a person wrote. */
const FILE_LIMIT = 4_000_000;

const id = z.object({ id: z.string() });
const done = z.object({});

/** A directive that was read from words, and the detector made of it, when one could be made. */
export const ReadDirective = z.object({
  text: z.string(),
  directive: Directive,
  scope: Scope,
  compiled: z
    .object({
      spec: DetectorSpec,
      /** How sure it is that this is what was meant, 0 to 1. */
      confidence: z.number(),
      /** The detector in words, for a person to say yes to. */
      shown: z.string(),
    })
    .optional(),
});
export type ReadDirective = z.infer<typeof ReadDirective>;

/** Who did what is checked, and whether it counts. */
const checking = {
  folder: z.string(),
  /** `human`, or an assistant as in a task. */
  author: z.string().default(HUMAN),
  /**
   * Whether it counts for compliance. For moments of rest (a save, an accept, an assistant's edit),
   * not for every pause in typing: half a line is no breach yet.
   */
  record: z.boolean().default(false),
  /** Names the change that this belongs to: a file counts once in it. Without it, the day does. */
  changeSet: z.string().optional(),
};
/** Rules that could not be run, and why; those that were switched off for it are told as an event. */
const off = z.array(z.object({ rule: z.string(), reason: z.string() }));

/** What the engine does with rules; a part of its one table. */
export const RULE_METHODS = {
  /** Reads directives from words, and makes detectors of them. Stores nothing. */
  compile: {
    params: z.object({
      text: z.string().min(1).max(SAID_LIMIT),
      scope: Scope,
      /** Code that breaks it, and what keeps it; the detector must tell them apart. */
      examples: z
        .array(z.object({ language: z.string(), breach: z.string(), kept: z.string().optional() }))
        .default([]),
      /** A correction's general form, with holes. */
      pattern: z.object({ before: z.string(), after: z.string() }).optional(),
    }),
    result: z.object({ directives: z.array(ReadDirective) }),
  },
  /** Runs a detector over the files of a repository; reports progress (`files`) and can be aborted. */
  tryDetector: {
    params: z.object({ folder: z.string(), spec: DetectorSpec, scope: Scope.default({}) }),
    result: z.object({
      /** Files that it applied to. */
      files: z.number().int(),
      /** The first of what it flags. */
      places: z.array(FoundBreach),
      total: z.number().int(),
      seconds: z.number(),
      /** Why it cannot be used, when it failed or was too slow. */
      failed: z.string().optional(),
    }),
  },
  /** Gives a rule a detector, switches it on or off, or takes it away; in the journal. */
  setDetector: {
    params: id.extend({ detector: RuleDetector.nullable() }),
    result: Memory,
  },
  /** Holds files against the rules that are on for them. */
  check: {
    params: z.object({
      ...checking,
      files: z.array(
        z.object({
          /** From the repository's root, with forward slashes. */
          path: z.string(),
          /** A VS Code language id. */
          language: z.string(),
          text: z.string().max(FILE_LIMIT),
          /** Only breaches that touch these lines are told; nothing else counts for compliance. */
          changed: z.array(LineSpan).optional(),
        }),
      ),
    }),
    result: z.object({ breaches: z.array(FoundBreach), off }),
  },
  /** Holds a command against the rules, before it is run. */
  checkCommand: {
    params: z.object({
      ...checking,
      line: z.string(),
      /** The assistant's; what was run before is then what was run in it. */
      conversation: z.string().optional(),
    }),
    result: z.object({ breaches: z.array(FoundBreach), off }),
  },
  /** Holds a commit's message and a branch's name against the rules, before they are made. */
  checkCommit: {
    params: z.object({
      ...checking,
      message: z.string().optional(),
      branch: z.string().optional(),
    }),
    result: z.object({ breaches: z.array(FoundBreach), off }),
  },
  /** All rules, of a repository and of everywhere, and how they were kept; the newest first. */
  rules: { params: z.object({ repo: z.string().optional() }), result: z.array(RuleRow) },
  /** How rules were kept, by week and author; of one rule or of all. */
  compliance: {
    params: z.object({
      id: z.string().optional(),
      repo: z.string().optional(),
      days: z.number().int().positive().max(3660).default(90),
    }),
    result: z.array(ComplianceWeek),
  },
  /**
   * A person says that a breach is none: `here`, since this place is right as it is, or `wrong`,
   * since the detector is. The rule is silent on that line of code from now on, wherever in its
   * file it moves.
   */
  overrule: {
    params: z.object({
      rule: z.string(),
      how: z.enum(['here', 'wrong']),
      folder: z.string(),
      path: z.string(),
      /** Counted from 1, in the file's text. */
      line: z.number().int().positive(),
      text: z.string().max(FILE_LIMIT),
    }),
    result: done,
  },
  /** The rule is not checked until a time (milliseconds since 1970), on a branch, or both. */
  pauseRule: {
    params: id.extend({ until: z.number().optional(), branch: z.string().optional() }),
    result: done,
  },
  resumeRule: { params: id, result: done },
} as const;

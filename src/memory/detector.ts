import { z } from 'zod';

/** An existing lint rule with the options that the directive asks for. */
export const LintSpec = z.object({
  kind: z.literal('lint'),
  /** As its plugin names it: `no-var`, `@typescript-eslint/no-explicit-any`. */
  rule: z.string(),
  options: z.array(z.json()).default([]),
});
export type LintSpec = z.infer<typeof LintSpec>;

/** Files that a detector looks at, by globs from the repository's root: of `only`, if any are named, and none of `except`. */
const FilesLooked = z.object({ only: z.array(z.string()), except: z.array(z.string()) });
export type FilesLooked = z.infer<typeof FilesLooked>;

/** Code of a certain shape, in the language of ast-grep's rules. */
export const PatternSpec = z.object({
  kind: z.literal('pattern'),
  files: FilesLooked.optional(),
  /** For each of VS Code's language ids, ast-grep's rule object of what breaks the directive. */
  breach: z.record(z.string(), z.record(z.string(), z.json())),
  /** The same of what keeps it: the places where it was kept instead. */
  kept: z.record(z.string(), z.record(z.string(), z.json())).optional(),
  /** What a breach becomes, with the names of the rule's holes; absent when no text is right always. */
  fix: z.record(z.string(), z.string()).optional(),
});
export type PatternSpec = z.infer<typeof PatternSpec>;

/** What holds between files, or for a file as a whole. Globs are relative to the repository's root. */
export const BoundarySpec = z.object({
  kind: z.literal('boundary'),
  /** VS Code language ids that it is for; none for all. */
  languages: z.array(z.string()).optional(),
  check: z.discriminatedUnion('of', [
    /** Files of `from` must not import files of `to` (globs); those of `except` may. */
    z.object({
      of: z.literal('imports'),
      from: z.string(),
      to: z.array(z.string()),
      except: z.array(z.string()).optional(),
    }),
    /**
     * Beside each file of `files` stands one of `beside`, in which `{name}` is its name without
     * extension, `{extension}` that, and `{folder}` its folder; with `absent`, none may.
     */
    z.object({
      of: z.literal('companion'),
      files: z.string(),
      except: z.array(z.string()).optional(),
      beside: z.array(z.string()),
      absent: z.boolean().default(false),
    }),
    /** Files of `files`, or the folders that they lie in, are named so. */
    z.object({
      of: z.literal('name'),
      files: z.string(),
      parts: z.enum(['files', 'folders', 'both']).optional(),
      style: z.enum(['kebab-case', 'camelCase', 'PascalCase', 'snake_case', 'SCREAMING_CASE']),
    }),
    /** Files that must not be. */
    z.object({ of: z.literal('forbidden'), files: z.string() }),
    /** At most so many lines; functions are known only in languages that have a grammar. */
    z.object({
      of: z.literal('size'),
      unit: z.enum(['file', 'function']),
      lines: z.number().int().positive(),
    }),
  ]),
});
export type BoundarySpec = z.infer<typeof BoundarySpec>;

/** Text that must or must not stand in a file, by an expression that takes linear time. */
export const TextSpec = z.object({
  kind: z.literal('text'),
  /** In RE2's syntax; `^` and `$` match at lines. */
  expression: z.string().max(2000),
  ignoreCase: z.boolean().default(false),
  /** Whether a match counts only where no letter, digit or `_` goes on on either side. */
  wholeWords: z.boolean().optional(),
  /** `head`: the first lines of a file, as for a licence; `end`: its last characters. */
  where: z.enum(['file', 'head', 'end', 'comments', 'strings', 'code']),
  /** `forbid`: no match may be there; `require`: one must; `every`: each such part must match. */
  demand: z.enum(['forbid', 'require', 'every']),
  /** VS Code language ids that it is for; none for all. */
  languages: z.array(z.string()).optional(),
  files: FilesLooked.optional(),
  /** What takes the place of a forbidden text. */
  replacement: z.string().optional(),
});
export type TextSpec = z.infer<typeof TextSpec>;

/**
 * A command's form: its program, or a group such as `<tests>`, and what must be among its arguments.
 * `|` parts words of which one is enough (`pnpm|yarn`), `*` is any text. Options are meant by all of
 * their names and stand anywhere; more arguments may follow, unless `$` ends the form.
 */
const CommandShape = z.array(z.string().min(1).max(200)).min(1).max(20);

/** What must not be run, or only in a certain way. Whichever way it is quoted, wrapped or piped. */
export const CommandSpec = z.object({
  kind: z.literal('command'),
  /** Commands that it speaks of. */
  commands: z.array(CommandShape).min(1).max(50),
  /** Of those, the ones that are right. */
  except: z.array(CommandShape).max(50).optional(),
  /** What must have ended well before, all of it; without it, `commands` are forbidden. */
  after: z.array(CommandShape).max(20).optional(),
  /** Only where it concerns one of these branches: what is checked out, or what is pushed to. */
  branches: z.array(z.string()).optional(),
  /** Only where an argument or a variable names one of these: `production`. */
  naming: z.array(z.string()).optional(),
  /** What to run instead: a command, or its program or option. */
  instead: z.string().max(500).optional(),
});
export type CommandSpec = z.infer<typeof CommandSpec>;

/** How messages of commits, or names of branches, must read. */
export const CommitSpec = z.object({
  kind: z.literal('commit'),
  of: z.enum(['message', 'subject', 'body', 'branch']),
  /** In RE2's syntax; `^` and `$` match at lines. */
  expression: z.string().max(2000),
  ignoreCase: z.boolean().default(false),
  demand: z.enum(['forbid', 'require']),
  /** What takes the place of a forbidden text. */
  replacement: z.string().optional(),
});
export type CommitSpec = z.infer<typeof CommitSpec>;

/** What finds a breach, in a form that can be stored, shown and run. */
export const DetectorSpec = z.discriminatedUnion('kind', [
  LintSpec,
  PatternSpec,
  BoundarySpec,
  TextSpec,
  CommandSpec,
  CommitSpec,
]);
export type DetectorSpec = z.infer<typeof DetectorSpec>;
export type DetectorKind = DetectorSpec['kind'];
export type SpecOf<K extends DetectorKind> = Extract<DetectorSpec, { kind: K }>;

/**
 * A rule's detector. `proposed` until a person has seen it and said yes; only what is `on` finds
 * anything. A rule without one is advisory: recalled, and never checked.
 */
export const RuleDetector = z.object({
  spec: DetectorSpec,
  state: z.enum(['proposed', 'on', 'off']),
  /** Why it is off: the user's word, or that it was slow or failed. */
  reason: z.string().optional(),
});
export type RuleDetector = z.infer<typeof RuleDetector>;

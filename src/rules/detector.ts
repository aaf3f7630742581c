import type { Fix } from '../memory/breach';
import type { DetectorKind, SpecOf } from '../memory/detector';
import type { Said } from './said';

export type { Fix, LineSpan } from '../memory/breach';

/** The files of a repository, by their paths from its root with forward slashes. */
export interface FileTree {
  has(path: string): boolean;
  /** Paths of the files right within a folder; the root's is the empty string. */
  within(folder: string): readonly string[];
}

/** A file as it is now, saved or not. */
export interface CheckedFile {
  kind: 'file';
  /** From the repository's root, with forward slashes. */
  path: string;
  /** A VS Code language id. */
  language: string;
  text: string;
  tree: FileTree;
}

/** A command before it is run. */
export interface CheckedCommand {
  kind: 'command';
  /** As it would be given to the shell. */
  line: string;
  branch?: string | undefined;
  /** What was run before in this session, the oldest first. */
  earlier: readonly {
    line: string;
    succeeded: boolean;
    /** Whether code was edited after it ran, where that is known. */
    edited?: boolean | undefined;
  }[];
}

/** A commit's message, or a branch's name, before it is made. */
export interface CheckedCommit {
  kind: 'message' | 'branch';
  text: string;
}

/** What rules are held against. */
export type Checked = CheckedFile | CheckedCommand | CheckedCommit;

/** A place that breaks a rule. Offsets are UTF-16 units into the text that was checked. */
export interface Breach {
  start: number;
  /** Exclusive. */
  end: number;
  /** What is wrong here, where it says more than the rule itself. */
  message?: string | undefined;
  fixes: Fix[];
}

/** What a detector says of what it was given. */
export interface Findings {
  breaches: Breach[];
  /** Places where the rule applied and was kept; undefined where a detector can not tell them. */
  kept?: { start: number; end: number }[] | undefined;
}

/** A detector made ready to run. */
export interface Detector {
  /**
   * Looks at one thing; `undefined` when the rule does not apply to things of that kind or language.
   * Must not wait: everything that is loaded is loaded by `prepare`.
   */
  check(checked: Checked): Findings | undefined;
}

/** What a family made of a directive. */
export interface Compiled<K extends DetectorKind> {
  spec: SpecOf<K>;
  /** How sure it is that this is what was meant, 0 to 1. */
  confidence: number;
  /** The detector in words, for a person to say yes to (`ESLint's no-var: …`). */
  shown: string;
}

/** One way to detect breaches. */
export interface DetectorFamily<K extends DetectorKind> {
  readonly kind: K;
  /** Makes a detector of what was said; `undefined` when it is not its kind of thing. */
  compile(said: Said): Promise<Compiled<K> | undefined>;
  /**
   * Makes a detector ready, which may load grammars or libraries.
   * @throws HumanError when the spec can not be run
   */
  prepare(spec: SpecOf<K>): Promise<Detector>;
}

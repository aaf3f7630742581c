import type { DetectorKind } from '../../memory/detector';
import type { FaultsOf } from '../../memory/fault';
import type { CheckedCommand, CheckedCommit, CheckedFile, Compiled } from '../../rules/detector';
import type { RunReport, RunRule } from '../../rules/rule-checker';
import type { Said } from '../../rules/said';

/** A file to be checked, and the folder on disk that its path and its neighbours are in. */
export type HandedFile = Omit<CheckedFile, 'tree'> & { root: string };

/** What rules are held against, in a form that can be handed to a thread. */
export type Handed = HandedFile | CheckedCommand | CheckedCommit;

/** Compiles and runs detectors, wherever that is done. */
export interface Checking {
  /**
   * Makes a detector of what was said; `undefined` where it stays advisory.
   * @throws HumanError when it takes too long
   */
  compile(said: Said): Promise<Compiled<DetectorKind> | undefined>;
  /** Runs rules over one thing. Never fails for what a detector does. */
  check(rules: readonly RunRule[], handed: Handed): Promise<RunReport>;
  /** What a linter finds in a piece of code. Fails where that takes too long. */
  readonly faultsOf: FaultsOf;
  close(): Promise<void>;
}

import type { DetectorKind } from '../../memory/detector';
import type { Fault, FaultsOf } from '../../memory/fault';
import { type Families, Compiler } from '../../rules/compiler';
import type { Checked, Compiled } from '../../rules/detector';
import { RuleChecker, type RunReport, type RunRule, type Watch } from '../../rules/rule-checker';
import type { Said } from '../../rules/said';
import type { Checking, Handed } from './checking';
import { threadMilliseconds } from './cpu-time';
import { DiskTree } from './disk-tree';

const UNWATCHED: Watch = { begin() {}, end() {} };
const UNTOLD: FaultsOf = () => Promise.resolve(undefined);

/** Compiles and runs detectors right here: within the thread, and where nothing need be guarded. */
export class LocalChecking implements Checking {
  readonly #compiler: Compiler;
  readonly #checker: RuleChecker;
  readonly #faultsOf: FaultsOf;

  constructor(families: Families, faultsOf: FaultsOf = UNTOLD, watch: Watch = UNWATCHED) {
    this.#faultsOf = faultsOf;
    this.#compiler = new Compiler(families);
    this.#checker = new RuleChecker(
      (spec) => this.#compiler.prepare(spec),
      threadMilliseconds,
      watch,
    );
  }

  compile(said: Said): Promise<Compiled<DetectorKind> | undefined> {
    return this.#compiler.compile(said);
  }

  check(rules: readonly RunRule[], handed: Handed): Promise<RunReport> {
    return this.#checker.check(rules, checkedOf(handed));
  }

  faultsOf(text: string, language: string): Promise<readonly Fault[] | undefined> {
    return this.#faultsOf(text, language);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function checkedOf(handed: Handed): Checked {
  if (handed.kind !== 'file') return handed;
  const { root, ...file } = handed;
  return { ...file, tree: new DiskTree(root) };
}

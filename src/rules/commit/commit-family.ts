import type { CommitSpec } from '../../memory/detector';
import type { Parse } from '../../syntax/syntax-node';
import type { Compiled, Detector, DetectorFamily } from '../detector';
import type { Said } from '../said';
import { branchSpec } from './branch-names';
import { CommitDetector } from './commit-detector';
import { messageSpec } from './message-rules';

/** How messages of commits and names of branches must read. */
export class CommitFamily implements DetectorFamily<'commit'> {
  readonly kind = 'commit';
  readonly #parserOf: (language: string) => Promise<Parse | undefined>;

  /** `parserOf` gives the parser for a VS Code language id: commands that commit are read, too. */
  constructor(parserOf: (language: string) => Promise<Parse | undefined>) {
    this.#parserOf = parserOf;
  }

  compile(said: Said): Promise<Compiled<'commit'> | undefined> {
    if (said.glob !== undefined) return Promise.resolve(undefined);
    return Promise.resolve(branchSpec(said) ?? messageSpec(said));
  }

  async prepare(spec: CommitSpec): Promise<Detector> {
    const parse = await this.#parserOf('shellscript');
    if (parse === undefined) throw new Error('There is no grammar of command lines.');
    return new CommitDetector(spec, parse);
  }
}

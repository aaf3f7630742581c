import { BoundaryFamily } from '../../rules/boundary/boundary-family';
import { CommandFamily } from '../../rules/command/command-family';
import { CommitFamily } from '../../rules/commit/commit-family';
import type { Families } from '../../rules/compiler';
import { LintFamily } from '../../rules/lint/lint-family';
import { PatternFamily } from '../../rules/pattern/pattern-family';
import { TextFamily } from '../../rules/text/text-family';
import { Grammars } from '../../syntax/grammars';
import { Structures } from '../../syntax/structures';

/**
 * The families of detectors, built in one place for whoever compiles or runs them: the thread,
 * the `mneme` program and the benchmarks.
 *
 * @param folder where the bundles lie, and beside them the grammars and libraries; for those who run
 *   the sources, a folder two levels below the root
 */
export function detectorFamilies(folder: string): Families {
  const grammars = Grammars.beside(folder);
  const structures = Structures.beside(folder);
  const parserOf = (language: string) => grammars.parserOf(language);
  return {
    lint: new LintFamily(),
    pattern: new PatternFamily(structures),
    boundary: new BoundaryFamily(structures),
    text: new TextFamily(parserOf),
    command: new CommandFamily(parserOf),
    commit: new CommitFamily(parserOf),
  };
}

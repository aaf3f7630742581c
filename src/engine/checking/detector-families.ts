import type { Families } from '../../rules/compiler';

/**
 * The families of detectors, built in one place for whoever compiles or runs them: the thread,
 * the `mneme` program and the benchmarks.
 *
 * @param folder where the bundles lie, and beside them the grammars and libraries; for those who run
 *   the sources, a folder two levels below the root
 */
export function detectorFamilies(_folder: string): Families {
  return {};
}

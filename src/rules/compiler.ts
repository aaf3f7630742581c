import type { DetectorKind } from '../memory/detector';
import type { Compiled, Detector, DetectorFamily } from './detector';
import type { Example, Said } from './said';

/** Families of every kind. */
export type Families = { readonly [K in DetectorKind]: DetectorFamily<K> };

/**
 * Makes a detector of what was said, by the first family that can and whose detector stands the
 * test of the examples: it flags each breach and passes each corrected form.
 */
export class Compiler {
  readonly #families: Families;
  readonly #order: readonly DetectorKind[];

  constructor(families: Families, order: readonly DetectorKind[]) {
    this.#families = families;
    this.#order = order;
  }

  /** `undefined` for what nothing here can detect: such a rule is advisory. */
  async compile(said: Said): Promise<Compiled<DetectorKind> | undefined> {
    for (const kind of this.#order) {
      const compiled = await this.#by(kind, said);
      if (compiled !== undefined) return compiled;
    }
    return undefined;
  }

  /** Makes a stored detector ready to run. */
  prepare<K extends DetectorKind>(spec: Compiled<K>['spec'] & { kind: K }): Promise<Detector> {
    return this.#families[spec.kind].prepare(spec);
  }

  async #by<K extends DetectorKind>(kind: K, said: Said): Promise<Compiled<K> | undefined> {
    const family: DetectorFamily<K> = this.#families[kind];
    const compiled = await family.compile(said);
    if (compiled === undefined || said.examples.length === 0) return compiled;
    const detector = await family.prepare(compiled.spec);
    return said.examples.every((example) => stands(detector, example)) ? compiled : undefined;
  }
}

const NO_FILES = { has: () => false, within: () => [] };

function stands(detector: Detector, { language, breach, kept }: Example): boolean {
  const flagged = (text: string): boolean =>
    (detector.check({ kind: 'file', path: 'example', language, text, tree: NO_FILES })?.breaches
      .length ?? 0) > 0;
  return flagged(breach) && (kept === undefined || !flagged(kept));
}

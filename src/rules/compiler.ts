import type { DetectorKind, SpecOf } from '../memory/detector';
import { HumanError } from '../memory/human-error';
import type { Checked, Compiled, Detector, DetectorFamily } from './detector';
import type { Example, Said } from './said';

/** Families by kind; what a kind has no family for is not compiled and can not be run. */
export type Families = { readonly [K in DetectorKind]?: DetectorFamily<K> };

/** From the most exact way of finding a breach to the least. */
const ORDER: readonly DetectorKind[] = ['lint', 'pattern', 'boundary', 'text', 'command', 'commit'];

/**
 * Makes a detector of what was said, by the first family that can and whose detector stands the
 * test of the examples: it flags each breach and passes each corrected form.
 */
export class Compiler {
  readonly #families: Families;

  constructor(families: Families) {
    this.#families = families;
  }

  /** `undefined` for what nothing here can detect: such a rule is advisory. */
  async compile(said: Said): Promise<Compiled<DetectorKind> | undefined> {
    for (const kind of ORDER) {
      const compiled = await this.#by(kind, said);
      if (compiled !== undefined) return compiled;
    }
    return undefined;
  }

  /**
   * Makes a stored detector ready to run.
   * @throws HumanError when it can not be run
   */
  async prepare<K extends DetectorKind>(spec: SpecOf<K> & { kind: K }): Promise<Detector> {
    const family: DetectorFamily<K> | undefined = this.#families[spec.kind];
    if (family === undefined) {
      throw new HumanError(
        `This Mneme knows no detectors of the kind “${spec.kind}”.`,
        'Update Mneme; until then the rule is advisory.',
      );
    }
    return family.prepare(spec);
  }

  async #by<K extends DetectorKind>(kind: K, said: Said): Promise<Compiled<K> | undefined> {
    const family: DetectorFamily<K> | undefined = this.#families[kind];
    const compiled = await family?.compile(said);
    if (compiled === undefined || said.examples.length === 0) return compiled;
    const detector = await family?.prepare(compiled.spec);
    if (detector === undefined) return undefined;
    return said.examples.every((example) => stands(detector, example)) ? compiled : undefined;
  }
}

const NO_FILES = { has: () => false, within: () => [] };

function stands(detector: Detector, { language, breach, kept }: Example): boolean {
  const flagged = (text: string): boolean =>
    (detector.check(asChecked(language, text))?.breaches.length ?? 0) > 0;
  return flagged(breach) && (kept === undefined || !flagged(kept));
}

/** An example of a shell's language is a command that was about to be run. */
function asChecked(language: string, text: string): Checked {
  if (language === 'shellscript') return { kind: 'command', line: text, earlier: [] };
  return { kind: 'file', path: 'example', language, text, tree: NO_FILES };
}

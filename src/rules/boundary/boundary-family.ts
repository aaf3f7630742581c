import type { BoundarySpec } from '../../memory/detector';
import type { Seeker } from '../../syntax/structural-rule';
import type { Structures } from '../../syntax/structures';
import type { Compiled, Detector, DetectorFamily } from '../detector';
import type { Said } from '../said';
import { BoundaryDetector } from './boundary-detector';
import { companionRule, forbiddenRule, nameRule, sizeRule } from './file-rules';
import { FUNCTION_KINDS } from './function-kinds';
import { importRule } from './import-rule';
import { IMPORTED } from './imported';

const READERS = [importRule, companionRule, nameRule, sizeRule, forbiddenRule];

/** What holds between files, or for a file as a whole: imports, companions, names, sizes. */
export class BoundaryFamily implements DetectorFamily<'boundary'> {
  readonly kind = 'boundary';
  readonly #structures: Structures;

  constructor(structures: Structures) {
    this.#structures = structures;
  }

  compile(said: Said): Promise<Compiled<'boundary'> | undefined> {
    for (const read of READERS) {
      const check = read(said);
      if (check !== undefined)
        return Promise.resolve({
          spec: {
            kind: 'boundary',
            check,
            ...(said.languages.length > 0 && { languages: [...said.languages] }),
          },
          confidence: 0.9,
          shown: shownOf(check),
        });
    }
    return Promise.resolve(undefined);
  }

  async prepare(spec: BoundarySpec): Promise<Detector> {
    const { check } = spec;
    const languages = check.of === 'imports' ? Object.keys(IMPORTED) : Object.keys(FUNCTION_KINDS);
    const isNeeded = check.of === 'imports' || (check.of === 'size' && check.unit === 'function');
    const seekers = new Map<string, Seeker>();
    for (const language of isNeeded ? languages : []) {
      const seeker = await this.#structures.seekerOf(language);
      if (seeker !== undefined) seekers.set(language, seeker);
    }
    return new BoundaryDetector(spec, seekers);
  }
}

function shownOf(check: BoundarySpec['check']): string {
  switch (check.of) {
    case 'imports':
      return `Files of ${check.from} must not import from ${check.to.join(', ')}`;
    case 'companion':
      return `Beside each file of ${check.files} there is one of ${check.beside.join(', ')}`;
    case 'name':
      return `Names of the files ${check.files} are in ${check.style}`;
    case 'forbidden':
      return `There are no files ${check.files}`;
    case 'size':
      return `A ${check.unit} has at most ${check.lines} lines`;
  }
}

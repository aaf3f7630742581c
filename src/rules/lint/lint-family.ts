import type { LintSpec } from '../../memory/detector';
import type { Compiled, Detector, DetectorFamily } from '../detector';
import type { Said } from '../said';
import { CATALOGUE } from './catalogue';
import { askedOf } from './asked';
import { LintDetector, type LintTools } from './lint-detector';
import { LintMatcher } from './lint-matcher';
import { loadEslint, loadTypeScript } from './lint-rules';
import { SourceReader } from './source-reader';

/**
 * Existing lint rules: ESLint's own and typescript-eslint's, each run alone, for sentences that mean
 * one of them. Which one is told by `LintMatcher` without loading ESLint; `prepare` loads it.
 */
export class LintFamily implements DetectorFamily<'lint'> {
  readonly kind = 'lint';
  #matcher: LintMatcher | undefined;
  #tools: Promise<LintTools> | undefined;

  compile(said: Said): Promise<Compiled<'lint'> | undefined> {
    this.#matcher ??= new LintMatcher(CATALOGUE);
    for (const text of askedOf(said)) {
      const match = this.#matcher.match(text);
      if (match === undefined) continue;
      const { rule, options, score } = match;
      const spec: LintSpec = { kind: 'lint', rule, options };
      return Promise.resolve({ spec, confidence: score, shown: shownOf(spec) });
    }
    return Promise.resolve(undefined);
  }

  async prepare(spec: LintSpec): Promise<Detector> {
    this.#tools ??= load();
    return new LintDetector(spec, await this.#tools);
  }
}

async function load(): Promise<LintTools> {
  const [Linter, typescript] = await Promise.all([loadEslint(), loadTypeScript()]);
  const linter = new Linter();
  return { linter, typescript, reader: new SourceReader(linter, typescript) };
}

/** The rule by its name, with the options it is given. */
function shownOf({ rule, options }: LintSpec): string {
  const told = options.map((option) => JSON.stringify(option)).join(', ');
  return told === '' ? `ESLint: ${rule}` : `ESLint: ${rule} (${told})`;
}

import type { Parsed, Result } from '../protocol/engine-api';
import { scopeOfSaid } from '../rules/words/holding';
import { saidOf } from '../rules/words/said';
import type { Checking } from './checking/checking';

/** Reads directives from a person's words, and makes detectors of them. */
export class RuleMaker {
  readonly #checking: Checking;

  constructor(checking: Checking) {
    this.#checking = checking;
  }

  async compile({ text, scope, examples, pattern }: Parsed<'compile'>): Promise<Result<'compile'>> {
    const directives: Result<'compile'>['directives'] = [];
    for (const said of saidOf(text, scope)) {
      const compiled = await this.#checking.compile({
        ...said,
        examples,
        ...(pattern !== undefined && { pattern }),
      });
      directives.push({
        text: said.text,
        directive: said.directive,
        scope: scopeOfSaid(said, scope),
        ...(compiled !== undefined && { compiled }),
      });
    }
    return { directives };
  }
}

import type { Scope } from '../../memory/scope';
import { isAside } from './aside';
import { demandsOf, type Demand } from './directive';
import { demandsTersely } from './fragment';
import { placed } from './holding';
import { readSentences, type LinedSaid } from './reading';
import type { Statement } from './statement';

/** Where at least this share of what stands together demands in whole sentences, phrases do too. */
const SECTION_DEMANDS = 0.3;
const FILE_DEMANDS = 0.4;

/**
 * Reads what the statements of a rules file demand: for each of them, in order, a list that is empty
 * where it only tells. A phrase without a verb (`UUID for public ids`) counts among demands; among
 * descriptions it is one more of them.
 */
export function saidOfStatements(statements: readonly Statement[], scope: Scope): LinedSaid[][] {
  const found = statements.map((statement) => demanded(statement, (text) => demandsOf(text)));
  const sections = new Map<string, Share>();
  const file = new Share();
  statements.forEach((statement, i) => {
    const section = shareOf(sections, statement);
    const demands = (found[i] ?? []).length > 0;
    section.count(demands);
    file.count(demands);
  });
  return statements.map((statement, i) => {
    const whole = found[i] ?? [];
    const amongDemands =
      shareOf(sections, statement).value >= SECTION_DEMANDS || file.value >= FILE_DEMANDS;
    const said =
      whole.length > 0 || !statement.item || !isTerse(statement, amongDemands)
        ? whole
        : demanded(statement, (text) => demandsOf(text, 'must'));
    return said.map((one) => placed(one, scope, statement.context));
  });
}

/** How much of what stands together demands. */
class Share {
  #demands = 0;
  #all = 0;

  count(demands: boolean): void {
    this.#all++;
    if (demands) this.#demands++;
  }

  get value(): number {
    return this.#all === 0 ? 0 : this.#demands / this.#all;
  }
}

function shareOf(sections: Map<string, Share>, { context }: Statement): Share {
  const key = context.join('\n');
  const known = sections.get(key) ?? new Share();
  sections.set(key, known);
  return known;
}

function isTerse({ sentences, context }: Statement, amongDemands: boolean): boolean {
  const first = sentences[0]?.text ?? '';
  return !isAside(first) && demandsTersely(first, context, amongDemands);
}

function demanded(statement: Statement, read: (sentence: string) => Demand[]): LinedSaid[] {
  const aboutReader = isAside(statement.text);
  return readSentences(statement.sentences, statement, (sentence, first) => {
    if (isAside(sentence) || (!first && aboutReader && /^you\b/i.test(sentence))) return [];
    if (first && statement.force !== undefined) return demandsOf(sentence, statement.force);
    return first ? read(sentence) : demandsOf(sentence);
  });
}

import type { FoundBreach } from '../memory/breach';
import type { Clock } from '../memory/clock';
import type { Parsed, Result } from '../protocol/engine-api';
import { lineHash } from '../rules/line-hash';
import { LineTable } from '../rules/line-table';
import { foundBreach, touches } from '../rules/places';
import type { RunReport } from '../rules/rule-checker';
import { holdsFor } from '../rules/rule-scope';
import type { Location } from '../learning/repository/repository-of';
import type { Checking, Handed } from './checking/checking';
import type { Checkouts } from './checkouts';
import type { EarlierCommands } from './earlier-commands';
import { type BookedRule, placeKey, type RuleBook, telling } from './rule-book';
import type { RuleKeeper } from './rule-keeper';

export interface InspectorParts {
  book: RuleBook;
  checking: Checking;
  checkouts: Checkouts;
  keeper: RuleKeeper;
  earlier: EarlierCommands;
  clock: Clock;
}

/** Where rules are held against something. */
interface Here {
  readonly location: Location;
  readonly rules: readonly BookedRule[];
}

/** Holds files, commands and commits against the rules that are on for them. */
export class RuleInspector {
  readonly #parts: InspectorParts;

  constructor(parts: InspectorParts) {
    this.#parts = parts;
  }

  async check({ folder, files }: Parsed<'check'>): Promise<Result<'check'>> {
    const here = await this.#here(folder);
    const results = await Promise.all(files.map((file) => this.#file(here, file)));
    const off = results.flatMap((result) => result.off);
    return {
      breaches: results.flatMap(({ breaches }) => breaches),
      off: [...new Map(off.map((one) => [one.rule, one])).values()],
    };
  }

  async checkCommand({
    folder,
    line,
    conversation,
  }: Parsed<'checkCommand'>): Promise<Result<'checkCommand'>> {
    const here = await this.#here(folder);
    const rules = here.rules.filter(({ spec }) => spec.kind === 'command');
    if (rules.length === 0) return { breaches: [], off: [] };
    const { checkouts, earlier } = this.#parts;
    const handed: Handed = {
      kind: 'command',
      line,
      branch: await checkouts.branch(here.location),
      earlier: await earlier.of(here.location.repo, conversation),
    };
    return this.#words(rules, handed, line);
  }

  async checkCommit({
    folder,
    message,
    branch,
  }: Parsed<'checkCommit'>): Promise<Result<'checkCommit'>> {
    const here = await this.#here(folder);
    const rules = here.rules.filter(({ spec }) => spec.kind === 'commit');
    const texts = [
      ...(message === undefined ? [] : [{ kind: 'message', text: message } as const]),
      ...(branch === undefined ? [] : [{ kind: 'branch', text: branch } as const]),
    ];
    const results = await Promise.all(texts.map((one) => this.#words(rules, one, one.text)));
    return {
      breaches: results.flatMap(({ breaches }) => breaches),
      off: results.flatMap(({ off }) => off),
    };
  }

  async #here(folder: string): Promise<Here> {
    const { book, checkouts, clock } = this.#parts;
    const location = await checkouts.of(folder);
    const branch = (): Promise<string | undefined> => checkouts.branch(location);
    return { location, rules: await book.on(location.repo, branch, clock.now()) };
  }

  async #file(
    { location: { repo, root }, rules }: Here,
    { path, language, text, changed }: Parsed<'check'>['files'][number],
  ): Promise<Result<'check'>> {
    const own = rules.filter(({ memory }) => holdsFor(memory.scope, { path, language }));
    const report = await this.#run(own, { kind: 'file', path, language, text, root });
    const lines = new LineTable(text);
    const breaches = told(own, report, (rule, breach) => {
      const line = lineHash(lines.textOf(lines.placeOf(breach.start).line));
      if (rule.silent.has(placeKey(repo, path, line))) return undefined;
      if (changed !== undefined && !touches(changed, breach, lines)) return undefined;
      return foundBreach(telling(rule), breach, lines, path);
    });
    return { breaches, off: report.off };
  }

  async #words(
    rules: readonly BookedRule[],
    handed: Handed,
    text: string,
  ): Promise<Result<'checkCommand'>> {
    const report = await this.#run(rules, handed);
    const lines = new LineTable(text);
    const breaches = told(rules, report, (rule, breach) =>
      foundBreach(telling(rule), breach, lines),
    );
    return { breaches, off: report.off };
  }

  /** Runs rules, and switches off those that failed or were slow. */
  async #run(rules: readonly BookedRule[], handed: Handed): Promise<RunReport> {
    const { checking, keeper } = this.#parts;
    const run = rules.map(({ memory, spec }) => ({ id: memory.id, spec }));
    const report = await checking.check(run, handed);
    for (const { rule, reason } of report.off) await keeper.switchOff(rule, reason);
    return report;
  }
}

type Found = RunReport['found'][number]['findings']['breaches'][number];

/** What is told of what was found, in the order of the text. */
function told(
  rules: readonly BookedRule[],
  { found }: RunReport,
  tell: (rule: BookedRule, breach: Found) => FoundBreach | undefined,
): FoundBreach[] {
  const byId = new Map(rules.map((rule) => [rule.memory.id, rule]));
  return found
    .flatMap(({ rule: id, findings }) => {
      const rule = byId.get(id);
      if (rule === undefined) return [];
      return findings.breaches.flatMap((breach) => tell(rule, breach) ?? []);
    })
    .sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule));
}

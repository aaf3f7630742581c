import type { Clock } from '../memory/clock';
import type { Parsed, Result } from '../protocol/engine-api';
import { LineTable } from '../rules/line-table';
import { foundBreach, touches } from '../rules/places';
import type { RunReport } from '../rules/rule-checker';
import { holdsFor, isOfFiles } from '../rules/rule-scope';
import { isSourceText } from '../rules/source-text';
import type { Location } from '../learning/repository/repository-of';
import type { Checking, Handed } from './checking/checking';
import type { Checkouts } from './checkouts';
import type { EarlierCommands } from './earlier-commands';
import { type BookedRule, type RuleBook, telling } from './rule-book';
import type {
  ComplianceRecorder,
  Counted,
  Look,
  LookedAt,
  TouchedFile,
} from './compliance-recorder';
import type { NeglectedRules } from './neglected-rules';
import type { RuleEvidenceRecorder } from './rule-evidence-recorder';
import type { RuleKeeper } from './rule-keeper';
import { isSilent, told } from './rule-telling';

export interface InspectorParts {
  book: RuleBook;
  checking: Checking;
  checkouts: Checkouts;
  keeper: RuleKeeper;
  recorder: ComplianceRecorder;
  evidence: RuleEvidenceRecorder;
  neglected: NeglectedRules;
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

  async check(params: Parsed<'check'>): Promise<Result<'check'>> {
    const here = await this.#here(params.folder);
    const results = await Promise.all(params.files.map((file) => this.#file(here, file)));
    const by = byOf(params);
    if (by !== undefined) {
      const { repo } = here.location;
      const { recorder } = this.#parts;
      const files = results.map(({ touched }) => ({ repo, ...by, ...touched }));
      await this.#counted({ repo, ...by }, await recorder.files(files));
    }
    const off = results.flatMap((result) => result.off);
    return {
      breaches: results.flatMap(({ breaches }) => breaches),
      off: [...new Map(off.map((one) => [one.rule, one])).values()],
    };
  }

  async checkCommand(params: Parsed<'checkCommand'>): Promise<Result<'checkCommand'>> {
    const { folder, line, conversation } = params;
    const here = await this.#here(folder);
    // Commands that commit give messages and names of branches, too.
    const rules = here.rules.filter(({ spec }) => !isOfFiles(spec.kind));
    // Neither git nor the signals are asked for nothing.
    if (rules.length === 0) return { breaches: [], off: [] };
    const { checkouts, earlier } = this.#parts;
    const handed: Handed = {
      kind: 'command',
      line,
      branch: await checkouts.branch(here.location),
      earlier: await earlier.of(here.location.repo, conversation),
    };
    return this.#words({ ...here, rules }, handed, line, byOf(params));
  }

  async checkCommit(params: Parsed<'checkCommit'>): Promise<Result<'checkCommit'>> {
    const { folder, message, branch } = params;
    const here = await this.#here(folder);
    const rules = here.rules.filter(({ spec }) => spec.kind === 'commit');
    const texts = [
      ...(message === undefined ? [] : [{ kind: 'message', text: message } as const]),
      ...(branch === undefined ? [] : [{ kind: 'branch', text: branch } as const]),
    ];
    const results: Result<'checkCommit'>[] = [];
    for (const one of texts)
      results.push(await this.#words({ ...here, rules }, one, one.text, byOf(params)));
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
  ): Promise<Result<'check'> & { touched: Omit<TouchedFile, keyof LookedAt> }> {
    const own = isSourceText(text)
      ? rules.filter(
          ({ memory, spec }) => isOfFiles(spec.kind) && holdsFor(memory.scope, { path, language }),
        )
      : [];
    const { looks, off } = await this.#run(own, { kind: 'file', path, language, text, root });
    const lines = new LineTable(text);
    const breaches = told(looks, (rule, breach) => {
      if (isSilent(rule, repo, path, lines, breach.start)) return undefined;
      if (changed !== undefined && !touches(changed, breach, lines)) return undefined;
      return foundBreach(telling(rule), breach, lines, path);
    });
    return { breaches, off, touched: { path, lines, changed: changed ?? [], looks } };
  }

  /** @param by whose it is, where it counts */
  async #words(
    { location: { repo }, rules }: Here,
    handed: Handed,
    text: string,
    by: By | undefined,
  ): Promise<Result<'checkCommand'>> {
    const { looks: found, off } = await this.#run(rules, handed);
    const lines = new LineTable(text);
    const looks = found.map(({ rule, findings }) => {
      const breaches = findings.breaches.filter(
        ({ start }) => !isSilent(rule, repo, '', lines, start),
      );
      return { rule, findings: { ...findings, breaches } };
    });
    if (by !== undefined) {
      const at = { repo, ...by };
      await this.#counted(at, await this.#parts.recorder.once(at, looks));
    }
    const breaches = told(looks, (rule, breach) => foundBreach(telling(rule), breach, lines));
    return { breaches, off };
  }

  /** What was counted is evidence on what was shown, and may make a rule a neglected one. */
  async #counted(at: LookedAt, counted: readonly Counted[]): Promise<void> {
    if (counted.length === 0) return;
    await this.#parts.evidence.record(at, counted);
    this.#parts.neglected.refresh();
  }

  /** Runs rules, and switches off those that failed or were slow. */
  async #run(
    rules: readonly BookedRule[],
    handed: Handed,
  ): Promise<{ looks: Look[]; off: RunReport['off'] }> {
    const { checking, keeper } = this.#parts;
    const run = rules.map(({ memory, spec }) => ({ id: memory.id, spec }));
    const { found, off } = await checking.check(run, handed);
    for (const { rule, reason } of off) await keeper.switchOff(rule, reason);
    const byId = new Map(rules.map((rule) => [rule.memory.id, rule]));
    const looks = found.flatMap(({ rule: id, findings }) => {
      const rule = byId.get(id);
      return rule === undefined ? [] : [{ rule, findings }];
    });
    return { looks, off };
  }
}

type By = Omit<LookedAt, 'repo'>;

/** Whose work it is, where it counts. */
function byOf({
  record,
  author,
  changeSet,
}: {
  record: boolean;
  author: string;
  changeSet?: string | undefined;
}): By | undefined {
  return record ? { author, changeSet } : undefined;
}

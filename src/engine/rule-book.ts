import type { DetectorSpec } from '../memory/detector';
import type { Log } from '../memory/log';
import type { Memory } from '../memory/memory';
import type { RulePause } from '../memory/rule-row';
import type { TellingRule } from '../rules/places';
import { holdsIn } from '../rules/rule-scope';
import type { Store } from '../store/store';

/** Changes looked through at once; with more, all rules are read anew. */
const CHANGES = 2000;

/** A rule that is checked. */
export interface BookedRule {
  readonly memory: Memory;
  readonly spec: DetectorSpec;
  readonly pause: RulePause | undefined;
  /** Where it is silent, since a person overruled it there: see `placeKey`. */
  readonly silent: ReadonlySet<string>;
}

/** What breaches tell of their rule. */
export function telling({ memory: { id, text, detail }, spec }: BookedRule): TellingRule {
  return { id, text, kind: spec.kind, directive: detail.directive };
}

/** What the store held at a revision. */
interface Page {
  readonly revision: number;
  readonly rules: readonly BookedRule[];
  /** Tells one page from another in which something else is checked. */
  readonly sign: string;
}

/** Which rules are on, in whatever process they were switched. Follows the store's change feed. */
export class RuleBook {
  readonly #store: Store;
  readonly #log: Log;
  readonly #changed: () => void;
  #page: Page | undefined;
  #reading: Promise<Page> | undefined;
  #unwatch: () => void = () => undefined;

  /** @param changed hears that what is checked is another now */
  constructor(store: Store, log: Log, changed: () => void) {
    this.#store = store;
    this.#log = log;
    this.#changed = changed;
  }

  start(): void {
    this.#unwatch = this.#store.watch(() => {
      this.#current().catch((error: unknown) => this.#log.error('Reading the rules', error));
    });
  }

  async stop(): Promise<void> {
    this.#unwatch();
    await this.#reading?.catch(() => undefined);
  }

  /** The rules that are on in a repository, none of those that rest. */
  async on(
    repo: string,
    branch: () => Promise<string | undefined>,
    now: number,
  ): Promise<BookedRule[]> {
    const { rules } = await this.#current();
    const here = rules.filter(({ memory }) => holdsIn(memory.scope, repo));
    const asks = here.some(({ pause }) => pause?.branch !== undefined);
    const checkedOut = asks ? await branch() : undefined;
    return here.filter(({ pause }) => pause === undefined || !rests(pause, checkedOut, now));
  }

  /** As the store was when this was asked, or later; one reading at a time. */
  async #current(): Promise<Page> {
    const revision = await this.#store.revision();
    const page = await this.#reading?.catch(() => undefined);
    // A reading that was under way may have begun before.
    if (page !== undefined && page.revision >= revision) return page;
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #read(): Promise<Page> {
    const before = this.#page;
    const revision = await this.#store.revision();
    if (before?.revision === revision) return before;
    if (before !== undefined && !(await this.#concerned(before.revision))) {
      return (this.#page = { ...before, revision });
    }
    const [memories, pauses, overrules] = await Promise.all([
      this.#store.rules.detected(),
      this.#store.rules.pauses(),
      this.#store.rules.overrules(),
    ]);
    const silent = Map.groupBy(overrules, ({ rule }) => rule);
    const rules = memories.flatMap((memory): BookedRule[] => {
      const { detector } = memory.detail;
      if (detector?.state !== 'on') return [];
      const at = silent.get(memory.id) ?? [];
      return [
        {
          memory,
          spec: detector.spec,
          pause: pauses.get(memory.id),
          silent: new Set(at.map(({ repo, path, line }) => placeKey(repo, path, line))),
        },
      ];
    });
    this.#page = { revision, rules, sign: signOf(memories, pauses, overrules.length) };
    if (before !== undefined && before.sign !== this.#page.sign) this.#changed();
    return this.#page;
  }

  /** Whether something changed since then that may concern rules. */
  async #concerned(since: number): Promise<boolean> {
    const { changes, reset } = await this.#store.changesSince(since, CHANGES);
    if (reset || changes.length === CHANGES) return true;
    return changes.some(({ table }) => table === 'memory' || table === 'rule');
  }
}

/** Names a line of a file in a repository. */
export function placeKey(repo: string, path: string, line: string): string {
  return `${repo}\0${path}\0${line}`;
}

/** Whether a pause holds; one without an end or a branch holds until it is ended. */
export function rests({ until, branch }: RulePause, checkedOut: string | undefined, now: number) {
  return (until === undefined || now < until) && (branch === undefined || branch === checkedOut);
}

function signOf(
  memories: readonly Memory[],
  pauses: ReadonlyMap<string, RulePause>,
  overrules: number,
): string {
  const rules = memories.map(({ id, text, scope, detail }) => [id, text, scope, detail]);
  return JSON.stringify([rules, [...pauses], overrules]);
}

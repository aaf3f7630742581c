import type { DetectorSpec } from '../memory/detector';
import { HumanError } from '../memory/human-error';
import type { Checked, Detector, Findings } from './detector';
import { Pace, PACE_LIMIT } from './pace';

/** A rule as it is run: its memory's id, and what finds its breaches. */
export interface RunRule {
  readonly id: string;
  readonly spec: DetectorSpec;
}

/** What running rules over one thing came to. */
export interface RunReport {
  /** Of each rule that applied. */
  found: { rule: string; findings: Findings }[];
  /** Rules that failed or were slow and must not be run again. */
  off: { rule: string; reason: string }[];
}

/** Is told what is at work, so that whoever watches from outside knows what hangs. */
export interface Watch {
  /** @param rule its place among the rules that were given */
  begin(rule: number, phase: 'prepare' | 'run'): void;
  end(): void;
}

/** Detectors kept ready; preparing one may load a grammar or a library. */
const KEPT = 1000;

interface Ready {
  readonly detector: Detector;
  readonly pace: Pace;
}

/** Runs rules over files, commands and commits. A rule that fails or is slow is told, and harms no other. */
export class RuleChecker {
  readonly #prepare: (spec: DetectorSpec) => Promise<Detector>;
  readonly #milliseconds: () => number;
  readonly #watch: Watch;
  /** By the spec: rules that are checked alike share one. */
  readonly #ready = new Map<string, Ready>();
  #turn = 0;

  /** @param milliseconds that were computed so far: time in which others computed is no fault of a rule */
  constructor(
    prepare: (spec: DetectorSpec) => Promise<Detector>,
    milliseconds: () => number,
    watch: Watch,
  ) {
    this.#prepare = prepare;
    this.#milliseconds = milliseconds;
    this.#watch = watch;
  }

  /**
   * Runs rules over one thing. All are given the same object, so that a family may keep what it made
   * of it (a syntax tree) for its next rule; who comes first, and pays for that, changes from call to
   * call.
   */
  async check(rules: readonly RunRule[], checked: Checked): Promise<RunReport> {
    const report: RunReport = { found: [], off: [] };
    const first = rules.length === 0 ? 0 : this.#turn++ % rules.length;
    for (let i = 0; i < rules.length; i++) {
      const place = (first + i) % rules.length;
      const rule = rules[place];
      if (rule === undefined) continue;
      try {
        const ready = await this.#readied(rule, place);
        const findings = this.#run(ready, checked, place);
        if (findings !== undefined) report.found.push({ rule: rule.id, findings });
        const slow = ready.pace.tooSlow;
        if (slow === undefined) continue;
        report.off.push({ rule: rule.id, reason: slowness(slow) });
        // Whoever switches it on again gives it another chance.
        this.#ready.delete(keyOf(rule));
      } catch (error) {
        report.off.push({ rule: rule.id, reason: failure(error) });
      } finally {
        this.#watch.end();
      }
    }
    return report;
  }

  async #readied(rule: RunRule, place: number): Promise<Ready> {
    const key = keyOf(rule);
    const kept = this.#ready.get(key);
    if (kept !== undefined) return kept;
    this.#watch.begin(place, 'prepare');
    const ready = { detector: await this.#prepare(rule.spec), pace: new Pace() };
    if (this.#ready.size >= KEPT) this.#ready.clear();
    this.#ready.set(key, ready);
    return ready;
  }

  #run({ detector, pace }: Ready, checked: Checked, place: number): Findings | undefined {
    this.#watch.begin(place, 'run');
    const started = this.#milliseconds();
    const findings = detector.check(checked);
    const characters = checked.kind === 'command' ? checked.line.length : checked.text.length;
    if (findings !== undefined) pace.add(this.#milliseconds() - started, characters);
    return findings;
  }
}

function keyOf({ spec }: RunRule): string {
  return JSON.stringify(spec);
}

function slowness(median: number): string {
  return `It took ${Math.round(median)} ms for a file; the limit is ${PACE_LIMIT} ms.`;
}

function failure(error: unknown): string {
  if (error instanceof HumanError) return error.happened;
  return `It failed: ${error instanceof Error ? error.message : String(error)}`;
}

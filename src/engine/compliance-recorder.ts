import type { LineSpan } from '../memory/breach';
import type { Clock } from '../memory/clock';
import type { Findings } from '../rules/detector';
import { keptMore } from '../rules/kept-places';
import { lineHash } from '../rules/line-hash';
import type { LineTable } from '../rules/line-table';
import { touches } from '../rules/places';
import { type SeenBreach, settle } from '../rules/standing-breaches';
import { dayOf, type RuleLook, type Store, type Writer } from '../store/store';
import { type BookedRule, placeKey } from './rule-book';

/** What a rule's detector found. */
export interface Look {
  readonly rule: BookedRule;
  readonly findings: Findings;
}

/** Whose work is looked at, and which change it belongs to; without a name, that of the day. */
export interface LookedAt {
  readonly repo: string;
  readonly author: string;
  readonly changeSet: string | undefined;
}

/** A file that was touched, and what is in it. */
export interface TouchedFile extends LookedAt {
  readonly path: string;
  readonly lines: LineTable;
  readonly changed: readonly LineSpan[];
  readonly looks: readonly Look[];
}

/** What was counted for a rule at a look. */
export interface Counted {
  readonly rule: string;
  readonly kept: number;
  readonly broken: number;
  /** Whether the detector told where it was kept. */
  readonly told: boolean;
}

/** Counts how rules are kept in what was touched, each opportunity once. */
export class ComplianceRecorder {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Counts what was found in files that were touched, as one transaction. */
  async files(files: readonly TouchedFile[]): Promise<Counted[]> {
    const touched = files.filter(({ changed, looks }) => changed.length > 0 && looks.length > 0);
    if (touched.length === 0) return [];
    return this.#store.write(async (tx) => {
      const counted: Counted[] = [];
      for (const file of touched) counted.push(...(await this.#file(tx, file)));
      return counted;
    });
  }

  /** Counts a command or a commit: each is an opportunity of its own, and nothing of it stands. */
  async once(at: LookedAt, looks: readonly Look[]): Promise<Counted[]> {
    if (looks.length === 0) return [];
    const now = this.#clock.now();
    const counted = looks.map(({ rule, findings }) => {
      const broken = findings.breaches.length > 0 ? 1 : 0;
      return { rule: rule.memory.id, kept: 1 - broken, broken, told: true };
    });
    await this.#store.write(async (tx) => {
      for (const { rule, kept, broken } of counted) {
        const counts = { kept, broken, overridden: 0, fixed: 0 };
        await tx.rules.look(
          { ...this.#where(at, '', now), ...NOTHING, rule, total: undefined, counts },
          now,
        );
      }
    });
    return counted;
  }

  async #file(tx: Writer, file: TouchedFile): Promise<Counted[]> {
    const now = this.#clock.now();
    const where = this.#where(file, file.path, now);
    const standing = await tx.rules.standingIn(where);
    const text = new FileLines(file.lines);
    const counted: Counted[] = [];
    for (const { rule, findings } of file.looks) {
      const { id } = rule.memory;
      const seen = findings.breaches.map(({ start, end }): SeenBreach => {
        const spot = text.spotAt(file.lines.placeOf(start).line);
        return {
          ...spot,
          touched: touches(file.changed, { start, end }, file.lines),
          silent: rule.silent.has(placeKey(file.repo, file.path, spot.line)),
        };
      });
      const was = standing.filter((one) => one.rule === id);
      const settled = settle(was, seen, text.hashes);
      const fixed = settled.fixed.filter(({ overruled }) => !overruled).length;
      const { more, total } = keptMore(
        await tx.rules.keptIn(id, where),
        findings.kept?.filter((place) => touches(file.changed, place, file.lines)).length,
        seen.filter(({ touched }) => touched).length,
        { broken: settled.broken.length, fixed },
      );
      const counts = { kept: more, broken: settled.broken.length, overridden: 0, fixed };
      await tx.rules.look(
        {
          ...where,
          rule: id,
          total,
          counts,
          added: settled.broken,
          moved: settled.standing.map(({ was, now }) => ({ ...now, key: was.key })),
          removed: [...settled.fixed, ...settled.gone].map(({ key }) => key),
        },
        now,
      );
      const told = findings.kept !== undefined;
      counted.push({ rule: id, kept: more, broken: counts.broken, told });
    }
    return counted;
  }

  #where({ repo, author, changeSet }: LookedAt, path: string, now: number) {
    return { repo, path, author, change: changeSet ?? `day ${dayOf(now)}` };
  }
}

const NOTHING: Pick<RuleLook, 'added' | 'moved' | 'removed'> = {
  added: [],
  moved: [],
  removed: [],
};

/** The lines of a file by their hashes, those without text left out. */
class FileLines {
  readonly #lines: LineTable;
  readonly hashes: string[] = [];
  /** For each line, how many with text stand above it. */
  readonly #above: number[] = [];

  constructor(lines: LineTable) {
    this.#lines = lines;
    for (let line = 1; line <= lines.count; line++) {
      this.#above.push(this.hashes.length);
      const text = lines.textOf(line);
      if (text.trim() !== '') this.hashes.push(lineHash(text));
    }
  }

  spotAt(line: number): Pick<SeenBreach, 'line' | 'before' | 'after'> {
    const at = this.#above[line - 1] ?? 0;
    const own = this.#lines.textOf(line);
    return {
      line: lineHash(own),
      before: this.hashes[at - 1] ?? '',
      after: this.hashes[own.trim() === '' ? at : at + 1] ?? '',
    };
  }
}

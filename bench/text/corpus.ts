import type { Edge, EdgeType } from '../../src/memory/edge';
import { type Entity } from '../../src/memory/entity';
import { entity } from '../../src/memory/entity-id';
import type { MemoryDraft, MemoryKind, Status } from '../../src/memory/memory';
import { memoryIdOf } from '../../src/memory/memory-id';
import { TRUST, type Source } from '../../src/memory/provenance';
import { Dice, seedOf } from '../dice';
import type { ErrorText } from './errors';
import { projectOf, type Project, type SourceFile } from './project';
import type { Prose } from './prose';
import { say } from './sayings';

const KINDS: Readonly<Record<MemoryKind, number>> = {
  fact: 0.44,
  fix: 0.2,
  correction: 0.13,
  rule: 0.08,
  decision: 0.05,
  preference: 0.04,
  workflow: 0.03,
  episode: 0.03,
};
const STATUSES: Readonly<Record<Status, number>> = {
  active: 0.78,
  candidate: 0.12,
  superseded: 0.04,
  archived: 0.04,
  quarantined: 0.02,
};
const SOURCES: Readonly<Record<Source, number>> = {
  mined: 0.7,
  user: 0.15,
  imported: 0.1,
  assistant: 0.05,
};
const MEMORIES_OF_A_PROJECT = 20_000;
const FILES_OF_A_PROJECT = 800;
const EVERYWHERE = 0.08;
const DAY = 86_400_000;
/** The memories come from the three years before this day. */
const NEWEST = Date.UTC(2026, 5, 1);
const DAYS = 1100;

/** One memory as it is told, with what it is about and how it hangs together with others. */
export interface Told {
  readonly id: string;
  readonly draft: MemoryDraft;
  readonly at: number;
  readonly repo: string;
  readonly source: SourceFile;
  readonly symbol: string;
  readonly error?: ErrorText;
  readonly about: readonly Entity[];
  readonly edges: readonly Edge[];
}

/**
 * Memories as a developer's store comes to hold, made by seed and number: any one can be made again
 * by itself. Several repositories of unequal size, files that are busy and files that are not, every
 * kind, status and scope, at least two edges a memory.
 */
export class Corpus {
  readonly #prose: Prose;
  readonly #seed: number;
  readonly #projects: readonly Project[];

  constructor(
    prose: Prose,
    seed: number,
    readonly size: number,
  ) {
    this.#prose = prose;
    this.#seed = seed;
    const count = Math.max(3, Math.round(size / MEMORIES_OF_A_PROJECT));
    const files = Math.min(FILES_OF_A_PROJECT, Math.max(10, Math.round(size / count / 12)));
    this.#projects = Array.from({ length: count }, (_, number) =>
      projectOf(seed, number, files, NEWEST - DAYS * DAY),
    );
  }

  memory(number: number): Told {
    const dice = new Dice(seedOf(this.#seed, number));
    const { project, source } = this.#place(dice);
    const id = memoryIdOf(origin(number));
    const kind = dice.shared(KINDS);
    const from = dice.shared(SOURCES);
    // The newest number is the newest memory, as in a store that was filled day by day.
    const at = NEWEST - Math.round((1 - number / this.size) * DAYS * DAY);
    const ofSymbol = dice.of(source.symbols);
    const symbol = ofSymbol.name.replace(/^.*#/, '');
    const other = dice.zipf(project.files);
    const ofPackage = dice.zipf(project.packages);
    const { text, detail, error } = say(kind, dice, this.#prose, {
      path: source.file.name,
      symbol,
      other: dice.of(other.symbols).name.replace(/^.*#/, ''),
      package: ofPackage.name,
    });
    const ofError = error?.code === undefined ? [] : [errorEntity(error.code, at)];
    const edges: Edge[] = [
      edge(id, 'about', source.file.id, 1),
      edge(id, 'about', ofSymbol.id, 0.8),
    ];
    if (dice.chance(0.3)) edges.push(edge(id, 'about', other.file.id, 0.5));
    if (dice.chance(0.35)) edges.push(edge(id, 'used-with', ofPackage.id, 0.6));
    for (const { id: ofError_ } of ofError) edges.push(edge(id, 'fixes', ofError_, 0.9));
    const status = dice.shared(STATUSES);
    const neighbour = this.#earlier(dice, number);
    if (neighbour !== undefined && status === 'superseded') {
      edges.push(edge(neighbour, 'supersedes', id, 1));
    } else if (neighbour !== undefined && dice.chance(0.25)) {
      edges.push(edge(id, dice.of(['similar-to', 'derived-from', 'precedes']), neighbour, 0.5));
    }
    return {
      id,
      at,
      repo: project.repo,
      source,
      symbol,
      ...(error && { error }),
      about: [source.file, ofSymbol, other.file, ofPackage, ...ofError],
      edges,
      draft: {
        kind,
        text,
        detail,
        status,
        origin: origin(number),
        scope: scope(dice, kind, project.repo, source),
        provenance: {
          source: from,
          from: `commit ${sha(dice, 7)}`,
          at,
          trust: TRUST[from],
          evidence: [
            {
              kind: 'commit',
              text: text.slice(0, 90),
              at,
              file: source.file.name,
              ref: sha(dice, 40),
            },
          ],
        },
      },
    };
  }

  /** Words that no memory was made of, in the same manner. */
  foreign(dice: Dice, words: number): string {
    return this.#prose.write(dice, words);
  }

  #place(dice: Dice): { project: Project; source: SourceFile } {
    const project = dice.zipf(this.#projects);
    return { project, source: dice.zipf(project.files) };
  }

  /** A memory of the same repository not long before, where a few looks find one. */
  #earlier(dice: Dice, number: number): string | undefined {
    const repo = this.#repoOf(number);
    for (let look = 0; look < 4; look++) {
      const earlier = number - dice.between(1, 200);
      if (earlier >= 0 && this.#repoOf(earlier) === repo) return memoryIdOf(origin(earlier));
    }
    return undefined;
  }

  #repoOf(number: number): string {
    return this.#place(new Dice(seedOf(this.#seed, number))).project.repo;
  }
}

function scope(
  dice: Dice,
  kind: MemoryKind,
  repo: string,
  { file, language }: SourceFile,
): MemoryDraft['scope'] {
  if (dice.chance(EVERYWHERE)) return dice.chance(0.5) ? { language } : {};
  const globbed = kind === 'rule' ? 0.15 : 0.005;
  if (dice.chance(globbed))
    return { repo, glob: `${file.name.split('/').slice(0, -1).join('/')}/**` };
  return dice.chance(0.15) ? { repo, language } : { repo };
}

function errorEntity(code: string, at: number): Entity {
  return entity({ kind: 'error', name: code, at });
}

function edge(from: string, type: EdgeType, to: string, weight: number): Edge {
  return { from, type, to, weight };
}

function origin(number: number): string {
  return `bench:${number}`;
}

function sha(dice: Dice, length: number): string {
  let digits = '';
  while (digits.length < length) digits += dice.below(2 ** 28).toString(16);
  return digits.slice(0, length);
}

import type { Task } from '../memory/task';
import { scoreOf } from './features';
import { findingsOf, isRelevant, joined, NOTHING, type Finding } from './finding';
import type { GraphSource } from './graph-source';
import { Order } from './order';
import { contexts, sourcesOf, surroundings } from './surroundings';
import { taskQueries, type TaskQuery } from './task-query';
import { taskSeeds } from './task-seeds';
import { touchedFiles } from './touched-files';
import { WEIGHTS } from './weights';
import type { Question } from './wording';
import type { FoundByWords, WordSearch } from './word-search';

export interface CandidateParts {
  search: WordSearch;
  graph: GraphSource;
  /** When each of these memories was last changed; what is no memory is missing. */
  changedAt(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** What may matter, by id, and in what order it came about. */
export type Gathered = { findings: Map<string, Finding>; order: Order };

/** Gathers what may matter to a task: by words, by vector, and over the graph from both. */
export class Candidates {
  readonly #parts: CandidateParts;

  constructor(parts: CandidateParts) {
    this.#parts = parts;
  }

  /** The best, at most `limit`, before anything is read of them; some may be no memories. */
  async gather(task: Task, question: Question, limit: number): Promise<Gathered> {
    const { graph } = this.#parts;
    const findings = new Map<string, Finding>();
    const seeds = taskSeeds(task);
    const touching = touchedFiles(task, this.#parts);
    for (const query of taskQueries(task)) {
      const { memory = [], entity = [] } = await this.#found(query, task);
      for (const [id, finding] of findingsOf(memory, query.weight)) {
        const known = findings.get(id);
        findings.set(id, known ? joined(known, finding) : finding);
      }
      for (const [id, finding] of findingsOf(entity, query.weight)) {
        seed(seeds, id, finding, WEIGHTS.spread.entityFound);
      }
    }
    for (const [id, finding] of findings) seed(seeds, id, finding, WEIGHTS.spread.memoryFound);
    const sources = sourcesOf(new Map([...findings].map(([id, { peak }]) => [id, peak])));

    const [reached, order, touched] = await Promise.all([
      graph.spread(seeds, WEIGHTS.found.byGraph, task.asOf),
      Order.around(graph, [...sources.keys()], WEIGHTS.around.steps),
      touching,
    ]);
    const add = (id: string, more: Partial<Finding>): void => {
      findings.set(id, { ...(findings.get(id) ?? NOTHING), ...more });
    };
    for (const [id, activation] of reached) add(id, { activation });
    for (const [id, around] of surroundings(order, sources)) add(id, { around });
    const termsOf = (id: string): readonly string[] => findings.get(id)?.terms ?? [];
    const partOf = (words: Iterable<string>): number => question.partOf(words);
    for (const [id, context] of contexts(order, sources.keys(), termsOf, partOf)) {
      add(id, { context });
    }
    for (const [id, touch] of touched) add(id, { touch });
    return { findings: best(findings, question.brevity, limit), order };
  }

  async #found(
    { text, prose }: TaskQuery,
    task: Task,
  ): Promise<Partial<Record<FoundByWords['type'], FoundByWords[]>>> {
    const { memories, named, entities, nearest } = WEIGHTS.found;
    const hits = await this.#parts.search.search({
      text,
      limit: prose ? memories : named,
      types: ['memory'],
      // Entities are names: a vector near them tells nothing that their words do not.
      beside: { types: ['entity'], limit: entities },
      repo: task.repo ?? '',
      vectors: prose,
      nearest,
      ...(task.asOf !== undefined && { until: task.asOf }),
    });
    return Object.groupBy(hits, ({ type }) => type);
  }
}

function best(
  findings: Map<string, Finding>,
  brevity: number,
  limit: number,
): Map<string, Finding> {
  if (findings.size <= limit) return findings;
  const traits = { brevity, code: 0, asked: 1 };
  return new Map(
    [...findings]
      .map(([id, finding]) => ({
        id,
        finding,
        score: scoreOf(finding, traits),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ id, finding }) => [id, finding]),
  );
}

/** Energy starts only from what would be relevant by itself, else a single word lights up all. */
function seed(seeds: Map<string, number>, id: string, finding: Finding, share: number): void {
  if (!isRelevant(finding, false)) return;
  seeds.set(id, Math.max(seeds.get(id) ?? 0, share * finding.share));
}

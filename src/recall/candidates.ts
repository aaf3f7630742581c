import type { Task } from '../memory/task';
import { findingOf, isRelevant, joined, NOTHING, type Finding } from './finding';
import type { GraphSource } from './graph-source';
import { taskQueries, type TaskQuery } from './task-query';
import { taskSeeds } from './task-seeds';
import { WEIGHTS } from './weights';
import type { WordSearch } from './word-search';

/** Gathers what may matter to a task: by words, by vector, and over the graph from both. */
export class Candidates {
  readonly #search: WordSearch;
  readonly #graph: GraphSource;

  constructor(search: WordSearch, graph: GraphSource) {
    this.#search = search;
    this.#graph = graph;
  }

  /** Nodes by id; what the graph reaches may be entities too. */
  async gather(task: Task): Promise<Map<string, Finding>> {
    const findings = new Map<string, Finding>();
    const seeds = taskSeeds(task);
    for (const query of taskQueries(task)) {
      for (const [id, finding] of await this.#found('memory', query, task)) {
        findings.set(id, joined(findings.get(id) ?? NOTHING, finding));
      }
      for (const [id, finding] of await this.#found('entity', query, task)) {
        seed(seeds, id, finding, WEIGHTS.spread.entityFound);
      }
    }
    for (const [id, finding] of findings) seed(seeds, id, finding, WEIGHTS.spread.memoryFound);

    const reached = await this.#graph.spread(seeds, WEIGHTS.found.byGraph, task.asOf);
    for (const [id, activation] of reached) {
      findings.set(id, { ...(findings.get(id) ?? NOTHING), activation });
    }
    return findings;
  }

  async #found(
    type: 'memory' | 'entity',
    { text, weight }: TaskQuery,
    task: Task,
  ): Promise<[string, Finding][]> {
    const limit = type === 'memory' ? WEIGHTS.found.memories : WEIGHTS.found.entities;
    const hits = await this.#search.search({
      text,
      limit,
      types: [type],
      repo: task.repo ?? '',
      // Entities are names: a vector near them tells nothing that their words do not.
      vectors: type === 'memory',
      ...(task.asOf !== undefined && { until: task.asOf }),
    });
    return hits.map((hit) => [hit.id, findingOf(hit, weight)]);
  }
}

/** Energy starts only from what would be relevant by itself, else a single word lights up all. */
function seed(seeds: Map<string, number>, id: string, finding: Finding, share: number): void {
  if (!isRelevant(finding, false)) return;
  seeds.set(id, Math.max(seeds.get(id) ?? 0, share * finding.text));
}

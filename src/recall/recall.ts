import type { Clock } from '../memory/clock';
import type { Exposure } from '../memory/exposure';
import type { Ids } from '../memory/ids';
import type { Memory } from '../memory/memory';
import type { LeftOut, Pack, PackItem, Replaced } from '../memory/pack';
import type { Random } from '../memory/random';
import type { Standing } from '../memory/standing';
import type { Task } from '../memory/task';
import { foundBy } from '../memory/found-by';
import { CodeTokenizer } from '../index/code-tokenizer';
import type { Outline } from '../index/text/outline';
import { Candidates } from './candidates';
import { compare, strongest, type Compared } from './comparison';
import { explained, nodesToName } from './explanation';
import { explore } from './exploration';
import type { Features } from './features';
import { isRelevant, joined, NOTHING, type Finding } from './finding';
import { foldDuplicates, type Folded } from './folding';
import type { GraphSource } from './graph-source';
import { packWithin, type Packable, type Packed } from './packing';
import { ranked, type Ranked } from './ranked';
import { Readings } from './reading';
import { scopeFit } from './scope-fit';
import {
  conversationOf,
  isShownAlready,
  remembersSince,
  type Conversation,
  type ShownBefore,
} from './shown-before';
import { succession, type Succession } from './succession';
import { questionOf } from './task-query';
import { tokenCount } from './token-count';
import { WEIGHTS } from './weights';
import { Question } from './wording';
import type { WordSearch } from './word-search';

/** A memory with its score and what that is made of, and whether there is enough to show it at all. */
export type Weighed = Ranked & {
  features: Features;
  relevant: boolean;
};

type Unfit = Pick<LeftOut, 'tooWeak' | 'outOfScope' | 'notActive' | 'superseded'>;

type ToWeigh = Compared & {
  memories: ReadonlyMap<string, Memory>;
  gone: Succession;
  standings: ReadonlyMap<string, Standing>;
};

export interface RecallParts {
  search: WordSearch;
  graph: GraphSource;
  /** In the order asked; ids that name no memory are missing. */
  memories(ids: readonly string[]): Promise<Memory[]>;
  /** After it, `memories` gives nothing older than what was stored when it was called. */
  catchUp?(): Promise<void>;
  /**
   * Memories whose scope has a glob, of that repository and of none: they come for a file that the
   * glob names, whatever their words. Without it they are found by their words alone.
   */
  globbed?(repo: string | undefined): Promise<Pick<Memory, 'id' | 'scope'>[]>;
  /** When each of these memories was last changed; what is no memory is missing. */
  changedAt(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** What a conversation was shown at or after a time; without it every recall begins one. */
  shownIn?(conversation: Conversation, since: number): Promise<ShownBefore>;
  /** How each memory stands for the task by what came of it; without it by its lower bound alone. */
  standings?(
    task: Task,
    memories: readonly Memory[],
    now: number,
  ): Promise<ReadonlyMap<string, Standing>>;
  /** How much rules are broken lately, above 0 and below 1; without it as if none were. */
  neglect?(): ReadonlyMap<string, number>;
  /** The lower bound of "helps when shown", 0 to 1. */
  lowerBound(memory: Pick<Memory, 'kind' | 'quality'>, now: number): number;
  ids: Ids;
  clock: Clock;
  /** For exploration. */
  random: Random;
}

/** Chooses what an assistant should know for a task, and says why. */
export class Recall {
  readonly #parts: RecallParts;
  readonly #candidates: Candidates;
  readonly #tokenizer = new CodeTokenizer();
  readonly #readings = new Readings(this.#tokenizer);

  constructor(parts: RecallParts) {
    this.#parts = parts;
    this.#candidates = new Candidates(parts);
  }

  /**
   * The memories that fit the task and its budget, the best first, with what was left out; empty
   * when nothing is relevant. The exposures are for the caller to store.
   */
  async recall(task: Task, session: string): Promise<{ pack: Pack; exposures: Exposure[] }> {
    const start = performance.now();
    const { ids, clock, random } = this.#parts;
    const now = clock.now();
    const leftOut = {
      overBudget: 0,
      tooWeak: 0,
      outOfScope: 0,
      notActive: 0,
      duplicate: 0,
      superseded: 0,
      shownAlready: 0,
      misleading: 0,
    };
    const [{ weighed, memories, gone }, shown] = await Promise.all([
      this.#ranked(task, now, leftOut),
      this.#shownBefore(task, session, now),
    ]);
    const relevant = weighed.filter((one) => one.relevant);
    const fitting = relevant.filter(({ standing }) => standing?.heldBack !== true);
    const distinct = foldDuplicates(fitting, this.#readings);
    leftOut.duplicate = fitting.length - distinct.length;
    const fresh = distinct.filter((folded) => !saidTo(shown, folded));
    leftOut.shownAlready = distinct.length - fresh.length;
    leftOut.misleading = relevant.length - fitting.length;
    const heldBack = relevant
      .filter(({ standing }) => standing?.heldBack === true)
      .map((ranked) => ({ ranked, same: [] }))
      .filter((folded) => !saidTo(shown, folded));
    const { order, probability } = explore(fresh, heldBack, random);

    const receipt = ids.next('receipt');
    const { packed, rendered, tokens, overBudget } =
      order.length === 0
        ? { packed: [], rendered: '', tokens: 0, overBudget: 0 }
        : packWithin(
            task.budget,
            receipt,
            withReplaced(order.slice(0, WEIGHTS.pack.considered), gone, memories, task),
            await tokenCount(),
            this.#readings,
          );
    leftOut.overBudget = overBudget + Math.max(0, order.length - WEIGHTS.pack.considered);
    const items = await this.#items(packed, task);
    const exposures = items.map(({ exposure, memory, rank }): Exposure => {
      return {
        id: exposure,
        receipt,
        memory: memory.id,
        session,
        at: now,
        task,
        rank,
        probability: probability.get(memory.id) ?? 1,
      };
    });
    const took = performance.now() - start;
    return { pack: { receipt, items, leftOut, tokens, rendered, took }, exposures };
  }

  /**
   * What may be shown for a task, the best first, whether it is relevant enough to be shown or not:
   * what `recall` packs from, before near-duplicates are folded. For measuring, and for telling why
   * something did not come.
   */
  async rank(task: Task, depth: number): Promise<Weighed[]> {
    const leftOut = { tooWeak: 0, outOfScope: 0, notActive: 0, superseded: 0 };
    const { weighed } = await this.#ranked(task, this.#parts.clock.now(), leftOut, depth);
    return weighed.slice(0, depth);
  }

  async #ranked(
    task: Task,
    now: number,
    leftOut: Unfit,
    depth = 0,
  ): Promise<{ weighed: Weighed[]; memories: Map<string, Memory>; gone: Succession }> {
    const question = this.#question(task);
    const { compared, weighed: wanted } = WEIGHTS.found;
    const [{ findings, order }] = await Promise.all([
      this.#candidates.gather(task, question, Math.max(compared, depth)),
      this.#parts.catchUp?.(),
    ]);
    const globbed = await this.#globbed(findings, task);
    const outlines = await this.#outlines(question, [...findings.keys()]);
    const candidates = compare(question, outlines, findings, order);
    const best = strongest(candidates, Math.max(wanted, depth));
    // What is broken lately counts more than its words tell.
    const broken = [...(this.#parts.neglect?.().keys() ?? [])].filter((id) => findings.has(id));
    const read = [...best, ...globbed, ...broken];
    const { memories, gone } = await this.#current(read, candidates, task);
    const at = task.asOf ?? now;
    const standings =
      (await this.#parts.standings?.(task, [...memories.values()], at)) ??
      new Map<string, Standing>();
    const weighed = this.#weigh({ ...candidates, memories, gone, standings }, task, at, leftOut);
    return { weighed, memories, gone };
  }

  /** What the candidates are like; those that the index does not tell of are read. */
  async #outlines(
    question: Question,
    ids: readonly string[],
  ): Promise<Map<string, Outline<number>>> {
    const outlines = this.#parts.search.outlines?.(ids, question.terms) ?? new Map();
    if (outlines.size === ids.length) return outlines;
    for (const [id, memory] of await this.#load(ids.filter((one) => !outlines.has(one)))) {
      outlines.set(id, question.outline(foundBy(memory)));
    }
    return outlines;
  }

  async #shownBefore(task: Task, session: string, now: number): Promise<ShownBefore> {
    const since = remembersSince(task, now);
    if (since === undefined) return new Map();
    return (await this.#parts.shownIn?.(conversationOf(task, session), since)) ?? new Map();
  }

  /** Adds the memories whose scope names the task's very file, and gives their ids. */
  async #globbed(findings: Map<string, Finding>, task: Task): Promise<string[]> {
    if (task.file === undefined) return [];
    const all = (await this.#parts.globbed?.(task.repo)) ?? [];
    const ids = all.flatMap(({ id, scope }) => (scopeFit(scope, task)?.glob === true ? id : []));
    for (const id of ids) if (!findings.has(id)) findings.set(id, NOTHING);
    return ids;
  }

  /** The memories of candidates, with those that replace some of them taking their place. */
  async #current(
    candidates: readonly string[],
    { findings }: { findings: Map<string, Finding> },
    task: Task,
  ): Promise<{ memories: Map<string, Memory>; gone: Succession }> {
    const { graph } = this.#parts;
    const memories = await this.#load([...new Set(candidates)]);
    const edges = await graph.edgesOf([...memories.keys()], ['supersedes', 'contradicts']);
    const unknown = edges.flatMap(({ from, to }) => [from, to]).filter((id) => !memories.has(id));
    for (const [id, memory] of await this.#load([...new Set(unknown)])) memories.set(id, memory);

    const holds = (memory: Memory): boolean =>
      isShown(memory) && scopeFit(memory.scope, task) !== undefined;
    const gone = succession(edges, memories, holds);
    for (const [goes, stays] of gone) {
      const inherited = findings.get(goes);
      if (!inherited) continue;
      const own = findings.get(stays) ?? NOTHING;
      findings.set(stays, { ...joined(inherited, own), replaces: goes });
    }
    return { memories, gone };
  }

  #weigh(
    { question, memories, findings, wordings, traits, gone, standings }: ToWeigh,
    task: Task,
    now: number,
    leftOut: Unfit,
  ): Weighed[] {
    const all: Weighed[] = [];
    const neglected = task.asOf === undefined ? this.#parts.neglect?.() : undefined;
    for (const [id, memory] of memories) {
      const finding = findings.get(id);
      if (!finding) continue;
      if (task.asOf !== undefined && memory.updatedAt >= task.asOf) continue;
      const fit = scopeFit(memory.scope, task);
      if (!fit) {
        leftOut.outOfScope++;
        continue;
      }
      const neglect = neglected?.get(id) ?? 0;
      const relevant = isRelevant(finding, fit.glob, neglect);
      if (!relevant) leftOut.tooWeak++;
      if (isShown(memory) && !gone.has(id)) {
        const standing = standings.get(id);
        const lowerBound = standing?.lowerBound ?? this.#parts.lowerBound(memory, now);
        const wording = wordings.get(id) ?? question.wording(question.outline(foundBy(memory)));
        const alike = traits.code === 0 ? 0 : question.alike(memory.text, finding.terms);
        const known = { memory, finding, wording, alike, traits, fit, lowerBound, standing };
        all.push({ ...ranked({ ...known, neglect }, now), relevant });
      } else if (relevant) leftOut[gone.has(id) ? 'superseded' : 'notActive']++;
    }
    return all.sort((a, b) => b.score - a.score || (a.memory.id < b.memory.id ? -1 : 1));
  }

  #question(task: Task): Question {
    return new Question(this.#tokenizer, this.#readings, questionOf(task), this.#parts.search);
  }

  async #items(packed: readonly Packed[], task: Task): Promise<PackItem[]> {
    const names = await this.#names(nodesToName(packed.map((item) => item.ranked)), task);
    return packed.map(({ ranked, tokens, same, replaces }, at) => ({
      memory: ranked.memory,
      exposure: this.#parts.ids.next('exposure'),
      rank: at + 1,
      score: ranked.score,
      tokens,
      reasons: explained(ranked, names),
      standsFor: same.map(({ id }) => id),
      replaces: [...replaces],
    }));
  }

  /** What nodes are called; a memory of another repository keeps its text to itself. */
  async #names(nodes: readonly string[], task: Task): Promise<Map<string, string>> {
    if (nodes.length === 0) return new Map();
    const names = await this.#parts.graph.labels(nodes);
    for (const [id, { scope }] of await this.#load(nodes)) {
      if (scope.repo !== undefined && scope.repo !== task.repo) {
        names.set(id, 'a memory of another repository');
      }
    }
    return names;
  }

  async #load(ids: readonly string[]): Promise<Map<string, Memory>> {
    if (ids.length === 0) return new Map();
    const memories = await this.#parts.memories(ids);
    return new Map(memories.map((memory) => [memory.id, memory]));
  }
}

function isShown({ status }: Memory): boolean {
  return status === 'active' || status === 'candidate';
}

/** Whether the conversation was given the memory, or another that says the same. */
function saidTo(shown: ShownBefore, { ranked, same }: Folded): boolean {
  return [ranked.memory, ...same].some((memory) => isShownAlready(memory, shown));
}

/** Each with the memories that gave way to it; those of other repositories keep their text. */
function withReplaced(
  folded: readonly Folded[],
  gone: Succession,
  memories: ReadonlyMap<string, Memory>,
  task: Task,
): Packable[] {
  const replaced = new Map<string, Replaced[]>();
  for (const [goes, stays] of gone) {
    const memory = memories.get(goes);
    if (!memory || !scopeFit(memory.scope, task)) continue;
    replaced.set(stays, [...(replaced.get(stays) ?? []), { memory: goes, text: memory.text }]);
  }
  return folded.map((one) => ({ ...one, replaces: replaced.get(one.ranked.memory.id) ?? [] }));
}

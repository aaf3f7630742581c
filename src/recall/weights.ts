import type { EdgeType } from '../memory/edge';
import { IN_CONTEXT } from '../memory/exposure';
import type { MemoryKind } from '../memory/memory';
import type { Feature } from './features';

/**
 * Every number that recall weighs with. A score is the sum of its parts: text (0 to `text`), vector,
 * graph, scope, quality and freshness, so the most a memory can reach is about 1.3.
 */
export const WEIGHTS = {
  /**
   * What the words of each part of the task count: `value` in the score, `evidence` where it is asked
   * whether a memory is relevant at all (a file's name alone proves little).
   */
  query: {
    sentence: { value: 1, evidence: 1 },
    problem: { value: 0.8, evidence: 1 },
    code: { value: 0.8, evidence: 1 },
    selection: { value: 0.5, evidence: 0.7 },
    place: { value: 0.4, evidence: 0.5 },
  },

  /**
   * What each feature is worth (see `FEATURES`): a softmax over the candidates of each question was
   * fitted to the odd halves of four public sets (chats, issue reports, code, commits) at once, and
   * divided by 16 to stand beside the parts below. `energy` is set above its fit of 0.011, and what
   * was fitted to 0 a little above that: the sets know nothing of symbols, packages and errors.
   */
  features: {
    shareBrief: 0.06,
    shareLong: 0.26,
    coverageBrief: 0.16,
    coverageLong: 0.02,
    headlineBrief: 0.05,
    headlineLong: 0.18,
    askedBrief: 0.08,
    askedLong: 0.43,
    passage: 0.35,
    label: 0.06,
    asks: -0.13,
    brief: -0.01,
    longProse: -0.02,
    longCode: -0.11,
    vectorProse: 0.03,
    vectorCode: 0.58,
    alikeCode: 0.6,
    energy: 0.12,
    around: 0.14,
    context: 0.32,
    answers: 0.2,
    files: 0.04,
    filesRecency: 0.08,
    filesFirst: 0.1,
    filesBreadth: 0.23,
  } satisfies Record<Feature, number>,
  /** Multiplied by a value from 0 to 1 (quality: the bound's root). */
  quality: 0.25,
  freshness: 0.06,
  /**
   * What one outcome in a situation like the present adds or takes, for so many at most. A score is
   * a sixteenth of the logarithm of the odds (see `features`), so of outcomes of which one in ten is
   * wrong each would be worth ln(9)/16 = 0.14. On the odd halves of four sets of `bench:learning` it
   * matters little which of .14 to .5 it is; less learns more slowly.
   */
  experience: { each: 0.2, most: 6 },
  /**
   * The share of packs in which one place, the fifth or the one after the last, is for a memory that
   * would not have come; how far its drawn chance of helping counts among those; how many of the best
   * are drawn, and how often, to tell with what probability it came.
   */
  exploration: { share: 0.1, place: 5, worth: 0.25, drawn: 12, draws: 24 },
  /** What a scope that names more than "everywhere" adds where it fits, each for itself. */
  scope: { repo: 0.03, language: 0.03, glob: 0.1 },
  /** Added for a memory that nobody has confirmed. */
  candidate: -0.06,
  /**
   * For rules alone, multiplied by how much they are broken lately (0 to below 1): `score` is at most
   * what one good outcome in a like situation adds; `evidence` lets a rule through that is relevant
   * by four fifths, and by itself nothing.
   */
  neglect: { score: 0.2, evidence: 0.2 },

  /**
   * A text match of this share (see `TextMatch.share`) is worth half of `text`; the curve flattens,
   * so that a memory which says the same word often does not outrank everything.
   */
  halfShare: 0.5,
  /**
   * What makes a memory relevant at all: the sum of these parts must reach 1. Overlap (the geometric
   * mean of coverage and share) divided by `overlap`, the vector's value by `vector`, the activation
   * by `activation`; a glob that names the file is enough by itself.
   *
   * From queries of one public set put to the documents of another: at .36 three of four
   * foreign queries recall nothing, and 29 of 30 of its own recall something.
   */
  relevant: {
    overlap: 0.36,
    vector: 1,
    /** Cosines up to here are what texts with nothing in common have. */
    vectorFloor: 0.4,
    activation: 0.3,
  },

  /** What neighbours say, see `surroundings`. */
  around: { sources: 150, steps: 6, fading: 0.7 },

  /** Days after which what a kind says counts half as fresh. */
  halfLifeDays: {
    fact: 180,
    preference: 365,
    rule: 730,
    correction: 180,
    fix: 120,
    workflow: 180,
    decision: 365,
    episode: 14,
  } satisfies Record<MemoryKind, number>,

  /**
   * How energy spreads over the graph, see `Flow`.
   *
   * Damping and decay are of some fifteen settings tried on a public set of commits whose files are
   * told, with both of its halves in view, and on one of conversations, where they change nothing
   * that shows. Less damping and less loss find a little more there, but let more come by the graph
   * alone.
   */
  spread: {
    hops: 3,
    /** What is left of the energy after each hop. */
    decay: 0.7,
    /** Energy that leaves a node of degree d is divided by d to this power: hubs tell little. */
    hubDamping: 0.2,
    /** Energy below this goes no further. */
    least: 0.02,
    /**
     * Nodes that the energy of one seed travels on from in each hop, and the seeds that count, the
     * strongest first. Of 32 and 64 of them nothing more is found in the same two sets.
     */
    frontier: 12,
    seeds: 24,
    /** Energy of what the task names. */
    file: 1,
    symbol: 1,
    package: 0.6,
    error: 1,
    topic: 0.8,
    commit: 1,
    /** Of what was found by words, times the value of the text match. */
    entityFound: 0.8,
    memoryFound: 0.5,
    /** Of energy that arrives, what each type of edge lets through: along it and against it. */
    edges: {
      about: { along: 0.6, against: 0.9 },
      fixes: { along: 0.7, against: 0.9 },
      causes: { along: 0.6, against: 0.8 },
      supersedes: { along: 0.1, against: 0.9 },
      contradicts: { along: 0.2, against: 0.2 },
      'derived-from': { along: 0.5, against: 0.6 },
      'similar-to': { along: 0.7, against: 0.7 },
      precedes: { along: 0.3, against: 0.3 },
      'used-with': { along: 0.5, against: 0.5 },
      'evidence-for': { along: 0.6, against: 0.4 },
    } satisfies Record<EdgeType, { along: number; against: number }>,
  },

  /**
   * Candidates taken from each search (fewer where names are looked for) and from the graph; of all, those whose wording is compared,
   * and of these those that are read from the store and weighed.
   */
  found: {
    memories: 200,
    named: 80,
    nearest: 100,
    entities: 12,
    byGraph: 120,
    compared: 200,
    weighed: 64,
  },

  /**
   * What goes into a pack, of what is relevant. With these packs of 200, 500 and 1,500 tokens hold
   * .490 of what was sought in three public sets; .475 when the best go in as they come, and .39
   * when a memory is worth its bare score per token.
   */
  pack: {
    /** A memory is worth its score to this power: the better one is far likelier to be the one. */
    sharpness: 6,
    /** The share of its worth that a memory loses when it says nothing new (see `choose`). */
    diversity: 0.15,
    /** So many of the best are weighed against one another; no budget in use holds more. */
    considered: 64,
    /** Tried one after another; the pack worth most is taken (see `choose`). */
    costScales: [0, 0.3, 0.5],
    /** Milliseconds for which a conversation is not given the same again. */
    remembered: IN_CONTEXT,
  },

  /** Two memories whose terms overlap this much (Jaccard) say the same. */
  duplicate: 0.8,
} as const;

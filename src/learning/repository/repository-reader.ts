import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../../memory/clock';
import { HumanError } from '../../memory/human-error';
import type { LearnProgress } from '../../protocol/engine-api';
import { BatchDraft } from './batch-draft';
import type { Commit } from './commit';
import { commitLog } from './commit-log';
import { Git, GitFailure } from './git';
import { blobTexts, headTree, type TreeFile } from './head-tree';
import { HistoryGraph } from './history-graph';
import {
  INSTRUCTION_BYTES,
  isInstructionPath,
  readInstructionFiles,
  type InstructionFile,
} from './instruction-files';
import { tellInstructions, type ReadInstructions } from './instruction-memories';
import { repositoryOf, type Location } from './repository-of';
import { tellPackages } from './package-graph';
import { patchLog } from './patch-log';
import type { RepositoryBatch } from './repository-batch';
import { SymbolGraph } from './symbol-graph';
import { withSymbolDrivers } from './symbol-drivers';

/** Commits in a batch. */
const BATCH = 500;
/** Symbols are looked for in the newest commits only: patches are what costs. */
const SYMBOL_COMMITS = 20_000;

/** What to read, and how far it is known. */
export interface ReadOptions {
  folder: string;
  /** The commit up to which the repository was learned before; what came after it is new. */
  since?: string | undefined;
  /** Ends git and the reading. */
  abort?: AbortSignal | undefined;
}

/** The state of one reading of a repository with commits. */
interface Reading {
  git: Git;
  repo: string;
  root: string;
  head: string;
  /** Commits that were not learned before; undefined when none were. */
  fresh: ReadonlySet<string> | undefined;
  total: number;
  tree: ReadonlyMap<string, TreeFile>;
  packages: ReadonlyMap<string, string>;
  batch: BatchDraft;
  abort: AbortSignal | undefined;
}

/**
 * Reads a repository's instruction files and history into memories and graph, batch by batch.
 * Nothing of the repository is run or believed: its texts are data, and say where they come from.
 *
 * Three stages: instruction files and packages; the whole history without contents (a second for
 * 11,000 commits), which new commits need to be counted against; patches of new commits for symbols.
 * Where there is no new commit, the first stage is all.
 */
export class RepositoryReader {
  readonly #clock: Clock;
  readonly #readInstructions: ReadInstructions;

  constructor(clock: Clock, readInstructions: ReadInstructions) {
    this.#clock = clock;
    this.#readInstructions = readInstructions;
  }

  /**
   * Ends early, without a `head`, when `abort` fires.
   *
   * @throws HumanError when there is nothing to read: no repository and no instruction files, git
   * missing or refusing
   */
  async *read(options: ReadOptions): AsyncGenerator<RepositoryBatch> {
    try {
      yield* this.#read(options);
    } catch (error) {
      if (options.abort?.aborted !== true) throw error;
    }
  }

  async *#read(options: ReadOptions): AsyncGenerator<RepositoryBatch> {
    const { abort } = options;
    const place = await repositoryOf(options.folder);
    const git = new Git(place.root);
    if (!place.git && (await hasGitFolder(place.root))) throw await whyNot(git, place.root, abort);
    const head = place.git ? await headOf(git, abort) : undefined;
    if (head === undefined) {
      yield this.#withoutHistory(place, await readInstructionFiles(place.root, [], abort));
      return;
    }
    try {
      yield* this.#withHistory(place, git, head, options);
    } catch (error) {
      throw error instanceof GitFailure ? refused(place.root, error) : error;
    }
  }

  /** A folder without commits teaches only what its instruction files say. */
  #withoutHistory({ repo, root, git }: Location, files: InstructionFile[]): RepositoryBatch {
    if (!git && files.length === 0) {
      throw new HumanError(
        `There is nothing to learn from in ${root}: it is no git repository and has no instruction files.`,
        'Open the folder of a repository, or add an AGENTS.md, and try again.',
      );
    }
    const batch = new BatchDraft();
    const nothing = { exists: () => false, packages: new Map<string, string>() };
    tellInstructions(files, this.#readInstructions, { repo, batch, ...nothing });
    const progress = { stage: 'instructions', done: files.length, total: files.length } as const;
    return { ...batch.take(progress), instructionFiles: files.map(({ path }) => path) };
  }

  async *#withHistory(
    { repo, root }: Location,
    git: Git,
    head: string,
    { since, abort }: ReadOptions,
  ): AsyncGenerator<RepositoryBatch> {
    const batch = new BatchDraft();
    const tree = await headTree(git, head, abort);
    const at = this.#clock.now();
    const packages = await tellPackages(git, tree, { repo, batch, at, abort });
    const exists = (path: string): boolean => tree.has(path);
    const files = await instructionFiles(git, root, tree, abort);
    tellInstructions(files, this.#readInstructions, { repo, batch, exists, packages });
    yield batch.take({ stage: 'instructions', done: files.length, total: files.length });

    const total = Number(await git.text(['rev-list', '--count', head], { abort }));
    const last = { head, instructionFiles: files.map(({ path }) => path) };
    const progress = { stage: 'graph', done: total, total } as const;
    if (since === head) {
      yield { ...batch.take(progress), known: total, ...last };
      return;
    }
    const fresh = await freshCommits(git, since, head, abort);
    const reading = { git, repo, root, head, fresh, total, tree, packages, batch, abort };
    const graph = new HistoryGraph(repo, batch, exists);
    yield* this.#history(reading, graph);
    yield* this.#symbols(reading, graph, since);
    yield { ...batch.take(progress), ...last };
  }

  async *#history(reading: Reading, graph: HistoryGraph): AsyncGenerator<RepositoryBatch> {
    const { git, head, root, batch, fresh, total, abort } = reading;
    const exactRenames = await isPartialClone(git, abort);
    const shallow = await shallowCommits(git, root);
    let done = 0;
    let newest: Commit | undefined;
    for await (const commit of commitLog(git, { head, exactRenames, abort })) {
      newest ??= commit;
      // Where history was cut off, git shows all files as added by the commit at the edge.
      const cut = shallow.has(commit.sha);
      graph.add(cut ? { ...commit, changes: [] } : commit, fresh?.has(commit.sha) === false);
      done++;
      if (done % BATCH === 0 || batch.isLarge) yield batch.take({ stage: 'history', done, total });
    }
    graph.finish(newest?.at ?? 0);
    yield batch.take({ stage: 'history', done, total });
  }

  async *#symbols(
    reading: Reading,
    graph: HistoryGraph,
    since: string | undefined,
  ): AsyncGenerator<RepositoryBatch> {
    const { git, repo, head, fresh, tree, packages, batch, abort } = reading;
    const pathspec = graph.sourcePaths();
    if (pathspec.length === 0 || (await isPartialClone(git, abort))) return;
    const { memoryOf } = graph;
    const exists = (path: string): boolean => tree.has(path);
    const symbols = new SymbolGraph(repo, batch, { memoryOf, exists, packages });
    const range = [`--max-count=${SYMBOL_COMMITS}`, head, ...(fresh && since ? [`^${since}`] : [])];
    const at = this.#clock.now();
    const patches = withSymbolDrivers((settings) =>
      patchLog(git, { range, settings, pathspec, abort }),
    );
    const total = Math.min(fresh?.size ?? reading.total, SYMBOL_COMMITS);
    let done = 0;
    for await (const patch of patches) {
      symbols.add(patch, at);
      done++;
      const progress: LearnProgress = { stage: 'graph', done: Math.min(done, total), total };
      if (done % BATCH === 0 || batch.isLarge) yield batch.take(progress);
    }
  }
}

/** Whether a folder or one above it has a `.git`: then a repository was meant. */
async function hasGitFolder(folder: string): Promise<boolean> {
  const found = await stat(join(folder, '.git')).catch(() => undefined);
  if (found) return true;
  const above = dirname(folder);
  return above !== folder && hasGitFolder(above);
}

/** What to tell where there is a repository that git did not read. */
async function whyNot(git: Git, root: string, abort: AbortSignal | undefined): Promise<Error> {
  try {
    await git.text(['rev-parse', '--git-dir'], { abort });
    return new Error(`git reads ${root} now and did not a moment ago`);
  } catch (error) {
    if (error instanceof GitFailure) return refused(root, error);
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The commit that HEAD names; undefined in a repository without commits. */
async function headOf(git: Git, abort: AbortSignal | undefined): Promise<string | undefined> {
  try {
    const args = ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'];
    return (await git.text(args, { abort })).trim();
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

/** Commits of HEAD that `since` does not hold; undefined when `since` is unknown here: all are new. */
async function freshCommits(
  git: Git,
  since: string | undefined,
  head: string,
  abort: AbortSignal | undefined,
): Promise<Set<string> | undefined> {
  if (since === undefined || !/^[0-9a-f]{7,64}$/.test(since)) return undefined;
  try {
    const args = ['rev-list', head, `^${since}`];
    return new Set((await git.text(args, { abort })).split('\n').filter(Boolean));
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

async function instructionFiles(
  git: Git,
  root: string,
  tree: ReadonlyMap<string, TreeFile>,
  abort: AbortSignal | undefined,
): Promise<InstructionFile[]> {
  const bare = (await git.text(['rev-parse', '--is-bare-repository'], { abort })).trim() === 'true';
  if (!bare) return readInstructionFiles(root, tree.keys(), abort);
  const found = [...tree.values()].filter((f) => !f.symlink && isInstructionPath(f.path));
  const blobs = found.map(({ blob }) => blob);
  const texts = await blobTexts(git, blobs, { limit: INSTRUCTION_BYTES, abort });
  const at = Number(await git.text(['log', '-1', '--format=%ct'], { abort })) * 1000;
  return found.flatMap(({ path, blob }) => {
    const text = texts.get(blob);
    return text === undefined ? [] : [{ path, text, at }];
  });
}

/** Whether contents are fetched on demand: comparing them would reach for the network. */
async function isPartialClone(git: Git, abort: AbortSignal | undefined): Promise<boolean> {
  try {
    const args = [
      'config',
      '--get-regexp',
      String.raw`^remote\..*\.(promisor|partialclonefilter)$`,
    ];
    return (await git.text(args, { abort })).trim() !== '';
  } catch (error) {
    if (error instanceof GitFailure) return false;
    throw error;
  }
}

/** The commits at which a shallow clone ends. */
async function shallowCommits(git: Git, root: string): Promise<Set<string>> {
  const path = (await git.text(['rev-parse', '--git-path', 'shallow'])).replace(/\n$/, '');
  try {
    return new Set(
      (await readFile(join(path.startsWith('/') ? '' : root, path), 'utf8')).split('\n'),
    );
  } catch {
    return new Set();
  }
}

function refused(root: string, error: GitFailure): HumanError {
  const words = error.stderr.trim().split('\n')[0] ?? '';
  return new HumanError(
    `git could not read the repository in ${root}${words ? `: ${words}` : '.'}`,
    'Run "git status" there to see what git wants, and try again.',
    { cause: error },
  );
}

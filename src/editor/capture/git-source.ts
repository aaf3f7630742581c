import * as vscode from 'vscode';
import type { Clock } from '../../memory/clock';
import type { Log } from '../../memory/log';
import { DisposableStore } from '../disposable-store';
import { Commit, Head, readHeadMove, revertedBy } from './head-move';
import { cut, TEXT_BOUND, type Observe } from './observation';
import type { SuggestionTracker } from './suggestion-tracker';

/** The part of the git extension's API (version 1) that is used. */
interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
}
interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly HEAD: unknown; readonly onDidChange: vscode.Event<void> };
  getCommit(ref: string): Promise<unknown>;
  log(options: { maxEntries: number }): Promise<unknown[]>;
}
interface GitExtension {
  getAPI(version: 1): GitApi;
}

/** What the engine knows of the commits of a repository. */
export interface KnownCommits {
  /** Made while Mneme watched. */
  readonly made: readonly string[];
  /** Told to stand yet a day later. */
  readonly kept: readonly string[];
}

const DAY = 24 * 60 * 60 * 1000;
/** Commits of the history that are looked through for those that stand yet. */
const LOOKED_THROUGH = 100;

/** Hears of commits and of branches that are checked out, as git has them. */
export interface CommitWatcher {
  committed(folder: vscode.Uri, message: string, branch: string | undefined): void;
  switched(folder: vscode.Uri, branch: string): void;
}

interface WatchedRepository {
  head: Head | undefined;
  /** Commits at which HEAD stood since the window opened. */
  readonly seen: Set<string>;
  /** Those that were made here since, and are not pushed yet. */
  readonly made: Set<string>;
  /** Whether it was seen which earlier ones stand yet; once, when HEAD moves first. */
  lookedBack: boolean;
  readonly listener: vscode.Disposable;
}

/**
 * Watches where HEAD stands, for commits made in a terminal or by an assistant too: the git
 * extension's own commit event fires only for those made by its buttons.
 */
export class GitSource implements vscode.Disposable {
  readonly #observe: Observe;
  readonly #tracker: SuggestionTracker;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #known: (folder: string) => Promise<KnownCommits>;
  readonly #watcher: CommitWatcher;
  readonly #kept = new DisposableStore();
  readonly #watched = new Map<string, WatchedRepository>();
  #disposed = false;

  constructor(parts: {
    observe: Observe;
    tracker: SuggestionTracker;
    clock: Clock;
    log: Log;
    known: (folder: string) => Promise<KnownCommits>;
    watcher: CommitWatcher;
  }) {
    this.#known = parts.known;
    this.#watcher = parts.watcher;
    this.#observe = parts.observe;
    this.#tracker = parts.tracker;
    this.#clock = parts.clock;
    this.#log = parts.log;
    void this.#begin();
  }

  dispose(): void {
    this.#disposed = true;
    this.#kept.dispose();
    for (const { listener } of this.#watched.values()) listener.dispose();
    this.#watched.clear();
  }

  async #begin(): Promise<void> {
    try {
      const git = await vscode.extensions
        .getExtension<GitExtension | undefined>('vscode.git')
        ?.activate();
      if (!git || this.#disposed) return;
      const api = git.getAPI(1);
      this.#kept.add(api.onDidOpenRepository((repository) => this.#watch(repository)));
      this.#kept.add(api.onDidCloseRepository((repository) => this.#leave(repository)));
      for (const repository of api.repositories) this.#watch(repository);
    } catch (error) {
      // `git.enabled: false` ends here too.
      this.#log.info(`Capture: git is not watched: ${String(error)}`);
    }
  }

  #watch(repository: GitRepository): void {
    const root = repository.rootUri.toString();
    if (this.#disposed || this.#watched.has(root)) return;
    const listener = repository.state.onDidChange(() => void this.#changed(repository));
    const head = headOf(repository);
    const seen = new Set(head?.commit === undefined ? [] : [head.commit]);
    this.#watched.set(root, { head, seen, made: new Set(), lookedBack: false, listener });
  }

  /** Tells which of the commits that Mneme saw being made stand yet, a day or more later. */
  async #lookBack(repository: GitRepository): Promise<void> {
    const folder = repository.rootUri.toString();
    try {
      const { made, kept } = await this.#known(folder);
      const wanted = new Set(made.filter((sha) => !kept.includes(sha)));
      if (wanted.size === 0) return;
      const before = this.#clock.now() - DAY;
      const shas = (await repository.log({ maxEntries: LOOKED_THROUGH })).flatMap((one) => {
        const { hash, commitDate } = Commit.safeParse(one).data ?? {};
        const isOld = commitDate !== undefined && commitDate.getTime() <= before;
        return hash !== undefined && isOld && wanted.has(hash) ? [hash] : [];
      });
      if (shas.length > 0 && !this.#disposed) this.#tellKept('day', shas, folder);
    } catch (error) {
      this.#log.error('Capture: the history could not be looked through', error);
    }
  }

  /** Tells of what was made here, once the upstream has all of it. */
  #tellPushed({ made }: WatchedRepository, { ahead }: Head, folder: string): void {
    if (ahead !== 0 || made.size === 0) return;
    this.#tellKept('pushed', [...made], folder);
    made.clear();
  }

  #tellKept(how: 'pushed' | 'day', shas: string[], folder: string): void {
    const evidence = [how === 'pushed' ? 'its upstream has it' : 'the history has it yet'];
    const at = this.#clock.now();
    this.#observe({ kind: 'kept', at, how, shas, confidence: 0.95, evidence }, folder);
  }

  #leave(repository: GitRepository): void {
    const root = repository.rootUri.toString();
    this.#watched.get(root)?.listener.dispose();
    this.#watched.delete(root);
  }

  async #changed(repository: GitRepository): Promise<void> {
    const folder = repository.rootUri.toString();
    const watched = this.#watched.get(folder);
    const after = headOf(repository);
    if (!watched || !after) return;
    const before = watched.head;
    watched.head = after;
    const sha = after.commit;
    if (sha === undefined) return;
    const known = watched.seen.has(sha);
    watched.seen.add(sha);
    if (!before) return;
    if (!watched.lookedBack && before.commit !== sha) {
      watched.lookedBack = true;
      void this.#lookBack(repository);
    }
    if (before.commit === sha) {
      // Before its first push a branch is ahead of nothing.
      if (before.ahead !== 0) this.#tellPushed(watched, after, folder);
      return;
    }
    try {
      const [commit, previous] = await Promise.all([
        commitOf(repository, sha),
        before.commit === undefined ? undefined : commitOf(repository, before.commit),
      ]);
      if (this.#disposed || !commit) return;
      const at = this.#clock.now();
      const move = readHeadMove({ before, after, previous, commit, known }, at);
      if (move?.kind === 'branch') {
        this.#tracker.switched(folder);
        const branch = after.name ?? sha.slice(0, 8);
        const from = before.name ?? before.commit?.slice(0, 8) ?? 'nothing';
        const evidence = [`HEAD moved from ${from} to ${branch}`];
        this.#observe({ kind: 'branch', at, branch, confidence: 0.95, evidence }, folder);
        this.#watcher.switched(repository.rootUri, branch);
      } else if (move?.kind === 'commit') {
        const [first = ''] = commit.message.split('\n');
        const subject = cut(first, TEXT_BOUND.line);
        const { confidence, evidence, amends } = move;
        const reverts = revertedBy(commit.message);
        watched.made.add(sha);
        if (amends !== undefined) watched.made.delete(amends);
        this.#observe(
          {
            ...{ kind: 'commit', at, sha, subject, confidence, evidence: [evidence] },
            ...(amends !== undefined && { amends }),
            ...(reverts.length > 0 && { reverts }),
          },
          folder,
        );
        this.#tracker.committed(folder, sha, amends);
        this.#watcher.committed(repository.rootUri, commit.message, after.name);
        this.#tellPushed(watched, after, folder);
      }
    } catch (error) {
      this.#log.error('Capture: a move of HEAD could not be read', error);
    }
  }
}

function headOf(repository: GitRepository): Head | undefined {
  return Head.safeParse(repository.state.HEAD).data;
}

async function commitOf(repository: GitRepository, sha: string): Promise<Commit | undefined> {
  // A commit may be gone: pruned, or behind a shallow clone's edge.
  const commit: unknown = await repository.getCommit(sha).catch(() => undefined);
  return Commit.safeParse(commit).data;
}

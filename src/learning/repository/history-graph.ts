import { entity, entityId } from '../../memory/entity-id';
import { memoryIdOf } from '../../memory/memory-id';
import type { BatchDraft } from './batch-draft';
import { CoChangeCounter } from './co-change';
import { coChangeFacts } from './co-change-fact';
import type { Commit } from './commit';
import { commitKind, isByBot, plainSubject } from './commit-kind';
import {
  decisionMemory,
  fixMemory,
  ranked,
  revertMemory,
  type CommitMemory,
} from './commit-memory';
import { parseMessage, type Message } from './message';
import { RenameTrail } from './rename-trail';
import { SourceFolders } from './source-folders';

/** A commit that touches more files than this is about none of them. */
const FILES_LINKED = 100;
/** A memory is linked to this many of its commit's files. */
const MEMORY_FILES = 8;
const TEXT_KEPT = 2_000;

/** A commit whose message names others that have not come by yet: history is read backwards. */
interface Waiting {
  commit: Commit;
  files: readonly string[];
  message: Message;
  known: boolean;
  kind: 'fix' | 'revert' | 'change';
  open: number;
  mended: Commit[];
}

interface Call {
  sha?: string;
  subject?: string;
  waiting: Waiting;
}

/**
 * Turns commits, read from the newest to the oldest, into graph and memories.
 *
 * A commit that was learned in an earlier run is only looked at where it bears on newer ones: it
 * counts for co-change, answers to those that mend it, and is tied again to files that moved since.
 */
export class HistoryGraph {
  readonly #trail = new RenameTrail();
  readonly #coChange = new CoChangeCounter();
  readonly #callsBySha = new Map<string, Call[]>();
  readonly #callsBySubject = new Map<string, Call[]>();
  readonly #newestOfTopic = new Map<string, { id: string; known: boolean }>();
  /** Files that a new commit moved: what was known of them hangs on their old names. */
  readonly #moved = new Set<string>();
  /** What newer commits did, in their words. */
  readonly #done = new Set<string>();
  readonly #sources = new SourceFolders();
  /** The memory that each commit gave, by sha. */
  readonly memoryOf = new Map<string, string>();

  readonly #repo: string;
  readonly #batch: BatchDraft;
  readonly #exists: (path: string) => boolean;

  /** `exists`: whether a path is in the tree of today. */
  constructor(repo: string, batch: BatchDraft, exists: (path: string) => boolean) {
    this.#exists = exists;
    this.#repo = repo;
    this.#batch = batch;
  }

  /** Takes in the next older commit. */
  add(commit: Commit, known: boolean): void {
    this.#batch.countCommit(known);
    const names = this.#trail.pass(commit.changes);
    const files = [...new Set(names)];
    if (!known) {
      for (const [index, change] of commit.changes.entries()) {
        if (this.#exists(names[index] ?? '')) this.#sources.add(change.path);
        if (change.status === 'R') this.#moved.add(this.#trail.today(change.from ?? ''));
      }
    }
    if (commit.parents.length === 1 && !isByBot(commit)) this.#coChange.add(files);
    const message = parseMessage(commit, this.#repo);
    const undone = this.#answer(commit, known);
    if (known) {
      this.#tieToMoved(commit, files);
      this.#tieTopics(commit, message, true);
      return;
    }
    this.#tieFiles(commit, files);
    this.#tieTopics(commit, message, false);
    this.#tieErrors(commit, message);
    const kind = commitKind(commit, message);
    if (kind === 'merge' || kind === 'routine') return;
    if (kind !== 'revert') this.#done.add(plainSubject(commit.subject));
    // What was taken back is worth no memory; nor is taking back what was done again later.
    const redone = message.reverts && this.#done.has(plainSubject(message.reverts.subject));
    if (undone || redone) return;
    this.#remember({ commit, files, message, known, kind, open: 0, mended: [] });
  }

  /** Where the sources that new commits touched stand, as a pathspec. */
  sourcePaths(): string[] {
    return this.#sources.pathspec();
  }

  /** Tells what could only be known with all of history read. */
  finish(at: number): void {
    const waiting = new Set(
      [...this.#callsBySha.values(), ...this.#callsBySubject.values()]
        .flat()
        .map((call) => call.waiting),
    );
    for (const item of waiting) if (item.open > 0) this.#settle(item);
    const pairs = this.#coChange.pairs(this.#exists);
    for (const { a, b, weight } of pairs) {
      const [from, to] = [this.#file(a, at), this.#file(b, at)];
      this.#batch.countedEdge({ from, type: 'used-with', to, weight });
    }
    for (const { id, draft, files } of coChangeFacts(pairs, this.#repo, at)) {
      this.#batch.countedMemory(draft);
      for (const file of files) this.#batch.edge(id, 'about', this.#file(file, at), 0.7);
    }
  }

  /** The id of a file's entity, which is told when it was not yet. */
  #file(path: string, at: number): string {
    return this.#batch.entity(entity({ kind: 'file', name: path, repo: this.#repo, at }));
  }

  #tieFiles(commit: Commit, files: readonly string[]): void {
    const id = this.#batch.entity(commitEntity(commit, this.#repo));
    if (files.length > FILES_LINKED) return;
    for (const path of files) {
      this.#batch.edge(id, 'about', this.#file(path, commit.at), share(files.length));
    }
  }

  #tieToMoved(commit: Commit, files: readonly string[]): void {
    if (files.length > FILES_LINKED) return;
    const id = entityId('commit', commit.sha, this.#repo);
    for (const path of files) {
      if (!this.#moved.has(path)) continue;
      this.#batch.edge(id, 'about', this.#file(path, commit.at), share(files.length));
    }
  }

  /** Ties a commit to its issues, and the commits of one issue in their order. */
  #tieTopics(commit: Commit, message: Message, known: boolean): void {
    const id = entityId('commit', commit.sha, this.#repo);
    for (const topic of message.topics) {
      const newer = this.#newestOfTopic.get(topic);
      if (newer && !newer.known) this.#batch.edge(id, 'precedes', newer.id, 0.5);
      this.#newestOfTopic.set(topic, { id, known });
      if (known) continue;
      const closes = message.closes.includes(topic);
      const to = this.#topic(topic, commit);
      this.#batch.edge(id, closes ? 'fixes' : 'about', to, closes ? 1 : 0.6);
    }
  }

  #topic(topic: string, commit: Commit): string {
    const { subject, at } = commit;
    return this.#batch.entity(
      entity({ kind: 'topic', name: topic, repo: this.#repo, text: subject, at }),
    );
  }

  #tieErrors(commit: Commit, message: Message): void {
    const id = entityId('commit', commit.sha, this.#repo);
    const type = message.closes.length > 0 || /^fix/i.test(commit.subject) ? 'fixes' : 'about';
    for (const error of message.errors) {
      const to = this.#batch.entity(
        entity({
          kind: 'error',
          name: error,
          repo: this.#repo,
          text: commit.subject,
          at: commit.at,
        }),
      );
      this.#batch.edge(id, type, to, 0.6);
    }
  }

  #remember(item: Waiting): void {
    const { reverts, mends } = item.message;
    const calls: Call[] = mends.map(({ sha }) => ({ sha, waiting: item }));
    if (reverts) {
      calls.push({
        ...(reverts.sha ? { sha: reverts.sha } : { subject: reverts.subject }),
        waiting: item,
      });
    }
    item.open = calls.length;
    for (const call of calls) {
      if (call.sha !== undefined) push(this.#callsBySha, call.sha.slice(0, 7), call);
      else if (call.subject !== undefined) push(this.#callsBySubject, call.subject, call);
    }
    if (item.open === 0) this.#settle(item);
  }

  /** Answers the newer commits that named this one; says whether one of them took it back. */
  #answer(commit: Commit, known: boolean): boolean {
    const prefix = commit.sha.slice(0, 7);
    const calls = [
      ...(this.#callsBySha.get(prefix) ?? []).filter(({ sha }) => commit.sha.startsWith(sha ?? '')),
      ...(this.#callsBySubject.get(commit.subject) ?? []),
    ];
    for (const call of calls) {
      remove(this.#callsBySha, prefix, call);
      remove(this.#callsBySubject, commit.subject, call);
      const { waiting } = call;
      waiting.mended.push(commit);
      waiting.open--;
      const from = entityId('commit', waiting.commit.sha, this.#repo);
      const to = this.#batch.entity(commitEntity(commit, this.#repo));
      this.#batch.edge(from, 'fixes', to, call.sha === undefined ? 0.8 : 1);
      this.#tieCauses(to, waiting);
      if (waiting.open === 0) this.#settle(waiting);
    }
    const taker = calls.find(({ waiting }) => waiting.kind === 'revert');
    if (taker && known) this.#supersede(taker.waiting, commit);
    return taker !== undefined;
  }

  /** What a commit mends, the mended commit caused. */
  #tieCauses(mended: string, { commit, message }: Waiting): void {
    for (const topic of message.closes) {
      this.#batch.edge(mended, 'causes', this.#topic(topic, commit), 0.8);
    }
    for (const error of message.errors) {
      this.#batch.edge(mended, 'causes', entityId('error', error, this.#repo), 0.6);
    }
  }

  /** A commit of an earlier run was taken back: the memory that it gave may still be there. */
  #supersede(taker: Waiting, commit: Commit): void {
    const by = this.memoryOf.get(taker.commit.sha);
    if (by === undefined) return;
    for (const topic of ['fix', 'decision']) {
      const old = memoryIdOf(`git:${this.#repo}:${commit.sha}:${topic}`);
      this.#batch.edge(by, 'supersedes', old, 1);
    }
  }

  #settle(item: Waiting): void {
    item.open = 0;
    const memory = this.#memory(item);
    if (!memory) return;
    const { commit, files } = item;
    this.#batch.memory(memory.draft);
    this.memoryOf.set(commit.sha, memory.id);
    this.#batch.edge(memory.id, 'derived-from', entityId('commit', commit.sha, this.#repo), 1);
    if (files.length > FILES_LINKED) return;
    const linked = ranked(files).slice(0, MEMORY_FILES);
    for (const path of linked) {
      this.#batch.edge(memory.id, 'about', this.#file(path, commit.at), share(linked.length));
    }
    for (const topic of item.message.closes) {
      this.#batch.edge(memory.id, 'about', this.#topic(topic, commit), 0.6);
    }
  }

  #memory({ commit, files, message, kind, mended }: Waiting): CommitMemory | undefined {
    const told = { commit, files, prose: message.prose };
    if (kind === 'fix') return fixMemory(told, mended, this.#repo);
    if (kind === 'change') return decisionMemory(told, this.#repo);
    return message.reverts && revertMemory(told, message.reverts, this.#repo);
  }
}

/** How much a commit is about each of its files: all of it for one, a tenth for a hundred. */
function share(files: number): number {
  return 1 / Math.sqrt(Math.max(1, files));
}

function commitEntity(commit: Commit, repo: string) {
  const text = `${commit.subject}\n\n${commit.body}`.trim().slice(0, TEXT_KEPT);
  return entity({ kind: 'commit', name: commit.sha, repo, text, at: commit.at });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function remove<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const left = map.get(key)?.filter((item) => item !== value);
  if (left && left.length > 0) map.set(key, left);
  else if (left) map.delete(key);
}

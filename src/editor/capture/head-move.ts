import { z } from 'zod';

/** Where git's HEAD stands. */
export const Head = z.object({
  name: z.string().optional(),
  commit: z.string().optional(),
  /** Commits that its upstream does not have; absent where there is no upstream. */
  ahead: z.number().optional(),
});
export type Head = z.infer<typeof Head>;

/** A commit, as the git extension tells it. */
export const Commit = z.object({
  message: z.string(),
  parents: z.array(z.string()),
  commitDate: z.date().optional(),
  hash: z.string().optional(),
});
export type Commit = z.infer<typeof Commit>;

/** A commit this young was made here and now; an older one was switched to. Milliseconds. */
const JUST_MADE = 120_000;

/** Commits that a commit takes back, as `git revert` writes into its message. */
export function revertedBy(message: string): string[] {
  return [...message.matchAll(/\bThis reverts commit ([\da-f]{7,40})\b/gi)].map(
    ([, sha = '']) => sha,
  );
}

/** What a move of HEAD means; `undefined` for a pull, a reset, a rebase and the like. */
export type HeadMove =
  | {
      readonly kind: 'commit';
      readonly confidence: number;
      readonly evidence: string;
      /** The commit in whose place it came. */
      readonly amends?: string | undefined;
    }
  | { readonly kind: 'branch' };

/**
 * Reads a move of HEAD to another commit. `previous` and `commit` are the commits at its ends;
 * `known` says that HEAD stood at `commit` before.
 */
export function readHeadMove(
  move: {
    before: Head;
    after: Head;
    previous: Commit | undefined;
    commit: Commit;
    known: boolean;
  },
  now: number,
): HeadMove | undefined {
  const { before, after, previous, commit, known } = move;
  if (before.commit === after.commit) return undefined;
  const renamed = before.name !== after.name;
  const age = commit.commitDate === undefined ? 0 : now - commit.commitDate.getTime();
  const isYoung = !known && age <= JUST_MADE;
  const isNext =
    before.commit === undefined
      ? commit.parents.length === 0
      : commit.parents.includes(before.commit);
  // A new branch that was committed to at once looks like a switch, but for the commit's age.
  if (isNext && isYoung) {
    return {
      kind: 'commit',
      confidence: renamed ? 0.8 : 0.95,
      evidence: 'HEAD moved to a new commit upon the last one',
    };
  }
  if (renamed) return { kind: 'branch' };
  const isAmended =
    isYoung && previous !== undefined && previous.parents.join() === commit.parents.join();
  return isAmended
    ? {
        kind: 'commit',
        confidence: 0.8,
        evidence: 'HEAD moved to a commit in place of the last one',
        amends: before.commit,
      }
    : undefined;
}

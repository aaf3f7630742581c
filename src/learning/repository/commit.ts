/** What became of one path in a commit. */
export interface FileChange {
  /** `A` added, `M` modified, `D` deleted, `R` renamed, `T` another type. */
  status: 'A' | 'M' | 'D' | 'R' | 'T';
  /** The path after the commit (before it, where deleted). */
  path: string;
  /** The path before a rename. */
  from?: string;
}

/** One commit as git tells it, with its files against its first parent; merges have none. */
export interface Commit {
  sha: string;
  parents: readonly string[];
  /** Commit time in milliseconds since 1970. */
  at: number;
  author: string;
  subject: string;
  body: string;
  changes: readonly FileChange[];
}

import type { Directive } from '../memory/directive';

/** Code that breaks a directive, and what keeps it in its place. */
export interface Example {
  /** A VS Code language id. */
  language: string;
  breach: string;
  kept?: string | undefined;
}

/** What a detector is compiled from: a directive, and all that is known of it. */
export interface Said {
  /** The sentence as it stands in its source, with nothing taken off. */
  text: string;
  directive: Directive;
  /** VS Code language ids that it holds for, said by its words or its scope; empty for any. */
  languages: readonly string[];
  /** Where in the repository it holds; undefined for everywhere. */
  glob?: string | undefined;
  /** A correction's general form, with holes: `$A` for one node, `$$$A` for several. */
  pattern?: { before: string; after: string } | undefined;
  examples: readonly Example[];
}

import { z } from 'zod';
import { readFrontMatter } from '../../src/rules/words/front-matter';
import { scopeGlob } from '../../src/rules/words/instruction-scope';
import type { LinedSaid } from '../../src/rules/words/reading';
import { saidOfStatements } from '../../src/rules/words/said-statements';
import { statementsOf } from '../../src/rules/words/statement';

/** A rules file with its front matter taken apart. */
export const RulesFile = z.object({
  file: z.string(),
  /** As they stand in the front matter. */
  globs: z.string().nullish(),
  text: z.string(),
});
export type RulesFile = z.infer<typeof RulesFile>;

/** What a file demands, read as it would be in a repository. Lines count those of its `text`. */
export function directivesIn({ file, globs, text }: RulesFile): LinedSaid[] {
  const front = readFrontMatter(`---\nglobs: ${globs ?? ''}\n---\n`);
  const glob = scopeGlob(`.cursor/rules/${file}`, front.globs);
  const scope = glob === undefined ? {} : { glob };
  return saidOfStatements(statementsOf(text), scope).flat();
}

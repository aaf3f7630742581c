import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { HumanError } from '../../src/memory/human-error';

const Example = z.object({ lang: z.enum(['js', 'jsx', 'ts', 'tsx']), code: z.string() });
const Rule = z.object({
  rule: z.string(),
  incorrect: z.array(Example).min(1),
  correct: z.array(Example).min(1),
});
type Rule = z.infer<typeof Rule>;

/** What a suggestion said and what the user made of it. */
export interface Pair {
  readonly name: string;
  /** A VS Code language id. */
  readonly language: string;
  readonly incorrect: string;
  readonly correct: string;
  /** The other examples of the same rule. */
  readonly others: { readonly incorrect: readonly string[]; readonly correct: readonly string[] };
}

export type Split = 'odd' | 'even' | 'all';

const LANGUAGES = {
  js: 'javascript',
  jsx: 'javascriptreact',
  ts: 'typescript',
  tsx: 'typescriptreact',
} as const;

/**
 * The pairs of a file of rules, gzipped or not, a JSON object a line: the first `incorrect` example
 * becomes the first `correct` one, the second the second, as far as there are both. Rules count from 1.
 */
export function pairsOf(file: string, split: Split): Pair[] {
  return rulesOf(file)
    .filter((_, i) => split === 'all' || (split === 'odd') === (i % 2 === 0))
    .flatMap((rule) =>
      rule.incorrect.flatMap((incorrect, i) => {
        const correct = rule.correct[i];
        if (correct === undefined) return [];
        const pair: Pair = {
          name: `${rule.rule}#${i + 1}`,
          language: LANGUAGES[incorrect.lang],
          incorrect: incorrect.code.trim(),
          correct: correct.code.trim(),
          others: { incorrect: others(rule.incorrect, i), correct: others(rule.correct, i) },
        };
        return [pair];
      }),
    );
}

function others(examples: Rule['incorrect'], own: number): string[] {
  return examples.filter((_, i) => i !== own).map(({ code }) => code);
}

function rulesOf(file: string): Rule[] {
  if (!existsSync(file)) {
    throw new HumanError(
      `The rules are not there: ${file}`,
      'Name a file of rules with --data FILE: gzipped JSON lines {rule, incorrect, correct}.',
    );
  }
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Rule.parse(JSON.parse(line)));
}

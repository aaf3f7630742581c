import type { Memory } from '../memory/memory';
import type { Said } from '../rules/said';

/** What a memory says as a rule: its directive, or the habit that a correction shows. */
export function saidByMemory({ kind, text, detail, scope, provenance }: Memory): Said | undefined {
  const held = {
    languages: scope.language === undefined ? [] : [scope.language],
    ...(scope.glob !== undefined && { glob: scope.glob }),
  };
  if (detail.directive !== undefined) {
    // What was read from a file stands in the memory behind the headings that it is under.
    const sentence = provenance.evidence.find((one) => one.kind === 'file')?.text ?? text;
    const said = text.endsWith(sentence) ? sentence : text;
    return { text: said, directive: detail.directive, ...held, examples: [] };
  }
  const { pattern, before, after } = detail;
  if (kind !== 'correction' || pattern === undefined) return undefined;
  const { language } = scope;
  const told = language !== undefined && before !== undefined && after !== undefined;
  return {
    text,
    directive: { force: 'prefer', subject: pattern.after, alternative: pattern.before },
    ...held,
    pattern,
    examples: told ? [{ language, breach: before, kept: after }] : [],
  };
}

import path from 'node:path';
import type { PatternSpec } from '../../../../src/memory/detector';
import type { Breach, Findings } from '../../../../src/rules/detector';
import { PatternFamily } from '../../../../src/rules/pattern/pattern-family';
import { saidOf } from '../../../../src/rules/words/said';
import { Structures } from '../../../../src/syntax/structures';

const structures = Structures.beside(path.join(import.meta.dirname, '../../../../src/engine'));
export const family = new PatternFamily(structures);

/** The pattern that a sentence is compiled to. */
export async function patternOf(sentence: string, language?: string) {
  const [said] = saidOf(sentence, language === undefined ? {} : { language });
  return said && (await family.compile(said));
}

export async function checkText(
  spec: PatternSpec,
  language: string,
  text: string,
  file = 'src/a',
): Promise<Findings | undefined> {
  const detector = await family.prepare(spec);
  const tree = { has: () => false, within: () => [] };
  return detector.check({ kind: 'file', path: file, language, text, tree });
}

/** The text after the first fix of each breach. */
export function mended(text: string, breaches: readonly Breach[]): string {
  let result = text;
  for (const { fixes } of [...breaches].reverse())
    for (const { start, end, text: instead } of fixes[0]?.edits ?? [])
      result = result.slice(0, start) + instead + result.slice(end);
  return result;
}

import type { PatternSpec } from '../../memory/detector';
import { matchesGlob } from '../../memory/glob';
import { neededWords } from '../../syntax/needed-words';
import type { Seeker, StructuralRule, Structure } from '../../syntax/structural-rule';
import type { Breach, Checked, Detector, Findings } from '../detector';

/** What a detector looks for in one language. */
export interface LanguagePatterns {
  seeker: Seeker;
  breach: StructuralRule;
  kept: StructuralRule | undefined;
  fix: string | undefined;
}

const HOLE = /\${1,3}([A-Z_][A-Z0-9_]*)/g;

/** Looks for code of a certain shape; a text without the words that it needs is not even parsed. */
export class PatternDetector implements Detector {
  readonly #files: PatternSpec['files'];
  readonly #languages: ReadonlyMap<string, LanguagePatterns>;

  constructor(files: PatternSpec['files'], languages: ReadonlyMap<string, LanguagePatterns>) {
    this.#files = files;
    this.#languages = languages;
  }

  check(checked: Checked): Findings | undefined {
    if (checked.kind !== 'file' || !looksAt(this.#files, checked.path)) return undefined;
    const patterns = this.#languages.get(checked.language);
    if (patterns === undefined) return undefined;
    const { text } = checked;
    const { seeker, breach, kept, fix } = patterns;
    const holes = [...(fix ?? '').matchAll(HOLE)].map(([, name = '']) => name);
    const breaches = placesIn(seeker, text, breach, holes).map((found) =>
      breachOf(found, text, fix),
    );
    if (kept === undefined) return { breaches };
    return {
      breaches,
      kept: placesIn(seeker, text, kept).map(({ start, end }) => ({ start, end })),
    };
  }
}

/** Whether a detector for those files is for one at a path. */
export function looksAt(files: PatternSpec['files'], path: string): boolean {
  if (files === undefined) return true;
  const isIn = (globs: readonly string[]): boolean => globs.some((glob) => matchesGlob(glob, path));
  return (files.only.length === 0 || isIn(files.only)) && !isIn(files.except);
}

function placesIn(
  seeker: Seeker,
  text: string,
  rule: StructuralRule,
  holes?: readonly string[],
): Structure[] {
  const words = neededWords(rule);
  if (words !== undefined && !words.some((word) => text.includes(word))) return [];
  return seeker.find(text, rule, holes);
}

function breachOf({ start, end, holes }: Structure, text: string, fix: string | undefined): Breach {
  if (fix === undefined) return { start, end, fixes: [] };
  const instead = fix.replace(HOLE, (_, name: string) => {
    const hole = holes[name];
    return hole === undefined ? '' : text.slice(hole.start, hole.end);
  });
  const shown = instead.length > 60 ? `${instead.slice(0, 60)}…` : instead;
  return { start, end, fixes: [{ title: `Use ${shown}`, edits: [{ start, end, text: instead }] }] };
}

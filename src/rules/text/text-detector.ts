import type { TextSpec } from '../../memory/detector';
import { matchesGlob } from '../../memory/glob';
import type { LinearExpression, Stretch } from '../../syntax/linear-expression';
import type { Parse } from '../../syntax/syntax-node';
import type { Breach, Checked, CheckedFile, Detector, Findings } from '../detector';
import { regionsOf, without } from './regions';

/** Longer texts are no one's writing. */
const LONGEST_TEXT = 1_000_000;
const HEAD_LINES = 25;
/** A licence may be asked for in no more of an empty file than this. */
const EMPTY = /^\s*$/;
const END = 2;

/** Holds a file's text against an expression. */
export class TextDetector implements Detector {
  readonly #spec: TextSpec;
  readonly #expression: LinearExpression;
  readonly #parsers: ReadonlyMap<string, Parse>;

  constructor(spec: TextSpec, expression: LinearExpression, parsers: ReadonlyMap<string, Parse>) {
    this.#spec = spec;
    this.#expression = expression;
    this.#parsers = parsers;
  }

  check(file: Checked): Findings | undefined {
    if (file.kind !== 'file' || file.text.length > LONGEST_TEXT || !this.#isFor(file))
      return undefined;
    const { demand } = this.#spec;
    if (demand === 'forbid') return this.#forbidden(file);
    return demand === 'require' ? this.#required(file) : this.#every(file);
  }

  #isFor({ language, path }: CheckedFile): boolean {
    const { languages = [], files } = this.#spec;
    if (languages.length > 0 && !languages.includes(language)) return false;
    if (files === undefined) return true;
    const isIn = (globs: readonly string[]): boolean =>
      globs.some((glob) => matchesGlob(glob, path));
    return (files.only.length === 0 || isIn(files.only)) && !isIn(files.except);
  }

  #forbidden(file: CheckedFile): Findings | undefined {
    const { wholeWords = false, replacement, where } = this.#spec;
    const { text } = file;
    // Most texts hold nothing of what is looked for: those need not be parsed.
    const isParsed = where === 'comments' || where === 'strings' || where === 'code';
    if (isParsed && !this.#parsers.has(file.language)) return undefined;
    if (isParsed && !this.#expression.matches(text)) return { breaches: [] };
    const stretches = this.#partsOf(file);
    if (stretches === undefined) return undefined;
    const breaches: Breach[] = [];
    for (const { start, text: part } of stretches)
      for (const found of this.#expression.all(part)) {
        if (wholeWords && !isWhole(part, found)) continue;
        breaches.push(breachAt(start + found.start, start + found.end, replacement));
      }
    return { breaches };
  }

  #required(file: CheckedFile): Findings | undefined {
    const parts = this.#partsOf(file);
    if (parts === undefined || EMPTY.test(file.text)) return undefined;
    if (parts.some(({ text }) => this.#expression.matches(text))) return { breaches: [] };
    const end = file.text.indexOf('\n');
    const [first, last] =
      this.#spec.where === 'end'
        ? [Math.max(0, file.text.length - 1), file.text.length]
        : [0, end < 0 ? file.text.length : end];
    const { replacement } = this.#spec;
    const at = this.#spec.where === 'end' ? file.text.length : 0;
    const fixes =
      replacement === undefined
        ? []
        : [{ title: 'Add it', edits: [{ start: at, end: at, text: replacement }] }];
    return { breaches: [{ start: first, end: last, fixes }] };
  }

  #every(file: CheckedFile): Findings | undefined {
    const parts = this.#partsOf(file);
    if (parts === undefined) return undefined;
    const findings: Required<Findings> = { breaches: [], kept: [] };
    for (const { start, text } of parts) {
      const place = { start, end: start + text.length };
      if (this.#expression.matches(text)) findings.kept?.push(place);
      else findings.breaches.push({ ...place, fixes: [] });
    }
    return findings;
  }

  /** The parts of a text that are looked at; undefined where the language has no grammar. */
  #partsOf({ text, language }: CheckedFile): { start: number; text: string }[] | undefined {
    const { where } = this.#spec;
    if (where === 'file') return [{ start: 0, text }];
    if (where === 'head') return [{ start: 0, text: text.split('\n', HEAD_LINES).join('\n') }];
    if (where === 'end') {
      const start = Math.max(0, text.length - END);
      return [{ start, text: text.slice(start) }];
    }
    const parse = this.#parsers.get(language);
    if (parse === undefined) return undefined;
    const root = parse(text);
    if (where === 'code') {
      const regions = [...regionsOf(root, 'comments'), ...regionsOf(root, 'strings')];
      return [
        {
          start: 0,
          text: without(
            text,
            regions.sort((one, other) => one.start - other.start),
          ),
        },
      ];
    }
    return regionsOf(root, where).map(({ start, end }) => ({
      start,
      text: text.slice(start, end),
    }));
  }
}

const PART_OF_WORD = /[\p{L}\p{N}_]/u;

function isWhole(text: string, { start, end }: Stretch): boolean {
  return !PART_OF_WORD.test(text.charAt(start - 1)) && !PART_OF_WORD.test(text.charAt(end));
}

function breachAt(start: number, end: number, replacement: string | undefined): Breach {
  if (replacement === undefined) return { start, end, fixes: [] };
  const title = replacement === '' ? 'Remove it' : `Write ${replacement}`;
  return { start, end, fixes: [{ title, edits: [{ start, end, text: replacement }] }] };
}

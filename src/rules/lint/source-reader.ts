import type { Linter, SourceCode } from 'eslint';
import { knownGlobals } from './known-globals';
import type { CheckedFile } from '../detector';
import type { TypeScriptLint } from './lint-rules';

/** What is read; a file is known again by being the same object. */
export type SourceText = Pick<CheckedFile, 'text' | 'language'>;

/** How a file is to be read. */
export interface Reading {
  /** As a script first, whose declarations are global, when nothing shows that it is a module. */
  script: boolean;
  /** With the names that are there without a declaration. */
  globals: boolean;
}

/** A file that was read, with the options it was read by. */
export interface ReadSource {
  code: SourceCode;
  options: Linter.LanguageOptions;
}

type SourceType = NonNullable<Linter.LanguageOptions['sourceType']>;

const MODULE_FIRST: readonly SourceType[] = ['module', 'script', 'commonjs'];
const SCRIPT_FIRST: readonly SourceType[] = ['script', 'module', 'commonjs'];
const MODULE_SYNTAX = /^\s*(?:import|export)\b|\brequire\s*\(|\b(?:module\.)?exports\b/m;

/**
 * Reads a file once for all rules that look at it one after another: reading takes many times as
 * long as a rule does.
 */
export class SourceReader {
  readonly #linter: Linter;
  readonly #typescript: TypeScriptLint | undefined;
  readonly #read = new WeakMap<SourceText, Map<string, ReadSource | undefined>>();

  constructor(linter: Linter, typescript: TypeScriptLint | undefined) {
    this.#linter = linter;
    this.#typescript = typescript;
  }

  /** `undefined` for a text that is no program of its language. */
  read(file: SourceText, asked: Reading): ReadSource | undefined {
    const reading = { ...asked, script: asked.script && !MODULE_SYNTAX.test(file.text) };
    const key = JSON.stringify(reading);
    const known = this.#read.get(file) ?? new Map<string, ReadSource | undefined>();
    this.#read.set(file, known);
    if (!known.has(key)) known.set(key, this.#readAnew(file, reading));
    return known.get(key);
  }

  #readAnew({ text, language }: SourceText, { script, globals }: Reading): ReadSource | undefined {
    for (const sourceType of script ? SCRIPT_FIRST : MODULE_FIRST) {
      const options: Linter.LanguageOptions = {
        ecmaVersion: 'latest',
        sourceType,
        parserOptions: { ecmaFeatures: { jsx: language !== 'typescript' } },
        ...(globals && { globals: knownGlobals() }),
        ...(isTypeScript(language) && this.#typescript && { parser: this.#typescript.parser }),
      };
      const config: Linter.Config = { files: ['**/file.*'], languageOptions: options };
      const messages = this.#linter.verify(text, config, { filename: fileName(language) });
      const code = this.#linter.getSourceCode() as SourceCode | null;
      if (messages.some(({ fatal }) => fatal) || code?.text !== withoutMark(text)) continue;
      return { code, options };
    }
    return undefined;
  }
}

export function isTypeScript(language: string): boolean {
  return language === 'typescript' || language === 'typescriptreact';
}

/** A name by which parsers see the language. */
export function fileName(language: string): string {
  if (language === 'typescriptreact') return 'file.tsx';
  return language === 'typescript' ? 'file.ts' : 'file.js';
}

/** A byte order mark is no part of what ESLint counts in. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

import type { Linter } from 'eslint';
import type { LintSpec } from '../../memory/detector';
import { HumanError } from '../../memory/human-error';
import type { Breach, Checked, Detector, Findings, Fix } from '../detector';
import { EXTENDED, TYPESCRIPT_PREFIX, type TypeScriptLint } from './lint-rules';
import { fileName, isTypeScript, type Reading, type SourceReader } from './source-reader';

const LANGUAGES: ReadonlySet<string> = new Set([
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
]);

/** Rules of typescript-eslint that say something of plain JavaScript too. */
const FOR_BOTH: ReadonlySet<string> = new Set(
  [
    'class-literal-property-style',
    'no-dynamic-delete',
    'no-extraneous-class',
    'no-require-imports',
    'no-this-alias',
    'no-useless-empty-export',
    'prefer-for-of',
  ].map((name) => TYPESCRIPT_PREFIX + name),
);
/** TypeScript's own compiler tells these, and knows its types besides. */
const NOT_FOR_TYPESCRIPT: ReadonlySet<string> = new Set(['no-undef']);

/** What a detector runs with. */
export interface LintTools {
  linter: Linter;
  reader: SourceReader;
  /** Absent where the rule is never run over TypeScript. */
  typescript: TypeScriptLint | undefined;
}

/** One lint rule, run alone by ESLint. Comments that switch it off in a file count. */
export class LintDetector implements Detector {
  readonly #spec: LintSpec;
  readonly #tools: LintTools;
  readonly #reading: Reading;

  /** @throws HumanError when there is no such rule, or when it does not take these options */
  constructor(spec: LintSpec, tools: LintTools) {
    this.#spec = spec;
    this.#tools = tools;
    const { rule } = spec;
    this.#reading = { script: rule === 'no-implicit-globals', globals: rule === 'no-undef' };
    for (const language of ['javascript', 'typescript']) this.#try(language);
  }

  check(checked: Checked): Findings | undefined {
    if (checked.kind !== 'file' || !this.#appliesTo(checked.language)) return undefined;
    const { text, language } = checked;
    const source = this.#tools.reader.read(checked, this.#reading);
    if (source === undefined) return undefined;
    const rule = this.#ruleFor(language);
    const config = { ...this.#config(language), languageOptions: source.options };
    const messages = this.#tools.linter.verify(source.code, config, {
      filename: fileName(language),
    });
    const starts = lineStarts(text);
    return {
      breaches: messages
        // A message without an id is about a comment that sets the rule, and not about code.
        .filter(({ ruleId, messageId }) => ruleId === rule && messageId !== undefined)
        .map((message) => breachOf(message, text, starts, rule)),
    };
  }

  #appliesTo(language: string): boolean {
    const { rule } = this.#spec;
    if (!LANGUAGES.has(language)) return false;
    if (isTypeScript(language)) return !NOT_FOR_TYPESCRIPT.has(rule);
    return !rule.startsWith(TYPESCRIPT_PREFIX) || FOR_BOTH.has(rule);
  }

  #ruleFor(language: string): string {
    const { rule } = this.#spec;
    return isTypeScript(language) && EXTENDED.has(rule) ? TYPESCRIPT_PREFIX + rule : rule;
  }

  #config(language: string): Linter.Config {
    const { typescript } = this.#tools;
    return {
      files: ['**/file.*'],
      linterOptions: {
        reportUnusedDisableDirectives: 'off',
        reportUnusedInlineConfigs: 'off',
      },
      ...(typescript && { plugins: { '@typescript-eslint': { rules: { ...typescript.rules } } } }),
      rules: { [this.#ruleFor(language)]: ['error', ...this.#spec.options] },
    };
  }

  #try(language: string): void {
    if (!this.#appliesTo(language)) return;
    if (isTypeScript(language) && this.#tools.typescript === undefined) return;
    const empty = this.#tools.reader.read({ text: '', language }, this.#reading);
    if (empty === undefined) return;
    const config = { ...this.#config(language), languageOptions: empty.options };
    try {
      this.#tools.linter.verify(empty.code, config, { filename: fileName(language) });
    } catch (error) {
      throw new HumanError(
        `The lint rule ${this.#spec.rule} can not be run: ${firstLines(error)}`,
        'Word the rule in another way, or choose another detector for it.',
        { cause: error },
      );
    }
  }
}

function firstLines(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).slice(0, 3).join(' ');
}

/** Offsets of where ESLint takes lines to begin. */
function lineStarts(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\r\n\u2028\u2029]/g)) {
    starts.push(index + end.length);
  }
  return starts;
}

function breachOf(
  message: Linter.LintMessage,
  text: string,
  starts: readonly number[],
  rule: string,
): Breach {
  const offset = (line: number, column: number): number =>
    Math.min(text.length, (starts[line - 1] ?? text.length) + Math.max(0, column - 1));
  const start = offset(message.line, message.column);
  const end =
    message.endLine === undefined || message.endColumn === undefined
      ? Math.min(text.length, start + 1)
      : offset(message.endLine, message.endColumn);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const fix = (title: string, { range, text: becomes }: NonNullable<typeof message.fix>): Fix => ({
    title,
    edits: [{ start: range[0] + mark, end: range[1] + mark, text: becomes }],
  });
  return {
    start,
    end: Math.max(start, end),
    message: message.message,
    fixes: [
      ...(message.fix ? [fix(`Fix this (${rule})`, message.fix)] : []),
      ...(message.suggestions ?? []).map((one) => fix(one.desc, one.fix)),
    ],
  };
}

import type { Linter } from 'eslint';
import type { Fault } from '../../memory/fault';
import { FAULT_RULES, isLinted } from './fault-rules';
import { EXTENDED, loadEslint, loadTypeScript, TYPESCRIPT_PREFIX } from './lint-rules';
import type { TypeScriptLint } from './lint-rules';
import { fileName, isTypeScript, SourceReader } from './source-reader';

/** Longer texts are files, and not what somebody corrects. Characters. */
const LONGEST = 20_000;

/** Finds the faults of a piece of code by all of ESLint's rules that tell one (`FAULT_RULES`) at once. */
export class FaultFinder {
  #script: Promise<Tools> | undefined;
  #typescript: Promise<Tools> | undefined;

  /**
   * The faults of a text in one of VS Code's languages; `undefined` where no linter knows the
   * language or the text can not be read by itself. Comments that set rules count for nothing.
   */
  async faultsOf(text: string, language: string): Promise<Fault[] | undefined> {
    if (!isLinted(language) || text.length > LONGEST) return undefined;
    const tools = await (isTypeScript(language)
      ? (this.#typescript ??= load(true))
      : (this.#script ??= load(false)));
    const { linter, reader, config, kinds } = tools;
    const source = reader.read({ text, language }, { script: false, globals: false });
    if (source === undefined) return undefined;
    const messages = linter.verify(
      source.code,
      { ...config, languageOptions: source.options },
      { filename: fileName(language) },
    );
    return messages.flatMap(({ ruleId, message, line, column, endLine, endColumn }) => {
      const kind = kinds.get(ruleId ?? '');
      if (ruleId === null || kind === undefined) return [];
      const at = { line, column: column - 1 };
      const start = source.code.getIndexFromLoc(at);
      const end =
        endLine === undefined || endColumn === undefined
          ? start + 1
          : source.code.getIndexFromLoc({ line: endLine, column: endColumn - 1 });
      return [{ rule: ruleId, kind, message, start, end: Math.max(start + 1, end) }];
    });
  }
}

interface Tools {
  readonly linter: Linter;
  readonly reader: SourceReader;
  readonly config: Linter.Config;
  readonly kinds: ReadonlyMap<string, Fault['kind']>;
}

async function load(withTypeScript: boolean): Promise<Tools> {
  const Linter = await loadEslint();
  const typescript = withTypeScript ? await loadTypeScript() : undefined;
  const linter = new Linter();
  const kinds = kindsOf(typescript);
  const config: Linter.Config = {
    files: ['**/file.*'],
    linterOptions: {
      noInlineConfig: true,
      reportUnusedDisableDirectives: 'off',
      reportUnusedInlineConfigs: 'off',
    },
    ...(typescript && { plugins: { '@typescript-eslint': { rules: { ...typescript.rules } } } }),
    rules: Object.fromEntries([...kinds.keys()].map((rule) => [rule, 'error'] as const)),
  };
  return { linter, reader: new SourceReader(linter, typescript), config, kinds };
}

/** What typescript-eslint writes into its rules beyond what ESLint declares. */
interface Docs {
  readonly recommended?: unknown;
  readonly requiresTypeChecking?: boolean;
}

/** What a piece of code alone does not show. */
const OUT: ReadonlySet<string> = new Set(['no-unused-vars']);

/** The rules to run; for TypeScript, its own ones in the place of ESLint's, and those it recommends. */
function kindsOf(typescript: TypeScriptLint | undefined): ReadonlyMap<string, Fault['kind']> {
  if (typescript === undefined) return FAULT_RULES;
  const kinds = new Map<string, Fault['kind']>();
  for (const [name, kind] of FAULT_RULES)
    kinds.set(EXTENDED.has(name) ? TYPESCRIPT_PREFIX + name : name, kind);
  for (const [name, { meta }] of Object.entries(typescript.rules)) {
    const docs: Docs = meta?.docs ?? {};
    const told = docs.recommended !== undefined && docs.requiresTypeChecking !== true;
    if (!told || meta?.deprecated !== undefined || OUT.has(name)) continue;
    kinds.set(TYPESCRIPT_PREFIX + name, meta?.type === 'problem' ? 'problem' : 'suggestion');
  }
  return kinds;
}

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HumanError } from '../../src/memory/human-error';
import { Dice } from '../dice';
import { quantile, shown } from '../quantiles';
import { eslintAlone } from './eslint-alone';
import { mneme } from './mneme';
import { LINT_RULES, RULES } from './rules';
import { type SourceFile, sourceFiles } from './source-files';

/*
 * How fast rules are held against a repository. Three lines: all hundred rules by Mneme, its forty lint
 * rules alone, and ESLint alone with those forty, set up as a project would with typescript-eslint's
 * parser. Each ran in a process of its own over the same files, one after the other.
 *
 * files          files that were looked at: for lint rules those of JavaScript and TypeScript
 * rules          rules that ran
 * off            rules that Mneme switched off on its way, since they were slow
 * files_per_s    files a second, whole and for the first time
 * changed_p50_ms milliseconds until one file is done that was changed by a line, when all is warm
 * changed_p95_ms the same for the slowest twentieth
 * rss_mb         the process's most memory, with as much heap as the engine's thread has; the files' texts are in it
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    what: { type: 'string', default: 'mneme' },
    repository: { type: 'string', default: '' },
    files: { type: 'string', default: '5000' },
    changed: { type: 'string', default: '300' },
  },
});

/** Whoever holds rules against one file. */
export interface Runner {
  /** Gives how many places were flagged. */
  check(file: SourceFile): Promise<number>;
  /** Rules that ran, and those that did not stay the pace. */
  readonly rules: number;
  readonly off: number;
}

try {
  await run();
} catch (error) {
  if (!(error instanceof HumanError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const all = sourceFiles(values.repository, Number(values.files));
  const scripts = all.filter(({ language }) => /script/.test(language));
  const files = values.what === 'mneme' ? all : scripts;
  const folder = join(values.root, 'src', 'engine');
  const runner =
    values.what === 'eslint'
      ? await eslintAlone(LINT_RULES)
      : await mneme(values.what === 'mneme' ? RULES : LINT_RULES, folder, values.repository);
  let flagged = 0;
  const start = performance.now();
  for (const file of files) flagged += await runner.check(file);
  const seconds = (performance.now() - start) / 1000;
  const times: number[] = [];
  const dice = new Dice(1);
  for (let index = 0; index < Number(values.changed); index++) {
    const file = files[dice.below(files.length)];
    if (file === undefined) break;
    const changed = withChange(file, index);
    const before = performance.now();
    await runner.check(changed);
    times.push(performance.now() - before);
  }
  const line = {
    what: values.what,
    files: files.length,
    rules: runner.rules,
    off: runner.off,
    flagged,
    files_per_s: shown(files.length / seconds),
    changed_p50_ms: shown(quantile(times, 0.5)),
    changed_p95_ms: shown(quantile(times, 0.95)),
    rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** A comment more at its end: nothing that is kept of the file as it was holds. */
function withChange(file: SourceFile, index: number): SourceFile {
  const mark = file.language === 'python' ? '#' : '//';
  return { ...file, text: `${file.text}\n${mark} changed ${index}\n` };
}

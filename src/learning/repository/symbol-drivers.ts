import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGE_FAMILIES, type LanguageFamily } from './path-kind';

/** git's own patterns for the heads of functions, by family; for scripts it has none. */
const DRIVERS: Readonly<Record<LanguageFamily, string>> = {
  script: 'mneme-script',
  python: 'python',
  go: 'golang',
  rust: 'rust',
  java: 'java',
  csharp: 'csharp',
  cpp: 'cpp',
  ruby: 'ruby',
  php: 'php',
};

/** POSIX extended expressions, one a line; the one with `!` in front says what is no head. */
const SCRIPT_HEADS = [
  '!^[ \t]*(if|for|while|switch|catch|return|else|do|throw|await|new|typeof)[^A-Za-z0-9_$]',
  `^[ \t]*(${[
    '(export[ \t]+|default[ \t]+|declare[ \t]+|abstract[ \t]+|async[ \t]+)*(function|class|interface|enum|namespace|type)[ \t*].*',
    '(export[ \t]+)?(const|let|var)[ \t]+[A-Za-z0-9_$]+[ \t]*=[ \t]*(async|function|class|\\(|[A-Za-z0-9_$]+[ \t]*=>).*',
    '([a-z]+[ \t]+)*[#*]?[A-Za-z0-9_$]+[ \t]*\\([^()"`]*\\)[^;"`]*\\{',
    '[A-Za-z0-9_$.]+[ \t]*=[ \t]*(async[ \t]+)?function.*',
  ].join('|')})$`,
].join('\n');

/**
 * Settings that make git name the function around a hunk in every family of languages, methods too,
 * while `work` runs. They need a file of attributes, which stands in the temp folder meanwhile.
 *
 * Measured on 11,000 commits of eslint: 1.4 s of processor time without, 7.9 s with; without them
 * git names only what starts in the first column, so a method never.
 */
export async function* withSymbolDrivers<T>(
  work: (settings: readonly string[]) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mneme-'));
  try {
    const attributes = join(folder, 'attributes');
    const lines = Object.entries(LANGUAGE_FAMILIES).flatMap(([family, extensions]) =>
      extensions.map((ext) => `*.${ext} diff=${DRIVERS[family as LanguageFamily]}\n`),
    );
    await writeFile(attributes, lines.join(''));
    yield* work([
      `core.attributesFile=${attributes}`,
      `diff.${DRIVERS.script}.xfuncname=${SCRIPT_HEADS}`,
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { parse } from 'yaml';
import { z } from 'zod';

const Globs = z
  .union([
    z.string().transform(splitGlobs),
    z.array(z.string()).transform((all) => all.flatMap(splitGlobs)),
  ])
  .catch([]);
const Fields = z.object({
  description: z.string().optional().catch(undefined),
  globs: Globs.optional(),
  applyTo: Globs.optional(),
  paths: Globs.optional(),
  alwaysApply: z.boolean().optional().catch(undefined),
});

/** What stands between the `---` lines at the head of a rule file, and what follows. */
export interface FrontMatter {
  description?: string;
  /** Paths that the file is about (`globs`, `applyTo`, `paths`); none where it is about all. */
  globs: string[];
  alwaysApply: boolean;
  body: string;
  /** Lines before the body. */
  offset: number;
}

const BLOCK = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/;

/** Splits a rule file. Front matter that is not YAML (`globs: **\/*.ts`) is read line by line. */
export function readFrontMatter(text: string): FrontMatter {
  const match = BLOCK.exec(text);
  if (!match) return { globs: [], alwaysApply: false, body: text, offset: 0 };
  const { description, globs, applyTo, paths, alwaysApply } = readFields(match[1] ?? '');
  return {
    ...(description && { description }),
    globs: [...new Set([...(globs ?? []), ...(applyTo ?? []), ...(paths ?? [])])],
    alwaysApply: alwaysApply ?? false,
    body: text.slice(match[0].length),
    offset: match[0].split('\n').length - 1,
  };
}

function readFields(block: string): z.infer<typeof Fields> {
  const fields = Fields.safeParse(readYaml(block) ?? readLines(block));
  return fields.success ? fields.data : {};
}

function readYaml(block: string): unknown {
  try {
    return parse(block, { logLevel: 'silent', maxAliasCount: 0 }) as unknown;
  } catch {
    return undefined;
  }
}

function readLines(block: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const line of block.split('\n')) {
    const [, key = '', value = ''] = /^(\w+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === '') continue;
    fields[key] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return fields;
}

/** `a, b`, `["a", "b"]` and `{a,b}/c, d` as lists; a comma within braces belongs to the glob. */
function splitGlobs(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let glob = '';
  for (const char of text.replace(/^\s*\[|\]\s*$/g, '')) {
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (char === ',' && depth <= 0) {
      found.push(glob);
      glob = '';
    } else {
      glob += char;
    }
  }
  return [...found, glob]
    .map((part) =>
      part
        .trim()
        .replace(/^["']|["']$/g, '')
        .replace(/^\.?\//, ''),
    )
    .filter((part) => part !== '' && part.length <= 200);
}

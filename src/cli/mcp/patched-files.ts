import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { applyPatch, parsePatch, type StructuredPatch } from 'diff';
import type { LineSpan } from '../../memory/breach';
import { HumanError } from '../../memory/human-error';
import { languageOf } from '../../memory/language';

/** A file as a patch leaves it. */
export interface PatchedFile {
  /** As the patch names it. */
  readonly path: string;
  readonly language: string;
  readonly text: string;
  readonly changed: LineSpan[];
}

/**
 * Reads a unified diff, be it applied to the files by now or not. Files that it removes, and those of
 * no known language, are left out.
 * @throws HumanError for what is no diff, or fits the files in neither way
 */
export async function patchedFiles(root: string, diff: string): Promise<PatchedFile[]> {
  const files: PatchedFile[] = [];
  for (const patch of parsed(diff)) {
    const name = patch.newFileName?.replace(/^b\//, '');
    const language = name === undefined ? undefined : languageOf(name);
    if (name === undefined || name === '/dev/null' || language === undefined) continue;
    const before = await readFile(path.resolve(root, name), 'utf8').catch(() => '');
    files.push({ path: name, language, text: after(before, patch, name), changed: spans(patch) });
  }
  return files;
}

function parsed(diff: string): StructuredPatch[] {
  try {
    const patches = parsePatch(diff).filter(({ hunks }) => hunks.length > 0);
    if (patches.length > 0) return patches;
  } catch {
    // What is wrong with it is told below, as of any other text that is no diff.
  }
  throw new HumanError('This is no unified diff.', 'Pass what `git diff` prints.');
}

function after(before: string, patch: StructuredPatch, name: string): string {
  const applied = applyPatch(before, patch);
  if (applied !== false) return applied;
  const lines = before.split('\n');
  const stands = patch.hunks.every(({ newStart, lines: wanted }) =>
    wanted
      .filter((line) => /^[ +]/.test(line))
      .every((line, at) => lines[newStart - 1 + at] === line.slice(1)),
  );
  if (stands) return before;
  throw new HumanError(`The diff does not fit ${name}.`, 'Make it anew from the file as it is.');
}

/** The lines that the patch puts in, as the file then counts them. */
function spans({ hunks }: StructuredPatch): LineSpan[] {
  return hunks.flatMap(({ newStart, lines }) => {
    const added = lines.filter((line) => !line.startsWith('-') && !line.startsWith('\\'));
    return added.flatMap((line, at) =>
      line.startsWith('+') ? [{ first: newStart + at, last: newStart + at }] : [],
    );
  });
}

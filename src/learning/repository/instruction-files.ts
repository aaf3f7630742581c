import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A file larger than this was not written for an assistant to read. */
export const INSTRUCTION_BYTES = 256 * 1024;
const FILES_READ = 300;

const NAMES =
  /(?:^|\/)(?:AGENTS(?:\.override)?\.md|CLAUDE(?:\.local)?\.md|GEMINI\.md|MEMORY\.md|CONTRIBUTING\.md|\.cursorrules|\.windsurfrules|\.clinerules)$/;
const FOLDERS =
  /(?:^|\/)(?:\.github\/copilot-instructions\.md|\.github\/instructions\/(?:.+\/)?[^/]+\.instructions\.md|\.cursor\/rules\/(?:.+\/)?[^/]+\.mdc?|\.clinerules\/(?:.+\/)?[^/]+\.(?:md|txt)|\.claude\/(?:CLAUDE|MEMORY)\.md|\.claude\/rules\/(?:.+\/)?[^/]+\.md|\.windsurf\/rules\/(?:.+\/)?[^/]+\.md)$/;
/** Where such files stand in a work tree, even when git ignores them. */
const FOLDERS_LOOKED_IN = [
  '.clinerules',
  '.github/instructions',
  '.cursor/rules',
  '.claude/rules',
  '.windsurf/rules',
];
const FILES_LOOKED_FOR = [
  '.github/CONTRIBUTING.md',
  '.github/copilot-instructions.md',
  '.claude/CLAUDE.md',
  '.claude/MEMORY.md',
];
const NOT_OURS = /(?:^|\/)(?:node_modules|vendor|third_party|fixtures?|testdata|__fixtures__)\//;

/** One instruction file as it stands. */
export interface InstructionFile {
  /** Path in the repository, with forward slashes. */
  path: string;
  text: string;
  /** When it last changed, in milliseconds since 1970. */
  at: number;
}

/** Whether a path in a repository is one that assistants read instructions from. */
export function isInstructionPath(path: string): boolean {
  return (NAMES.test(path) || FOLDERS.test(path)) && !NOT_OURS.test(path);
}

/**
 * Reads the instruction files of a work tree: those at its root, tracked or not, and those of
 * `tracked` deeper down. A link is followed only within the tree, and a file that two names lead to
 * is read once.
 */
export async function readInstructionFiles(
  root: string,
  tracked: Iterable<string>,
  abort?: AbortSignal,
): Promise<InstructionFile[]> {
  const paths = new Set(FILES_LOOKED_FOR);
  for (const name of await listed(root, false)) paths.add(name);
  for (const folder of FOLDERS_LOOKED_IN) {
    for (const name of await listed(join(root, folder), true)) paths.add(`${folder}/${name}`);
  }
  for (const path of tracked) paths.add(path);
  const files: InstructionFile[] = [];
  const read = new Set<string>();
  const ours = [...paths].filter(isInstructionPath).sort(byDepth);
  for (const path of ours.slice(0, FILES_READ)) {
    abort?.throwIfAborted();
    const real = await realFile(root, path);
    if (real === undefined || read.has(real)) continue;
    read.add(real);
    const { mtimeMs } = await stat(real);
    files.push({ path, text: await readFile(real, 'utf8'), at: Math.round(mtimeMs) });
  }
  return files;
}

/** Names in a folder, with forward slashes; none where there is no such folder. */
async function listed(folder: string, recursive: boolean): Promise<string[]> {
  try {
    const names = await readdir(folder, { recursive });
    return names.map((name) => name.split(sep).join('/'));
  } catch {
    return [];
  }
}

/** The file behind a path, when it is a file of fitting size and does not lead out of the tree. */
async function realFile(root: string, path: string): Promise<string | undefined> {
  try {
    const real = await realpath(join(root, path));
    const within = relative(await realpath(root), real);
    if (within.startsWith('..') || within === '') return undefined;
    const found = await stat(real);
    return found.isFile() && found.size <= INSTRUCTION_BYTES ? real : undefined;
  } catch {
    // Gone, broken or not ours to read: as good as not there.
    return undefined;
  }
}

/** Files nearer to the root come first: of two equal statements, the wider one counts. */
function byDepth(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : a > b ? 1 : 0);
}

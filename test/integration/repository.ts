import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { inWorkspace } from './watched-file';

const WHO = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];

/** Runs git in the workspace, or in another folder. */
export async function git(args: readonly string[], cwd = root()): Promise<string> {
  const { stdout } = await promisify(execFile)('git', [...WHO, ...args], { cwd });
  return stdout.trim();
}

/** Commits all that is there, and returns the commit. */
export async function commitAll(subject: string, ...options: string[]): Promise<string> {
  await git(['add', '--all']);
  await git(['commit', '--quiet', `--message=${subject}`, ...options]);
  return git(['rev-parse', 'HEAD']);
}

/** A folder of its own outside the workspace; it is gone after the suite. */
export async function otherFolder(name: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `mneme-${name}-`)));
  process.once('exit', () => void rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The folder of the workspace. */
export function root(): string {
  return inWorkspace('.').fsPath.replace(/[\\/]\.?$/, '');
}

/** Has the git extension look anew, as it does after a moment by itself. */
export async function refreshGit(): Promise<void> {
  await vscode.commands.executeCommand('git.refresh');
}

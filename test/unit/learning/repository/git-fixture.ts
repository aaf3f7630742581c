import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Every commit is a day later than the one before, from this day on. */
export const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** A real repository in a temp folder, gone when the test ends. */
export class GitFixture {
  readonly root: string;
  #day = 0;

  constructor() {
    this.root = temporaryFolder();
    this.git('init', '-q', '-b', 'main');
  }

  git(...args: string[]): string {
    const date = new Date(FIRST_DAY + this.#day * DAY).toISOString();
    return execFileSync('git', ['-C', this.root, ...args], {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: this.root,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.org',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.org',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }

  /** Writes files and commits everything; gives the commit's sha. */
  commit(message: string, files: Readonly<Record<string, string>> = {}, ...args: string[]): string {
    this.write(files);
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '--allow-empty-message', '-m', message, ...args);
    this.#day++;
    return this.head();
  }

  head(): string {
    return this.git('rev-parse', 'HEAD').trim();
  }
}

/** A folder that is gone when the test ends. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mneme-test-')));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { HumanError } from '../../memory/human-error';

/** How much of git's own words about a failure is kept. */
const STDERR_KEPT = 4000;

/**
 * Settings that keep a run of git to reading: nothing of the repository's own configuration may
 * start a program, change the form of the output, or reach for the network.
 */
const READ_ONLY = [
  'core.quotePath=false',
  'core.fsmonitor=false',
  'core.pager=cat',
  'log.showSignature=false',
  'log.showRoot=true',
  'log.follow=false',
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
  'diff.interHunkContext=0',
  'diff.submodule=short',
].flatMap((setting) => ['-c', setting]);

/** Variables of git's that say where git itself is; all its others could point it elsewhere. */
const KEPT_VARIABLES = /^GIT_(EXEC_PATH|CONFIG_(NOSYSTEM|GLOBAL|SYSTEM)|CEILING_DIRECTORIES)$/;

/** git was run and refused. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';

  constructor(
    readonly args: readonly string[],
    readonly code: number | null,
    readonly stderr: string,
  ) {
    super(`git ${args[0] ?? ''} ended with ${code ?? 'a signal'}: ${stderr.trim()}`);
  }
}

/** There is no `git` program on the PATH. */
export class GitMissing extends HumanError {
  constructor(cause: unknown) {
    super(
      'Mneme could not find the git program.',
      'Install git, make sure that it is on the PATH, and start the editor again.',
      { cause },
    );
  }
}

/** Runs the user's `git` in one folder, without a shell, as a stream. */
export class Git {
  readonly #program: string;
  readonly #index: string | undefined;

  /**
   * @param program what to run; a test names one that does not exist
   * @param index the index to read in place of the repository's own, as Git tells its hooks
   */
  constructor(
    readonly folder: string,
    program = 'git',
    index?: string,
  ) {
    this.#program = program;
    this.#index = index;
  }

  /**
   * What git writes, chunk by chunk; git waits while nobody reads. Ends git when the reader stops
   * early or `abort` fires; then throws the abort's reason.
   *
   * @throws GitFailure when git ends with anything but 0
   * @throws GitMissing when there is no git
   */
  async *stream(
    args: readonly string[],
    options: { abort?: AbortSignal | undefined; input?: string } = {},
  ): AsyncGenerator<Buffer> {
    options.abort?.throwIfAborted();
    // git is told the folder by -C and started from home: Windows looks for a program first in the
    // folder that it is started from, and an untrusted repository may carry a `git.exe`.
    const child = spawn(this.#program, ['-C', this.folder, ...READ_ONLY, ...args], {
      cwd: homedir(),
      env: {
        ...environment(),
        ...(this.#index !== undefined && { GIT_INDEX_FILE: this.#index }),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stop = (): void => void child.kill();
    options.abort?.addEventListener('abort', stop, { once: true });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < STDERR_KEPT) stderr += chunk.toString('utf8');
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    // Looked at below; a failure to start must not count as unhandled while stdout is read.
    ended.catch(() => undefined);
    // git may end before it has read all of its input; the exit code tells what that meant.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    try {
      for await (const chunk of child.stdout) yield chunk as Buffer;
      const code = await ended;
      options.abort?.throwIfAborted();
      if (code !== 0) throw new GitFailure(args, code, stderr);
    } catch (error) {
      options.abort?.throwIfAborted();
      throw isMissingProgram(error) ? new GitMissing(error) : error;
    } finally {
      options.abort?.removeEventListener('abort', stop);
      if (child.exitCode === null) child.kill();
    }
  }

  /** All that git writes, for commands whose answer is short. */
  async text(args: readonly string[], options: { abort?: AbortSignal | undefined } = {}) {
    const chunks: Buffer[] = [];
    for await (const chunk of this.stream(args, options)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }
}

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_') || KEPT_VARIABLES.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

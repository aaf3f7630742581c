import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Asked, checkedFiles } from '../../engine/checked-files';
import { HumanError } from '../../memory/human-error';
import type { EngineClient } from '../../protocol/engine-api';
import type { CheckReport, Found } from './found';

/** What is to be checked. */
export interface Checked {
  readonly files?: Asked | undefined;
  readonly command?: string | undefined;
  /** The file that holds a commit's message, as Git hands it to `commit-msg`. */
  readonly message?: string | undefined;
  readonly branch?: string | undefined;
}

/** Holds what was asked for against the rules that are on in the repository around a folder. */
export async function runCheck(
  client: EngineClient,
  { files, command, message, branch }: Checked,
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<CheckReport> {
  const { repo, root, git } = await client.call('repositoryOf', { folder });
  if (!git && files !== undefined) {
    throw new HumanError(
      `${folder} is in no Git repository.`,
      'Run mneme check in the repository that is to be checked.',
    );
  }
  const found: Found[] = [];
  const off = new Map<string, string>();
  const take = (
    { breaches, off: more }: Awaited<ReturnType<typeof client.call<'check'>>>,
    textOf: (path: string | undefined) => string,
    of?: string,
  ): void => {
    for (const breach of breaches) found.push({ breach, text: textOf(breach.path), of });
    for (const { rule, reason } of more) off.set(rule, reason);
  };
  const rules = await client.call('rules', { repo });
  const on = rules.some(({ detector }) => detector?.state === 'on');
  if (files !== undefined && on) {
    for await (const some of checkedFiles(root, files, folder, environment)) {
      const texts = new Map(some.map((file) => [file.path, file.text]));
      take(
        await client.call('check', { folder: root, files: some }),
        (at) => texts.get(at ?? '') ?? '',
      );
    }
  }
  if (command !== undefined) {
    take(await client.call('checkCommand', { line: command, folder }), () => command, 'command');
  }
  if (message !== undefined) {
    const text = await readMessage(path.resolve(folder, message), message);
    take(await client.call('checkCommit', { message: text, folder }), () => text, message);
  }
  if (branch !== undefined) {
    take(await client.call('checkCommit', { branch, folder }), () => branch, 'branch');
  }
  return { found, off: [...off].map(([rule, reason]) => ({ rule, reason })), rules };
}

async function readMessage(absolute: string, given: string): Promise<string> {
  return readFile(absolute, 'utf8').catch((error: unknown) => {
    throw new HumanError(`${given} could not be read.`, 'Name the file that holds the message.', {
      cause: error,
    });
  });
}
